"""One question as a form. Which answers it accepts is for the engine to say; what to do about a refused one is here."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from screening.engine import Answer, Fault, Kind, Option, Question, Role, fault
from screening.pages.said import option_label

DATE_PARTS = ("day", "month", "year")

_EARLIEST_YEAR = 1900
"""So that “26” is not taken for the year 26, and a wait for long over."""

_NO_DATE = ""


class AnswerForm(forms.Form):
    """``question`` with ``data`` as posted, or else with the answer given before."""

    answer = forms.Field(required=False, widget=forms.SelectMultiple)
    day = forms.Field(required=False)
    month = forms.Field(required=False)
    year = forms.Field(required=False)

    def __init__(self, question: Question, data: Any = None, *, given: Answer = frozenset()) -> None:
        super().__init__(data, initial=_initial(question, given))
        self.question = question

    def clean(self) -> dict[str, Any]:
        answer = self._posted()
        if found := fault(self.question, answer):
            raise ValidationError(_message(self.question, found, answer), code=found)
        return {"answer": answer}

    def _posted(self) -> Answer:
        chosen = frozenset(self.cleaned_data["answer"])
        parts = [str(self.cleaned_data[part] or "").strip() for part in DATE_PARTS]
        return chosen | {_iso(*parts)} if self.question.kind is Kind.WHEN and any(parts) else chosen


def _initial(question: Question, given: Answer) -> dict[str, Any]:
    keys = {option.key for option in question.options}
    dates = [dt.date.fromisoformat(date) for date in given - keys] if question.kind is Kind.WHEN else []
    parts = {part: getattr(date, part) for date in dates for part in DATE_PARTS}
    return {"answer": sorted(given & keys), **parts}


def _iso(day: str, month: str, year: str) -> str:
    """The date in ISO form; of what is no date, something that the engine refuses."""
    try:
        date = dt.date(*(int(part) if part.isascii() and part.isdigit() else 0 for part in (year, month, day)))
    except (OverflowError, ValueError):
        return _NO_DATE
    return date.isoformat() if date.year >= _EARLIEST_YEAR else _NO_DATE


def _message(question: Question, found: Fault, answer: Answer) -> str:
    """What to do, in the words of the question's own options."""
    unsure = _label(question, Role.UNSURE)
    match found, question.kind:
        case Fault.BLANK, Kind.WHEN:
            return f"Enter the date, or select “{unsure}”."
        case Fault.BLANK, Kind.WHERE:
            return f"Select where it is, or select “{unsure}”."
        case Fault.BLANK, Kind.SEVERAL:
            return f"Select what applies to you, or select “{_label(question, Role.DENIES)}”."
        case Fault.BLANK, _:
            return f"Select an answer. If you do not know, select “{unsure}”."
        case Fault.NO_DATE, _:
            return f"Enter a date with day, month and year as numbers, such as 27 3 2026, or select “{unsure}”."
        case Fault.UNKNOWN, Kind.WHEN:
            return f"You entered a date and selected “{unsure}”. Do one of the two."
        case Fault.TOO_MANY, _:
            return "Select one answer only."
        case Fault.CONTRADICTION, _:
            return _contradiction(question, answer)
        case _:
            return "Select one of the answers on this page."


def _contradiction(question: Question, answer: Answer) -> str:
    chosen = [option for option in question.options if option.key in answer]
    alone = next(option for role in (Role.DENIES, Role.UNSURE) for option in chosen if option.role is role)
    other = next(option for option in chosen if option is not alone)
    first, second = option_label(question, other), option_label(question, alone)
    only = f"Select what applies to you, or only “{second}”."
    what_to_do = if_unsure(question, second) if alone.role is Role.UNSURE else only
    return f"You selected “{first}” and “{second}”. {what_to_do}"


def if_unsure(question: Question, label: str) -> str:
    """What somebody does who knows one thing and doubts another, so that they drop neither; nothing where only one
    answer can be given."""
    match question.kind:
        case Kind.SEVERAL:
            return "You can select this beside what applies to you. It counts for all that you do not select."
        case Kind.WHERE:
            return f"If you are unsure about any place, select only “{label}”: it counts for all of them."
        case _:
            return ""


def _label(question: Question, role: Role) -> str:
    options: tuple[Option, ...] = question.options
    return next((option.label for option in options if option.role is role), "")
