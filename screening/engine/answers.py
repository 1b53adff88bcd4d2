"""Which answers a question accepts."""

import datetime as dt
from enum import StrEnum

from screening.engine.model import Answer, Kind, Question, Role


class Fault(StrEnum):
    """Why an answer is refused."""

    BLANK = "blank"
    UNKNOWN = "unknown"
    TOO_MANY = "too-many"
    CONTRADICTION = "contradiction"
    NO_DATE = "no-date"


def fault(question: Question, answer: Answer) -> Fault | None:
    """What is wrong with ``answer``, or None.

    “No” excludes every other option: whoever ticks more has contradicted themselves. “Not sure” beside a yes is about
    the rest of a list; of places it would leave all of them open, so there it stands alone.
    """
    if not answer:
        return Fault.BLANK
    chosen = [option for option in question.options if option.key in answer]
    if question.kind is Kind.WHEN and not chosen:
        return None if len(answer) == 1 and told_date(answer) else Fault.NO_DATE
    if len(chosen) != len(answer):
        return Fault.UNKNOWN
    if len(chosen) == 1:
        return None
    if question.kind is Kind.SINGLE:
        return Fault.TOO_MANY
    roles = [option.role for option in chosen]
    doubts = 1 if question.kind is Kind.SEVERAL else 0
    return Fault.CONTRADICTION if Role.DENIES in roles or roles.count(Role.UNSURE) > doubts else None


def told_date(answer: Answer) -> dt.date | None:
    """The date in the answer to a *when* question; None for “not sure”."""
    try:
        return dt.date.fromisoformat(next(iter(answer)))
    except ValueError:
        return None
