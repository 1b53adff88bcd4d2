"""The whole questionnaire on paper: every question, and what each condition means, for those who cannot use the check.

Paper cannot tell one device from another, so it says the strictest that holds for any.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guides.models import Area, Modality
from guides.pages.dispositions import DispositionWords, areas_words, disposition, modality_words
from guides.pages.references import Reference, References
from screening.checklist import Checklist
from screening.engine import Kind, Question, Rule
from screening.engine.model import Origin
from screening.pages.question import unsure_hint
from screening.pages.said import capitalised, option_label


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """``means``: what somebody has who gives it. ``go_to``: the numbers of the questions that it opens."""

    label: str
    hint: str
    means: tuple[str, ...]
    go_to: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """``only_after``: the number of an earlier question; None where everybody is asked."""

    number: int
    text: str
    hint: str
    why: str
    only_after: int | None
    is_date: bool
    answers: tuple[PaperAnswer, ...]


@dataclass(frozen=True, slots=True)
class PaperRule:
    applies_to: str
    disposition: DispositionWords
    limits: tuple[str, ...]
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class PaperCondition:
    """``if_present`` and ``if_unknown``: the strictest of any device, by our rules and by their labels.

    ``is_of_a_label``: none of our own rules goes as far as ``if_present``.
    """

    name: str
    if_present: DispositionWords
    if_unknown: DispositionWords
    is_of_a_label: bool
    rules: tuple[PaperRule, ...]
    what_to_do: str
    disagreement: str
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    questions: tuple[PaperQuestion, ...]
    conditions: tuple[PaperCondition, ...]


def questionnaire_on_paper(checklist: Checklist) -> Paper:
    return Paper(tuple(_questions(checklist)), tuple(_conditions(checklist)))


def _questions(checklist: Checklist) -> Iterator[PaperQuestion]:
    rows = {row["key"]: row for row in checklist.document["questions"]}
    numbers = {question.key: n for n, question in enumerate(checklist.check.questions, start=1)}
    for question in checklist.check.questions:
        row = rows[question.key]
        yield PaperQuestion(
            number=numbers[question.key],
            text=question.text,
            hint=row["hint"],
            why=row["why"],
            only_after=numbers.get(question.asked_after),
            is_date=question.kind is Kind.WHEN,
            answers=tuple(_answers(checklist, question, row, numbers)),
        )


def _answers(
    checklist: Checklist, question: Question, row: dict[str, Any], numbers: dict[str, int]
) -> Iterator[PaperAnswer]:
    hints = {option["key"]: option["hint"] for option in row["options"]}
    for option in question.options:
        opened = (
            other.key
            for other in checklist.check.questions
            if other.asked_after == question.key and option.key in other.asked_if
        )
        yield PaperAnswer(
            label=option_label(question, option),
            hint=hints.get(option.key) or unsure_hint(question, option),
            means=tuple(capitalised(checklist.check.conditions[key].name) for key in sorted(option.affirms)),
            go_to=tuple(numbers[key] for key in opened),
        )


def _conditions(checklist: Checklist) -> Iterator[PaperCondition]:
    """Those that somebody can turn out to have, in the order of the questions."""
    asked = dict.fromkeys(
        key for question in checklist.check.questions for option in question.options for key in sorted(option.affirms)
    )
    for key in asked:
        rules = [rule for device in checklist.check.devices for rule in device.rules if rule.condition == key]
        if rules:
            yield _condition(checklist, key, rules)


def _condition(checklist: Checklist, key: str, found: list[Rule]) -> PaperCondition:
    record = checklist.document["references"]["condition"][key]
    strictest = max(rule.if_present for rule in found)
    references = References(checklist.document["references"])
    references.cite_all("source", [source for row in record["rules"] for source in row["sources"]])
    return PaperCondition(
        name=capitalised(record["name"]),
        if_present=disposition(strictest.name.lower()),
        if_unknown=disposition(max(rule.if_unknown for rule in found).name.lower()),
        is_of_a_label=all(rule.if_present < strictest for rule in found if rule.origin is Origin.GENERAL),
        rules=tuple(_rule(row) for row in record["rules"]),
        what_to_do=record["what_to_do"],
        disagreement=record["disagreement"],
        sources=tuple(references),
    )


def _rule(row: dict[str, Any]) -> PaperRule:
    return PaperRule(
        applies_to="" if row["modality"] == Modality.MICROCURRENT else modality_words(row["modality"]),
        disposition=disposition(row["if_present"]),
        limits=tuple(_limits(row)),
        reason=row["reason"],
        advice=row["advice"],
    )


def _limits(row: dict[str, Any]) -> Iterator[str]:
    if row["areas"]:
        yield f"Leave out: {areas_words([area for area in Area.values if area in row['areas']])}."
    if row["where_told"]:
        yield "Leave out the place where you have it; if you are not sure where, all of face and neck."
    if row["wait_days"]:
        yield f"Wait {row['wait_days']} days from the date; if you are not sure when, from today."
