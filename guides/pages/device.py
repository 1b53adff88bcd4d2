"""A device's document as its page: every value with who says so, and unknown shown as unknown."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from guides.documents import Document
from guides.models import Area, DeviceFact
from guides.pages.dispositions import DispositionWords, areas_words, disposition, modality_words, strictness
from guides.pages.references import Citation, Reference, References

_BASIS_UNKNOWN = ("not-disclosed", "unverified")


@dataclass(frozen=True, slots=True)
class Fact:
    """``value`` is empty where nobody knows; then ``basis`` says why. ``is_second_hand``: others say so."""

    code: str
    name: str
    value: str
    basis: str
    as_of: dt.date | None
    note: str
    citation: Citation | None
    is_second_hand: bool = False


@dataclass(frozen=True, slots=True)
class LabelLine:
    condition: str
    disposition: DispositionWords
    limits: str
    words: str
    locator: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class DevicePage:
    """``modalities`` and ``areas`` are what the check judges by: ours, not the maker's. ``label_citation`` is None
    where the label is not on file."""

    slug: str
    title: str
    maker: str
    summary: str
    is_reference: bool
    modalities: list[str]
    areas: list[tuple[str, bool]]
    facts: list[Fact]
    label_citation: Citation | None
    label_read_on: dt.date | None
    label: list[LabelLine]
    checked_on: dt.date | None
    unverified: str
    references: list[Reference]

    @property
    def zones(self) -> list[Fact]:
        """What somebody says it is cleared or meant for; empty where we could not verify it."""
        return [fact for fact in self.facts if fact.code == DeviceFact.Name.ZONES and fact.value]

    @property
    def are_modes_known(self) -> bool:
        return any(fact.code == DeviceFact.Name.OTHER_MODES and fact.value for fact in self.facts)

    @property
    def clearances(self) -> list[Fact]:
        """What a regulator has on file; empty where we found nothing."""
        return [fact for fact in self.facts if fact.code == DeviceFact.Name.CLEARANCE and fact.value]

    @property
    def on_record(self) -> list[Fact]:
        """What the maker, a regulator or a measurement says, but for the clearances."""
        return [fact for fact in self.facts if fact.value and not fact.is_second_hand and fact not in self.clearances]

    @property
    def said_by_others(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.value and fact.is_second_hand and fact not in self.clearances]

    @property
    def unknown(self) -> list[Fact]:
        return [fact for fact in self.facts if not fact.value]


@dataclass(frozen=True, slots=True)
class DeviceSummary:
    """A device in a list of devices."""

    title: str
    slug: str
    maker: str
    summary: str
    is_reference: bool
    sold_as: str
    output: list[Fact]
    zones: list[Fact]
    label_is_on_file: bool


def device_page(document: Document) -> DevicePage:
    references = References(document["references"])
    return DevicePage(
        slug=document["slug"],
        title=document["title"],
        maker=document["maker"],
        summary=document["summary"],
        is_reference=document["is_reference"],
        modalities=[_modality(row) for row in document["modalities"]],
        areas=_areas(document["areas"]),
        facts=facts(document["facts"], references),
        label_citation=references.cite("source", document["label_source"]),
        label_read_on=_day(document["label_read_on"]),
        label=_label(document, references),
        checked_on=_day(document["checked_on"]),
        unverified=document["unverified"],
        references=list(references),
    )


def device_summary(document: Document) -> DeviceSummary:
    return DeviceSummary(
        title=document["title"],
        slug=document["slug"],
        maker=document["maker"],
        summary=document["summary"],
        is_reference=document["is_reference"],
        sold_as=sold_as(document),
        output=facts(document["facts"], References({}), [DeviceFact.Name.OUTPUT]),
        zones=facts(document["facts"], References({}), [DeviceFact.Name.ZONES]),
        label_is_on_file=document["label_source"] is not None,
    )


def sold_as(document: dict[str, Any]) -> str:
    """The current that it is sold for. What else the check counts may be our assumption."""
    return modality_words(document["modalities"][0]["modality"]) if document["modalities"] else ""


def is_known(document: dict[str, Any], name: DeviceFact.Name) -> bool:
    return any(fact.value for fact in facts(document["facts"], References({}), [name]))


def facts(
    rows: list[dict[str, Any]], references: References, names: Iterable[DeviceFact.Name] = DeviceFact.Name
) -> list[Fact]:
    """In the fixed order of names, so that devices can be compared. A name without a row is said to be unknown."""
    return [fact for name in names for fact in _facts_named(name, rows, references)]


def unknown_fact(code: str, name: str) -> Fact:
    return Fact(code, name, "", capfirst(DeviceFact.Basis.UNVERIFIED.label), None, "", None)


def _modality(row: dict[str, Any]) -> str:
    return f"{modality_words(row['modality'])}{' (can be left off)' if row['optional'] else ''}"


def _areas(considered: list[str]) -> list[tuple[str, bool]]:
    """Every area and whether the check considers it; nothing where it considers none: unknown is not no."""
    return [(capfirst(area.label), area in considered) for area in Area] if considered else []


def _facts_named(name: DeviceFact.Name, rows: list[dict[str, Any]], references: References) -> Iterator[Fact]:
    named = [row for row in rows if row["name"] == name]
    for row in named:
        yield Fact(
            code=name.value,
            name=name.label,
            value="" if row["basis"] in _BASIS_UNKNOWN else row["value"],
            basis=capfirst(DeviceFact.Basis(row["basis"]).label),
            as_of=_day(row["as_of"]),
            note=row["note"],
            citation=references.cite("source", row["source"]),
            is_second_hand=row["basis"] == DeviceFact.Basis.REPORTED,
        )
    if not named:
        yield unknown_fact(name.value, name.label)


def _label(document: Document, references: References) -> list[LabelLine]:
    """The strictest first; among equals, in the label's own order."""
    rows = sorted(document["label"], key=lambda row: -strictness(row["if_present"]))
    return [_label_line(row, document["references"]["condition"][row["condition"]], references) for row in rows]


def _label_line(row: dict[str, Any], condition: dict[str, Any], references: References) -> LabelLine:
    limits = f"Leave out: {areas_words(row['areas'])}." if row["areas"] else ""
    return LabelLine(
        condition=capfirst(condition["name"]),
        disposition=disposition(row["if_present"]),
        limits="Leave out the place where you have it." if row["where_told"] else limits,
        words=row["words"],
        locator=row["locator"],
        citation=references.cite("source", row["source"]),
    )


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None
