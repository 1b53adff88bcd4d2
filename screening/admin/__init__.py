"""The editors' side of the check: the questionnaire, its questions, and the people it must judge rightly."""

from screening.admin.preview import preview_questionnaire
from screening.admin.question import QuestionAdmin
from screening.admin.questionnaire import QuestionnaireAdmin
from screening.admin.scenario import ScenarioAdmin

__all__ = ["QuestionAdmin", "QuestionnaireAdmin", "ScenarioAdmin", "preview_questionnaire"]
