"""Whether a device is what somebody would like, point by point. Unknown is an answer of its own, and never a yes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guides.documents import Document
from guides.models import Area, DeviceFact, Modality
from guides.pages.dispositions import areas_words
from screening.engine import DeviceAssessment
from screening.fact_values import amounts, app_use, is_adjustable, minutes
from screening.preferences import Currency, Preferences, With

NOT_KNOWN = frozenset({DeviceFact.Basis.NOT_DISCLOSED, DeviceFact.Basis.UNVERIFIED})

type Row = dict[str, Any]
type Fit = bool | None
"""Whether it is as wanted; None where nobody knows."""


class Wish(StrEnum):
    """What one can want of a device, in the words of the page."""

    AREAS = "Areas"
    BUDGET = "Budget"
    APP = "App"
    LEVELS = "Levels"
    LIGHT = "Light"
    SESSION = "Session"


@dataclass(frozen=True, slots=True)
class Point:
    """One wish held against one device. ``facts``: the rows of its document that say so."""

    wish: Wish
    fits: Fit
    words: str
    facts: tuple[Row, ...] = ()


def points(preferences: Preferences, assessed: DeviceAssessment, document: Document) -> tuple[Point, ...]:
    """One for each thing that the person would like; none where they do not mind."""
    return tuple(_points(preferences, assessed, document))


def _points(wanted: Preferences, assessed: DeviceAssessment, document: Document) -> Iterator[Point]:
    if wanted.areas:
        yield _areas(wanted.areas, assessed)
    if wanted.budget:
        yield _budget(wanted.budget, Currency(wanted.currency or Currency.USD), document)
    if wanted.app:
        yield _read(Wish.APP, DeviceFact.Name.APP, document, lambda value: _app(With(wanted.app), value))
    if wanted.levels:
        yield _read(Wish.LEVELS, DeviceFact.Name.LEVELS, document, is_adjustable)
    if wanted.light:
        yield _light(With(wanted.light), assessed, document)
    if wanted.minutes:
        longest = wanted.minutes
        yield _read(Wish.SESSION, DeviceFact.Name.SESSION, document, lambda value: _session(longest, value))


def _areas(wanted: tuple[str, ...], assessed: DeviceAssessment) -> Point:
    missing = [area for area in Area.values if area in wanted and area not in assessed.areas]
    if not missing:
        return Point(Wish.AREAS, True, "You may use it on every area that you named.")
    return Point(Wish.AREAS, False, f"Not to be used by you on: {areas_words(missing)}.")


def _budget(budget: int, currency: Currency, document: Document) -> Point:
    rows = known(document, DeviceFact.Name.PRICE)
    named = [amount for row in rows for amount in amounts(row["value"]).get(currency, [])]
    priced = tuple(row for row in rows if currency in amounts(row["value"]))
    if not named:
        return Point(Wish.BUDGET, None, f"No price in {currency.label} is on record.")
    if min(named) > budget:
        return Point(Wish.BUDGET, False, "Every price on record is above your budget.", priced)
    if max(named) > budget:
        return Point(Wish.BUDGET, None, "Some prices on record are within your budget, some above.", priced)
    return Point(Wish.BUDGET, True, "Every price on record is within your budget.", priced)


def _app(wanted: With, value: str) -> Fit:
    use = app_use(value)
    return use.exists if wanted is With.WITH else _not(use.needed)


def _session(longest: int, value: str) -> Fit:
    """It fits if it can be that short; where only the longest is said, if that is."""
    said = minutes(value)
    if said is None:
        return None
    if said.longest <= longest:
        return True
    return None if said.shortest is None else said.shortest <= longest


def _light(wanted: With, assessed: DeviceAssessment, document: Document) -> Point:
    light = next((row for row in document["modalities"] if row["modality"] == Modality.LED), None)
    if light is None:
        return _without_light(wanted, document)
    if Modality.LED in assessed.without:
        words = "It has LED light, but you would have to leave it off."
        return Point(Wish.LIGHT, wanted is With.WITHOUT, words)
    if light["optional"]:
        return Point(Wish.LIGHT, True, "It has LED light, which can be left off.")
    return Point(Wish.LIGHT, wanted is With.WITH, "It has LED light, which cannot be left off.")


def _without_light(wanted: With, document: Document) -> Point:
    """That none is on record says that there is none only where its other modes are."""
    if rows := known(document, DeviceFact.Name.OTHER_MODES):
        return Point(Wish.LIGHT, wanted is With.WITHOUT, "No LED light is among its modes on record.", rows)
    return Point(Wish.LIGHT, None, "No LED light is on record, but its other modes are not known.")


_WORDS = {True: "As you would like it.", False: "Not as you would like it.", None: "The record does not decide it."}


def _read(wish: Wish, name: DeviceFact.Name, document: Document, fits: Callable[[str], Fit]) -> Point:
    """What the facts of this name decide; where two contradict each other, nobody knows."""
    rows = known(document, name)
    if not rows:
        return Point(wish, None, "Not known.")
    decided = {answer for row in rows if (answer := fits(row["value"])) is not None}
    fit = decided.pop() if len(decided) == 1 else None
    return Point(wish, fit, _WORDS[fit], rows)


def known(document: Document, name: DeviceFact.Name) -> tuple[Row, ...]:
    """The facts of this name that somebody stands behind."""
    return tuple(row for row in document["facts"] if row["name"] == name and row["basis"] not in NOT_KNOWN)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
