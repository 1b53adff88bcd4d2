"""Devices side by side: first where they differ, then where they are the same, then what nobody knows of any."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from guides.models import DeviceFact
from guides.pages.addresses import Addresses
from guides.pages.device import Fact, facts, sold_as, unknown_fact
from guides.pages.references import References


@dataclass(frozen=True, slots=True)
class ComparedDevice:
    """``address`` is None where the device is not live. ``edition`` says these things of it, from ``live_from`` on."""

    slug: str
    title: str
    maker: str
    is_reference: bool
    address: str | None
    edition: int
    live_from: dt.date


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one device; a device can have several values, each with who says so."""

    whose: str
    facts: list[Fact]

    @property
    def known(self) -> set[str]:
        return {fact.value.casefold() for fact in self.facts if fact.value}


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    name: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Unknown is neither yes nor no: beside something known it is a difference, and alone it is not “the same”."""

    devices: list[ComparedDevice]
    different: list[ComparisonRow]
    same: list[ComparisonRow]
    unknown: list[ComparisonRow]

    @property
    def title(self) -> str:
        return " or ".join(device.title for device in self.devices)

    @property
    def query(self) -> str:
        """Of the page that compares the same devices, the same however they were asked for."""
        return "?" + urlencode([("device", device.slug) for device in self.devices])


def comparison(compared: dict[str, dict[str, Any]], references: References, addresses: Addresses) -> Comparison:
    """``compared`` maps keys of devices to their frozen parts. They stand in alphabetical order: it is no ranking."""
    ordered = dict(sorted(compared.items(), key=lambda item: item[1]["title"].casefold()))
    shown = Comparison([_device(key, row, addresses) for key, row in ordered.items()], [], [], [])
    for row in _rows(list(ordered.values()), references):
        _list_for(row, shown).append(row)
    return shown


def _list_for(row: ComparisonRow, shown: Comparison) -> list[ComparisonRow]:
    known = [cell.known for cell in row.cells]
    if not any(known):
        return shown.unknown
    return shown.same if all(values == known[0] for values in known) else shown.different


def _device(key: str, row: dict[str, Any], addresses: Addresses) -> ComparedDevice:
    return ComparedDevice(
        slug=row["slug"],
        title=row["title"],
        maker=row["maker"],
        is_reference=row["is_reference"],
        address=addresses.get(("device", key)),
        edition=row["edition"],
        live_from=dt.date.fromisoformat(row["live_from"]),
    )


def _rows(compared: list[dict[str, Any]], references: References) -> list[ComparisonRow]:
    """Row by row, so that references are numbered as they are read. Areas and modes stand as their facts have them:
    what the check counts is partly our assumption."""
    rows = [_row("Sold as", compared, _sold_as)]
    for name in DeviceFact.Name:
        rows.append(_row(name.label, compared, lambda row, name=name: facts(row["facts"], references, (name,))))
    return [*rows, _row("Its label", compared, lambda row: [_label(row, references)])]


def _row(name: str, compared: list[dict[str, Any]], look: Any) -> ComparisonRow:
    return ComparisonRow(name, [Cell(row["title"], look(row)) for row in compared])


def _sold_as(row: dict[str, Any]) -> list[Fact]:
    words = sold_as(row)
    return [Fact("sold-as", "", words, "", None, "", None) if words else unknown_fact("sold-as", "")]


def _label(row: dict[str, Any], references: References) -> Fact:
    if not row["label_source"]:
        return Fact("label", "", "", "Not on file", None, "", None)
    read_on = dt.date.fromisoformat(row["label_read_on"]) if row["label_read_on"] else None
    return Fact("label", "", "On file", "", read_on, "", references.cite("source", row["label_source"]))
