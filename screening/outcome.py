"""The outcome of the check: one verdict, why, and what it means for each device."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from screening.engine import Assessment, DeviceAssessment, Disposition
from screening.pages.because import Because, causes
from screening.pages.device_card import DeviceCard, device_card
from screening.pages.held_back import HeldBack, held_back
from screening.pages.notes import updated_note
from screening.pages.said import day_words
from screening.preference_form import PreferencesForm
from screening.recommendation import order, recommend
from screening.review import awaits_review
from screening.visit import Visit

VALID_FOR = dt.timedelta(days=365)
"""For how long a result may be gone by at most, if nothing that was answered changes."""


class Verdict(StrEnum):
    """Of all devices together. NOT_NOW: none is within reach, for different reasons. MIXED: some are."""

    NOTHING_FOUND = "nothing-found"
    LIMITED = "limited"
    WAIT = "wait"
    ASK = "ask"
    STOP = "stop"
    NOT_NOW = "not-now"
    MIXED = "mixed"


_HEADINGS = {
    Verdict.NOTHING_FOUND: "We found no reason on this checklist not to use these devices",
    Verdict.LIMITED: "We found limits, but no reason on this checklist not to use these devices",
    Verdict.WAIT: "Wait before you use a facial microcurrent device",
    Verdict.ASK: "Talk to a clinician before you use a facial microcurrent device",
    Verdict.STOP: "Do not use a facial microcurrent device",
    Verdict.NOT_NOW: "Do not use a facial microcurrent device now",
    Verdict.MIXED: "Some devices are not suitable for you",
}

_ALL_ALIKE = {
    Disposition.SUITABLE: Verdict.NOTHING_FOUND,
    Disposition.LIMITED: Verdict.LIMITED,
    Disposition.WAIT: Verdict.WAIT,
    Disposition.ASK: Verdict.ASK,
    Disposition.STOP: Verdict.STOP,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """``come_back``: the day until which all devices have to wait. Where all are stop, nothing here names one.

    ``take_again``: the first day on which all waits for some device are over, as far as their ends are known, or else
    ``valid_until``; None where all devices are stop. So whether somebody asks for that day tells nobody that they have
    to wait.
    ``valid_until``: the last day on which anybody should go by it; None past the review date, when nobody should.
    ``awaits_review``: some device is held back by nothing but that.
    """

    verdict: Verdict
    heading: str
    come_back: dt.date | None
    take_again: dt.date | None
    valid_until: dt.date | None
    awaits_review: bool
    is_complete: bool
    because: tuple[Because, ...]
    held_back: tuple[HeldBack, ...]
    recommended: tuple[DeviceCard, ...]
    order: str


def outcome(visit: Visit) -> Outcome:
    """``visit`` has an outcome: every question is answered, or the rest cannot change anything."""
    assessment, why = visit.assessment, causes(visit)
    verdict, come_back = _verdict(assessment), _come_back(assessment)
    valid_until = _valid_until(visit)
    recommended = recommend(assessment, visit.checklist.devices, visit.preferences)
    return Outcome(
        verdict=verdict,
        heading=f"Wait until {day_words(come_back)}" if verdict is Verdict.WAIT and come_back else _HEADINGS[verdict],
        come_back=come_back,
        take_again=None if verdict is Verdict.STOP else _first_end_of_waits(assessment) or valid_until,
        valid_until=valid_until,
        awaits_review=any(awaits_review(assessed) for assessed in assessment.devices),
        is_complete=assessment.complete,
        because=why.all,
        held_back=() if verdict is Verdict.STOP else held_back(assessment, why),
        recommended=tuple(device_card(each, why) for each in recommended),
        order=order(visit.preferences),
    )


def result_context(visit: Visit, form: PreferencesForm) -> dict[str, Any]:
    """What the result page shows of this person, wherever it is rendered."""
    return {
        "outcome": outcome(visit),
        "here": visit.here,
        "form": form,
        "prefers": bool(visit.preferences) or form.is_bound,
        "note": updated_note(visit),
        "recall": None,  # with this result, the last one no longer matters
    }


def _verdict(assessment: Assessment) -> Verdict:
    dispositions = {assessed.disposition for assessed in assessment.devices}
    if len(dispositions) == 1:
        return _ALL_ALIKE[dispositions.pop()]
    if max(dispositions) <= Disposition.LIMITED:
        return Verdict.LIMITED
    return Verdict.MIXED if min(dispositions) <= Disposition.LIMITED else Verdict.NOT_NOW


def _come_back(assessment: Assessment) -> dt.date | None:
    days = {assessed.come_back for assessed in assessment.devices}
    return days.pop() if len(days) == 1 else None


def _first_end_of_waits(assessment: Assessment) -> dt.date | None:
    return min((day for each in assessment.devices if (day := _last_known_end(each))), default=None)


def _last_known_end(assessed: DeviceAssessment) -> dt.date | None:
    """It may be longer, for a wait without a known end beside it; but never shorter. None beside a stop."""
    if assessed.disposition is Disposition.STOP:
        return None
    waits = (reason for reason in assessed.reasons if reason.disposition is Disposition.WAIT)
    return max((reason.until for reason in waits if reason.until), default=None)


def _valid_until(visit: Visit) -> dt.date | None:
    """A year from now, or the day by which somebody has to look at the rules again."""
    review, today = visit.checklist.review, visit.at.date()
    return None if review.by is None or review.is_past(today) else min(review.by, today + VALID_FOR)
