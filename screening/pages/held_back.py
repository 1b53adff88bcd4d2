"""The devices that are not within this person's reach: named with why, and without a way to them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guides.pages.dispositions import DispositionWords, disposition
from screening.engine import Assessment, DeviceAssessment, Disposition
from screening.pages.because import Because, Causes
from screening.review import awaits_review

_MOST_CAUTIOUS_FIRST = (Disposition.STOP, Disposition.ASK, Disposition.WAIT)


@dataclass(frozen=True, slots=True)
class Alike:
    """Devices that are held back for the same reasons. ``nowhere_left``: no area remains where they could be used.
    ``awaits_review``: nothing that was answered holds them back, only that the rules are to be looked at again."""

    titles: tuple[str, ...]
    because: tuple[Because, ...]
    come_back: dt.date | None
    nowhere_left: bool
    awaits_review: bool


@dataclass(frozen=True, slots=True)
class HeldBack:
    disposition: DispositionWords
    devices: tuple[Alike, ...]


def held_back(assessment: Assessment, causes: Causes) -> tuple[HeldBack, ...]:
    return tuple(
        HeldBack(disposition(level.name.lower()), tuple(_alike(found, causes)))
        for level in _MOST_CAUTIOUS_FIRST
        if (found := [assessed for assessed in assessment.devices if assessed.disposition is level])
    )


def _alike(devices: list[DeviceAssessment], causes: Causes) -> Iterator[Alike]:
    groups: dict[tuple[object, ...], list[DeviceAssessment]] = {}
    for assessed in devices:
        key = _decisive(assessed), assessed.come_back, assessed.nowhere_left, awaits_review(assessed)
        groups.setdefault(key, []).append(assessed)
    for alike in groups.values():
        one = alike[0]
        titles = tuple(sorted(assessed.device.title for assessed in alike))
        yield Alike(titles, causes.naming(_decisive(one)), one.come_back, one.nowhere_left, awaits_review(one))


def _decisive(assessed: DeviceAssessment) -> frozenset[str]:
    """The conditions that decided it: of the strictest reasons; where no area is left, of all that leave one out."""
    return frozenset(
        reason.rule.condition
        for reason in assessed.reasons
        if reason.disposition is assessed.disposition or (assessed.nowhere_left and reason.left_out)
    )
