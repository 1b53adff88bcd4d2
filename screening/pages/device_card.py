"""A recommended device: where it may be used, what to take care of, what speaks for it and what nobody knows."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guides.models import Area, DeviceFact, Modality
from guides.pages.addresses import address
from guides.pages.device import Fact, device_page
from guides.pages.dispositions import DispositionWords, areas_words, disposition
from screening.engine import Disposition
from screening.engine.model import Origin
from screening.pages.because import Because, Causes
from screening.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Unknown:
    """Facts that nobody knows for one and the same reason, ``basis``."""

    basis: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """``because``: the reasons for its limits. ``label_is_silent``: its own label names nothing that was said."""

    title: str
    maker: str
    address: str
    limited: DispositionWords | None
    use_on: str
    leave_out: str
    leave_off: tuple[str, ...]
    because: tuple[Because, ...]
    known: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]
    label_read_on: dt.date | None
    label_is_on_file: bool
    label_is_silent: bool


def device_card(recommendation: Recommendation, causes: Causes) -> DeviceCard:
    assessed, document = recommendation.assessed, recommendation.document
    page = device_page(document)
    facts = [fact for fact in page.facts if fact.code != DeviceFact.Name.PRICE]
    return DeviceCard(
        title=page.title,
        maker=page.maker,
        address=address("device", document["slug"]),
        limited=disposition("limited") if assessed.disposition is Disposition.LIMITED else None,
        use_on=_areas(assessed.areas),
        leave_out=_areas(assessed.device.areas - assessed.areas),
        leave_off=tuple(Modality(modality).label for modality in sorted(assessed.without)),
        because=causes.naming(reason.rule.condition for reason in assessed.reasons),
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


def _areas(areas: Iterable[str]) -> str:
    named = set(areas)
    return areas_words([area for area in Area.values if area in named])
