"""The draft questionnaire on one page, from its document alone: every question, what each answer means, every rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from guides import previews
from guides.documents import Document
from guides.models import Area, Disposition, Modality
from guides.previews import Preview
from screening.admin.outline import asked, meaning, supplied
from screening.models import Questionnaire


@dataclass(frozen=True, slots=True)
class ShownOption:
    label: str
    hint: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    text: str
    topic: str
    hint: str
    why: str
    asked: str
    supplied: str
    options: list[ShownOption]


@dataclass(frozen=True, slots=True)
class ShownRule:
    modality: str
    if_present: str
    if_unknown: str
    limits: str
    advice: str
    reason: str
    sources: list[str]


@dataclass(frozen=True, slots=True)
class ShownCondition:
    name: str
    must_stop: bool
    what_to_do: str
    disagreement: str
    rules: list[ShownRule]


@previews.shows(Questionnaire)
def preview_questionnaire(request: HttpRequest, shown: Preview) -> HttpResponse:
    context = {
        "title": shown.document["title"],
        "introduction": shown.document["introduction"],
        "questions": list(shown_questions(shown.document)),
        "conditions": list(shown_conditions(shown.document)),
        "scenarios": shown.document["scenarios"],
        "preview": shown,
    }
    return TemplateResponse(request, "screening/questionnaire_preview.html", context)


def shown_questions(document: Document) -> Iterator[ShownQuestion]:
    conditions = document["references"].get("condition", {})
    named = {
        f"{question['key']}/{o['key']}": (question, o)
        for question in document["questions"]
        for o in question["options"]
    }
    for question in document["questions"]:
        opened_by = [pair for name, pair in named.items() if name in question["ask_if"]]
        yield ShownQuestion(
            text=question["text"],
            topic=question["topic"],
            hint=question["hint"],
            why=question["why"],
            asked=asked([option["label"] for _, option in opened_by], opened_by[0][0]["text"] if opened_by else ""),
            supplied=supplied(question["kind"], _names(question["about"], conditions)),
            options=[
                ShownOption(
                    option["label"], option["hint"], meaning(option["role"], _names(option["affirms"], conditions))
                )
                for option in question["options"]
            ],
        )


def shown_conditions(document: Document) -> Iterator[ShownCondition]:
    sources = document["references"].get("source", {})
    for _, condition in sorted(document["references"].get("condition", {}).items()):
        yield ShownCondition(
            name=condition["name"],
            must_stop=condition["must_stop"],
            what_to_do=condition["what_to_do"],
            disagreement=condition["disagreement"],
            rules=[shown_rule(rule, sources) for rule in condition["rules"]],
        )


def shown_rule(rule: dict[str, Any], sources: dict[str, Any]) -> ShownRule:
    return ShownRule(
        modality=Modality(rule["modality"]).label,
        if_present=Disposition(rule["if_present"]).label,
        if_unknown=Disposition(rule["if_unknown"]).label,
        limits=" ".join(_limits(rule)),
        advice=rule["advice"],
        reason=rule["reason"],
        sources=[sources[key]["title"] for key in rule["sources"]],
    )


def _limits(rule: dict[str, Any]) -> Iterator[str]:
    if rule["areas"]:
        yield f"Leaves out: {', '.join(Area(area).label for area in rule['areas'])}."
    if rule["where_told"]:
        yield "Leaves out the area that the person names."
    if rule["wait_days"] is not None:
        yield f"For {rule['wait_days']} days from the date that the person gives."


def _names(keys: list[str], conditions: dict[str, Any]) -> list[str]:
    return [conditions[key]["name"] for key in keys]
