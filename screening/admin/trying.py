"""Trying a question of the draft: it as visitors see it, the follow-ups that it opens, and what would come out.

Nothing is kept: what was answered so far travels in the body of the form, there and back, and stands in no address.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from screening.admin.came_out import came_out
from screening.admin.drafted import drafted
from screening.checklist import Checklist
from screening.engine import Answers, Check, Question, Undecodable, leading_to, path
from screening.engine.proof.breach import quiet, told_as
from screening.forms import AnswerForm
from screening.models import Question as QuestionRow
from screening.outcome import outcome
from screening.pages.question import question_page
from screening.visit import Visit


def try_page(request: HttpRequest, row: QuestionRow) -> HttpResponse:
    """The question; on POST what follows from its answer, or with 422 what is wrong with it."""
    at = timezone.now()
    context: dict[str, Any] = {"row": row}
    try:
        checklist = drafted(row.questionnaire, at=at)
    except Undecodable as error:
        return _shown(request, context | {"undecodable": str(error)})
    tried = next(question for question in checklist.check.questions if question.key == row.key)
    given = {**leading_to(checklist.check, tried), **_given(request.POST)}
    asked = following(checklist.check, tried, given)
    form = AnswerForm(asked, request.POST) if asked and request.POST.get("asked") == asked.key else None
    if asked and form and form.is_valid():
        given[asked.key] = form.cleaned_data["answer"]
        asked, form = following(checklist.check, tried, given), None
    if asked is None:
        return _shown(request, context | _outcome(checklist, given, at))
    number = checklist.check.questions.index(asked) + 1
    page = question_page(checklist.document, number, form or AnswerForm(asked))
    written = json.dumps({key: sorted(answer) for key, answer in given.items()})
    context |= {"question": page, "asked": asked, "given": written}
    return _shown(request, context, status=422 if form else 200)


def following(check: Check, tried: Question, answers: Answers) -> Question | None:
    """``tried`` itself, then whatever its answers open, one after the other; None when all of it is answered."""
    walked = path(check, answers)
    open_questions = (question for question in walked.questions if question.key not in walked.answers)
    return next((question for question in open_questions if _belongs_to(check, question, tried)), None)


def _belongs_to(check: Check, question: Question | None, tried: Question) -> bool:
    return question is not None and (
        question == tried or _belongs_to(check, check.question(question.asked_after), tried)
    )


def _given(posted: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """What the form brought back; of whatever else was sent, nothing."""
    try:
        return {key: frozenset(map(str, answer)) for key, answer in json.loads(posted.get("given", "{}")).items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def _outcome(checklist: Checklist, given: Answers, at: dt.datetime) -> dict[str, Any]:
    """Of somebody who gives the mildest answer to everything else."""
    visit = Visit(checklist, quiet(checklist.check, given), at)
    return {
        "told_as": told_as(checklist.check, visit.answers, visit.at.date()),
        "outcome": outcome(visit),
        "came_out": came_out(checklist.check, visit.assessment),
    }


def _shown(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return TemplateResponse(request, "admin/preview/question.html", context, status=status)
