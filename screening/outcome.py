"""The outcome of the check: one verdict, why, and what it means for each device."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from screening.engine import Assessment, Disposition
from screening.pages.because import Because, causes
from screening.pages.device_card import DeviceCard, device_card
from screening.pages.held_back import HeldBack, held_back
from screening.pages.said import day_words
from screening.recommendation import recommend
from screening.visit import Visit


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
    """``come_back``: the day until which all devices have to wait. Where all are stop, nothing here names one."""

    verdict: Verdict
    heading: str
    come_back: dt.date | None
    is_complete: bool
    because: tuple[Because, ...]
    held_back: tuple[HeldBack, ...]
    recommended: tuple[DeviceCard, ...]


def outcome(visit: Visit) -> Outcome:
    """``visit`` has an outcome: every question is answered, or the rest cannot change anything."""
    assessment, why = visit.assessment, causes(visit)
    verdict, come_back = _verdict(assessment), _come_back(assessment)
    return Outcome(
        verdict=verdict,
        heading=f"Wait until {day_words(come_back)}" if verdict is Verdict.WAIT and come_back else _HEADINGS[verdict],
        come_back=come_back,
        is_complete=assessment.complete,
        because=why.all,
        held_back=() if verdict is Verdict.STOP else held_back(assessment, why),
        recommended=tuple(device_card(each, why) for each in recommend(assessment, visit.checklist.devices)),
    )


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
