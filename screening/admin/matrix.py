"""Conditions against devices, on one screen for a clinician: what every rule comes to, and where there is none.

A cell says what one condition alone leads to; a person's result is the worst of all that they have.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guides.models import Area, Condition, Modality
from guides.pages.dispositions import DispositionWords, areas_words, disposition
from screening.checklist import Checklist
from screening.engine import Device, Disposition, Rule
from screening.engine.model import Origin
from screening.pages.said import capitalised


@dataclass(frozen=True, slots=True)
class Cell:
    """``floor``: what the device's own label says, and no rule may undercut. ``borrowed``: what the strictest labels
    of its kind say, because its own is not on file. ``limits``: what “with limits” and “wait” come to."""

    if_present: DispositionWords
    if_unknown: DispositionWords
    floor: DispositionWords | None
    borrowed: DispositionWords | None
    limits: tuple[str, ...]

    @property
    def is_of_a_label(self) -> bool:
        return bool(self.floor or self.borrowed)


@dataclass(frozen=True, slots=True)
class Column:
    """A device. ``gaps``: how many conditions it has no rule for."""

    title: str
    label_is_on_file: bool
    gaps: int


@dataclass(frozen=True, slots=True)
class Row:
    """A condition, with a cell for each device: None where the device has no rule for it."""

    name: str
    must_stop: bool
    is_asked: bool
    cells: tuple[Cell | None, ...]

    @property
    def gaps(self) -> int:
        return self.cells.count(None)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def not_asked(self) -> tuple[Row, ...]:
        """Conditions that no question asks about: for everybody they stay unknown."""
        return tuple(row for row in self.rows if not row.is_asked)

    @property
    def gaps(self) -> int:
        return sum(row.gaps for row in self.rows)


def matrix(checklist: Checklist) -> Matrix:
    """Conditions by group, in the order of the records; devices by name."""
    devices = sorted(checklist.check.devices, key=lambda device: device.title.casefold())
    asked = frozenset().union(*(question.mentions for question in checklist.check.questions))
    grouped: dict[str, list[Row]] = {group: [] for group in Condition.Group.values}
    for key, record in sorted(_records(checklist).items()):
        cells = tuple(cell(device, key) for device in devices)
        grouped[record["group"]].append(Row(capitalised(record["name"]), record["must_stop"], key in asked, cells))
    groups = tuple(Group(Condition.Group(group).label, tuple(rows)) for group, rows in grouped.items() if rows)
    return Matrix(tuple(_columns(checklist, devices, groups)), groups)


def cell(device: Device, condition: str) -> Cell | None:
    """What the rules of ``device`` come to for somebody with just this condition; None without a rule."""
    rules = [rule for rule in device.rules if rule.condition == condition]
    if not rules:
        return None
    return Cell(
        if_present=_words(max(rule.if_present for rule in rules)),
        if_unknown=_words(max(rule.if_unknown for rule in rules)),
        floor=_of_label(rules, Origin.LABEL),
        borrowed=_of_label(rules, Origin.BORROWED),
        limits=tuple(dict.fromkeys(limit for rule in rules for limit in _limits(rule))),
    )


def _records(checklist: Checklist) -> Mapping[str, Mapping[str, Any]]:
    """Of the questionnaire, and of any condition that only a label knows."""
    known = checklist.document["references"].get("condition", {})
    documents = checklist.devices.values()
    named = {key: row for document in documents for key, row in document["references"].get("condition", {}).items()}
    return {key: {**named, **known}[key] for key in checklist.check.conditions}


def _columns(checklist: Checklist, devices: Iterable[Device], groups: Iterable[Group]) -> Iterator[Column]:
    rows = [row for group in groups for row in group.rows]
    for number, device in enumerate(devices):
        gaps = sum(row.cells[number] is None for row in rows)
        yield Column(device.title, checklist.devices[device.key]["label_source"] is not None, gaps)


def _of_label(rules: Iterable[Rule], origin: Origin) -> DispositionWords | None:
    said = [rule.if_present for rule in rules if rule.origin is origin]
    return _words(max(said)) if said else None


def _limits(rule: Rule) -> Iterator[str]:
    if rule.wait_days is not None:
        yield f"{rule.wait_days} days"
    if rule.areas:
        yield f"not on {areas_words([area for area in Area.values if area in rule.areas])}"
    if rule.where_told:
        yield "not where it is"
    if rule.without:
        yield f"without {Modality(rule.without).label}"


def _words(level: Disposition) -> DispositionWords:
    return disposition(level.name.lower())
