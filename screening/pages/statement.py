"""What one rule says of one condition, and who says so. Rules that say the same of several devices stand once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from guides.documents import Document
from guides.models import Area, Modality
from guides.pages.dispositions import DispositionWords, areas_words, disposition, modality_words
from guides.pages.references import Reference, References
from screening.engine import DeviceAssessment, Disposition, Reason, Status
from screening.engine.model import Origin
from screening.pages.said import day_words
from screening.visit import Visit

type Found = tuple[str, Reason]


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What the label of ``device`` says, as it was ``read_on`` that day.

    ``is_borrowed``: it is applied to others, whose own labels are not on file.
    """

    device: str
    words: str
    locator: str
    read_on: dt.date | None
    is_borrowed: bool
    borrowers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """``applies_to`` is empty for the current itself, and names what else a device does otherwise.

    ``devices`` is empty where it is said of all of them. ``if_present``: how much further a label goes for whoever has
    it; None where they do, and where it goes no further.
    """

    disposition: DispositionWords
    if_present: DispositionWords | None
    applies_to: str
    reason: str
    advice: str
    limits: tuple[str, ...]
    label: LabelWords | None
    sources: tuple[Reference, ...]
    devices: tuple[str, ...]


def statements(visit: Visit, found: Iterable[Found]) -> tuple[Statement, ...]:
    """``found`` are the reasons of one condition. Our own rules come before labels that say no more."""
    alike: dict[tuple[Any, ...], list[Found]] = {}
    for device, reason in found:
        rule = reason.rule
        key = (-reason.disposition, rule.owner, rule.index, rule.without, rule.if_present)
        alike.setdefault(key, []).append((device, reason))
    return tuple(_statement(visit, alike[key]) for key in sorted(alike))


def _statement(visit: Visit, found: list[Found]) -> Statement:
    reason = found[0][1]
    write = _general if reason.rule.origin is Origin.GENERAL else _label
    return Statement(
        disposition=disposition(reason.disposition.name.lower()),
        limits=tuple(_limits(visit, found)),
        devices=_titles(visit, [key for key, _ in found]) if len(found) < len(visit.assessment.devices) else (),
        **write(visit, found),
    )


def _general(visit: Visit, found: list[Found]) -> dict[str, Any]:
    reason, document = found[0][1], visit.checklist.document
    row = document["references"]["condition"][reason.rule.condition]["rules"][reason.rule.index]
    applies = reason.status is Status.PRESENT or reason.disposition is reason.rule.if_present
    return {
        "if_present": None,
        "applies_to": "" if row["modality"] == Modality.MICROCURRENT else modality_words(row["modality"]),
        "reason": row["reason"],
        "advice": row["advice"] if applies else "",
        "label": None,
        "sources": _sources(document, row["sources"]),
    }


def _label(visit: Visit, found: list[Found]) -> dict[str, Any]:
    reason = found[0][1]
    rule = reason.rule
    owner = visit.checklist.devices[rule.owner]
    row = owner["label"][rule.index]
    borrowers = [key for key, reason in found if reason.rule.origin is Origin.BORROWED]
    goes_further = rule.if_present > reason.disposition
    return {
        "if_present": disposition(rule.if_present.name.lower()) if goes_further else None,
        "applies_to": "",
        "reason": "",
        "advice": "",
        "label": LabelWords(
            device=owner["title"],
            words=row["words"],
            locator=row["locator"],
            read_on=dt.date.fromisoformat(owner["label_read_on"]) if owner["label_read_on"] else None,
            is_borrowed=bool(borrowers),
            borrowers=_titles(visit, borrowers),
        ),
        "sources": _sources(owner, [row["source"] or owner["label_source"]]),
    }


def _limits(visit: Visit, found: list[Found]) -> Iterator[str]:
    """What ``limited`` and ``wait`` leave open: where not, what not, and until when not.

    A day to wait until stands here only if one may come back on it: not beside a stop, nor beside a longer wait. Where
    another wait has no known end, it is the day before which one may not.
    """
    reason = found[0][1]
    if reason.status is not Status.PRESENT:
        return
    left_out = frozenset().union(*(reason.left_out for _, reason in found))
    if left_out:
        yield f"Leave out: {areas_words([area for area in Area.values if area in left_out])}."
    if reason.rule.without:
        yield f"Leave it off: {Modality(reason.rule.without).label}."
    if reason.until:
        yield from _day(reason.until, _devices(visit, found))
    if reason.disposition is Disposition.WAIT and reason.until is None:
        yield "Wait until it is over."


def _day(until: dt.date, devices: list[DeviceAssessment]) -> Iterator[str]:
    if until in {assessed.come_back for assessed in devices}:
        yield f"Wait until {day_words(until)}."
    elif any(assessed.disposition < Disposition.STOP and not assessed.come_back for assessed in devices):
        yield f"Not before {day_words(until)}."


def _devices(visit: Visit, found: list[Found]) -> list[DeviceAssessment]:
    keys = {key for key, _ in found}
    return [assessed for assessed in visit.assessment.devices if assessed.device.key in keys]


def _titles(visit: Visit, keys: list[str]) -> tuple[str, ...]:
    """Nothing where all devices are stop: then no list of products is shown, for any reason."""
    devices = visit.assessment.devices
    if all(assessed.disposition is Disposition.STOP for assessed in devices):
        return ()
    return tuple(assessed.device.title for assessed in devices if assessed.device.key in keys)


def _sources(document: Document, keys: Iterable[str]) -> tuple[Reference, ...]:
    references = References(document["references"])
    references.cite_all("source", list(keys))
    return tuple(references)
