"""A recommended device: where it may be used, what to take care of, what speaks for it and what nobody knows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guides.models import DeviceFact, Modality
from guides.pages.addresses import address
from guides.pages.device import Fact, device_page
from guides.pages.dispositions import DispositionWords, disposition
from guides.pages.face_map import FaceMap, face_map
from screening.engine import Disposition
from screening.engine.model import Origin
from screening.matching import Fit, Point
from screening.pages.because import Because, Causes
from screening.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Unknown:
    """Facts that nobody knows for one and the same reason, ``basis``."""

    basis: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WishAnswered:
    """What the person would like, held against this device; ``facts`` are what was read for it, with who says so."""

    wish: str
    words: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """``because``: the reasons for its limits. ``label_is_silent``: its own label names nothing that was said.

    ``fits``, ``misses`` and ``open_wishes`` are what the person would like: as it is, as it is not, and not known.
    """

    title: str
    maker: str
    address: str
    limited: DispositionWords | None
    map: FaceMap
    leave_off: tuple[str, ...]
    because: tuple[Because, ...]
    fits: tuple[WishAnswered, ...]
    misses: tuple[WishAnswered, ...]
    open_wishes: tuple[WishAnswered, ...]
    known: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]
    label_read_on: dt.date | None
    label_is_on_file: bool
    label_is_silent: bool


def device_card(recommendation: Recommendation, causes: Causes) -> DeviceCard:
    assessed, document = recommendation.assessed, recommendation.document
    page = device_page(document)
    facts = [fact for fact in page.facts if fact.code != DeviceFact.Name.PRICE]
    fits, misses, still_open = (_wishes(recommendation.points, fit, page.facts) for fit in (True, False, None))
    return DeviceCard(
        title=page.title,
        maker=page.maker,
        address=address("device", document["slug"]),
        limited=disposition("limited") if assessed.disposition is Disposition.LIMITED else None,
        map=face_map(use_on=assessed.areas, leave_out=assessed.device.areas - assessed.areas),
        leave_off=tuple(Modality(modality).label for modality in sorted(assessed.without)),
        because=causes.naming(reason.rule.condition for reason in assessed.reasons),
        fits=fits,
        misses=misses,
        open_wishes=still_open,
        known=tuple(fact for fact in facts if fact.value),
        unknown=tuple(_unknown(fact for fact in facts if fact.code in recommendation.unknown)),
        label_read_on=page.label_read_on,
        label_is_on_file=page.label_citation is not None,
        label_is_silent=not any(reason.rule.origin is Origin.LABEL for reason in assessed.reasons),
    )


def _unknown(facts: Iterable[Fact]) -> Iterator[Unknown]:
    names: dict[str, list[str]] = {}
    for fact in facts:
        names.setdefault(fact.basis, []).append(fact.name)
    for basis in sorted(names):
        yield Unknown(basis, tuple(dict.fromkeys(names[basis])))


def _wishes(points: Iterable[Point], fit: Fit, facts: Sequence[Fact]) -> tuple[WishAnswered, ...]:
    return tuple(
        WishAnswered(point.wish.value, point.words, tuple(fact for fact in facts if _stands_in(fact, point)))
        for point in points
        if point.fits is fit
    )


def _stands_in(fact: Fact, point: Point) -> bool:
    return any((row["name"], row["value"]) == (fact.code, fact.value) for row in point.facts)
