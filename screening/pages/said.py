"""What a person answered, in the words that stood beside the boxes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guides.models import Area
from screening.engine import Answer, Kind, Option, Path, Question, Role


@dataclass(frozen=True, slots=True)
class Said:
    """One answer. ``number`` is the question's on this person's path. ``is_unsure``: it is “not sure” and nothing else;
    ``doubts_the_rest``: it is “not sure” beside a yes."""

    number: int
    question: str
    words: tuple[str, ...]
    is_unsure: bool
    doubts_the_rest: bool


def said(walked: Path, key: str, about: str = "") -> Said:
    """The answer to the question ``key`` of the path; only what affirms the condition ``about``, if one is named."""
    number = walked.ordinal(key)
    question, answer = walked.questions[number - 1], walked.answers[key]
    affirming = frozenset(option.key for option in question.options if about in option.affirms)
    told = answer & affirming or answer
    roles = {option.role for option in question.options if option.key in told}
    return Said(
        number,
        question.text,
        words(question, told),
        is_unsure=roles == {Role.UNSURE},
        doubts_the_rest=roles > {Role.UNSURE},
    )


def asked_about(walked: Path, condition: str) -> Iterator[str]:
    """The questions on the path that asked when or where this condition is."""
    return (
        question.key for question in walked.questions if condition in question.about and question.key in walked.answers
    )


def words(question: Question, answer: Answer) -> tuple[str, ...]:
    """The labels of what was chosen, in the order of the page, “not sure” beside a yes as what it is: of the rest; or
    the date."""
    chosen = [option for option in question.options if option.key in answer]
    yeses = tuple(option_label(question, option) for option in chosen if option.role is not Role.UNSURE)
    of_what = "of the rest: " if yeses else ""
    doubts = tuple(f"{of_what}{option.label}" for option in chosen if option.role is Role.UNSURE)
    return yeses + doubts or tuple(day_words(dt.date.fromisoformat(date)) for date in answer)


def option_label(question: Question, option: Option) -> str:
    if question.kind is Kind.WHERE and option.role is Role.AFFIRMS:
        return capitalised(Area(option.key).label)
    return option.label


def day_words(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
