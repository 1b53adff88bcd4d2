"""A broken promise, and the person it would fail."""

import datetime as dt
from dataclasses import dataclass

from screening.engine.answers import told_date
from screening.engine.model import (
    Answers,
    Check,
    Device,
    Disposition,
    Kind,
    Question,
    Role,
)
from screening.engine.path import path

DAY_OF_PROOF = dt.date(2000, 1, 1)
"""The engine has no clock: in the proof “today” is this day, and dates lie before it."""

_LONG = 36_525
"""Days that nobody remembers: `quiet` gives the first day that there is."""


@dataclass(frozen=True, slots=True)
class Breach:
    """``promise`` is its number in design.md section 6; ``count`` is how many sets of answers break it, 0 where the
    questionnaire itself is at fault; ``answers`` is one of them."""

    promise: int
    message: str
    count: int = 0
    answers: Answers | None = None


def shown(check: Check, answers: Answers, device: Device, disposition: Disposition, why: str) -> str:
    """The breach as a person: what they answer, and what they would be shown."""
    return f"Someone who answers {told_as(check, answers)} would be shown {device.title} as {_word(disposition)}: {why}"


def told_as(check: Check, answers: Answers, today: dt.date = DAY_OF_PROOF) -> str:
    """The answers that are no plain “no”, in words; a date by how long before the check it lies."""
    walked = path(check, answers)
    spoken = [
        f"“{label}” to “{question.text}”"
        for question in walked.questions
        if (label := _label(question, walked.answers.get(question.key, frozenset()), today))
    ]
    return " and ".join(spoken) or "“no” to everything"


def quiet(check: Check, wanted: Answers) -> Answers:
    """``wanted`` completed with the mildest answers there are to every other question on the path."""
    answers = dict(wanted)
    while (question := path(check, answers).next) is not None:
        answers[question.key] = frozenset({mildest(question)})
    return answers


def mildest(question: Question) -> str:
    if question.kind is Kind.WHEN:
        return dt.date.min.isoformat()
    order = {Role.DENIES: 0, Role.AFFIRMS: 1, Role.UNSURE: 2}
    return min(question.options, key=lambda option: order[option.role]).key


def before_the_check(days: int) -> str:
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days before the check" if days < _LONG else "long before the check"


def _label(question: Question, answer: frozenset[str], today: dt.date) -> str:
    chosen = [option for option in question.options if option.key in answer]
    if question.kind is Kind.WHEN and (on := told_date(answer)):
        return before_the_check((today - on).days)
    yes = ", ".join(option.label for option in chosen if option.role is Role.AFFIRMS)
    unsure = ", ".join(option.label for option in chosen if option.role is Role.UNSURE)
    return f"{yes}” and of the rest “{unsure}" if yes and unsure else yes or unsure


def _word(disposition: Disposition) -> str:
    return disposition.name.lower()
