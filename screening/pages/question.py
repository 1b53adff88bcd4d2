"""One question as its page shows it, with whatever was ticked or typed before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from guides.documents import Document
from guides.pages.face_map import FaceMap, face_map_to_tick
from screening.engine import Kind, Option, Question, Role, fingerprint
from screening.forms import DATE_PARTS, AnswerForm, if_unsure
from screening.pages.said import option_label
from screening.visit import step_address


@dataclass(frozen=True, slots=True)
class Choice:
    """``unticks``: it goes with no other, and script keeps it so. Not so “not sure”, which goes with a yes; with a
    place it does not, but script would drop a doubt, or what is known, without a word. ``comes_after_or``: a divider
    stands before it."""

    id: str
    value: str
    label: str
    hint: str
    is_chosen: bool
    unticks: bool
    comes_after_or: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``date`` holds the three fields of a *when* question, ``map`` the drawing of a *where* question.

    ``error_at`` is the id of the first input. ``fingerprint`` comes back with the answer: between asking and answering,
    another question can have come to this number.
    """

    number: int
    fingerprint: str
    text: str
    hint: str
    why: str
    back: str
    input_type: str
    choices: tuple[Choice, ...]
    map: FaceMap | None
    date: tuple[BoundField, ...]
    error: str
    error_at: str


def question_page(document: Document, number: int, form: AnswerForm) -> QuestionPage:
    """``document`` is the questionnaire's."""
    question = form.question
    row = _row(document, question)
    is_date = question.kind is Kind.WHEN
    choices = tuple(_choices(question, row["options"], form))
    return QuestionPage(
        number=number,
        fingerprint=fingerprint(row),
        text=question.text,
        hint=row["hint"],
        why=row["why"],
        back=step_address(number - 1) if number > 1 else reverse("screening:start"),
        input_type="radio" if question.kind is Kind.SINGLE else "checkbox",
        choices=choices,
        map=face_map_to_tick({choice.value: choice.id for choice in choices}) if question.kind is Kind.WHERE else None,
        date=tuple(form[part] for part in DATE_PARTS) if is_date else (),
        error=" ".join(map(str, form.non_field_errors())),
        error_at=form[DATE_PARTS[0]].auto_id if is_date else _id(1),
    )


def is_same_question(document: Document, question: Question, sent: str | None) -> bool:
    """``sent`` is the fingerprint that the answer came with: every page of ours sends one."""
    return sent == fingerprint(_row(document, question))


def _row(document: Document, question: Question) -> dict[str, Any]:
    return next(row for row in document["questions"] if row["key"] == question.key)


def _choices(question: Question, rows: list[dict[str, Any]], form: AnswerForm) -> Iterator[Choice]:
    hints = {row["key"]: row["hint"] for row in rows}
    chosen = form["answer"].value() or ()
    first_alone = _first_alone(question)
    for number, option in enumerate(_in_order(question), start=1):
        yield Choice(
            id=_id(number),
            value=option.key,
            label=option_label(question, option),
            hint=hints.get(option.key) or unsure_hint(question, option),
            is_chosen=option.key in chosen,
            unticks=option.role is Role.DENIES,
            comes_after_or=option.key == first_alone,
        )


def unsure_hint(question: Question, option: Option) -> str:
    return if_unsure(question, option.label) if option.role is Role.UNSURE else ""


def _in_order(question: Question) -> list[Option]:
    """What goes together stands together: of a list, “no” comes last."""
    is_list = question.kind is Kind.SEVERAL
    return sorted(question.options, key=lambda option: is_list and option.role is Role.DENIES)


def _first_alone(question: Question) -> str | None:
    """Where “or” stands: before the answer that goes with no other; where all are so, before “not sure”."""
    alone = Role.DENIES if question.kind is Kind.SEVERAL else Role.UNSURE
    return next((option.key for option in question.options if option.role is alone), None)


def _id(number: int) -> str:
    return f"answer-{number}"
