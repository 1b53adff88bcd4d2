"""From a draft to its document: its own rows, and a frozen copy of every record they refer to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from guides.documents.canonical import Document
from guides.documents.codec import dump, reference
from guides.documents.compared import frozen, sources_of
from guides.documents.links import Address, by_identity, links
from guides.documents.rows import AllRows, Rows
from guides.models import (
    Chart,
    Claim,
    Comparison,
    Condition,
    ConditionList,
    Device,
    Draft,
    Guide,
    Product,
    Record,
    Source,
    Study,
    Term,
    TermList,
    Topic,
)
from guides.models.prose import sanitise

SCHEMA = 1

REFERABLE: dict[str, type[Record] | type[Draft]] = {
    model.refers_as: model for model in (Source, Study, Claim, Condition, Chart, Product, Term, Topic, Guide, Device)
}


@dataclass(frozen=True, slots=True)
class Assembly:
    """A document together with the rows it was made of."""

    document: Document
    rows: list[models.Model]


def assemble(draft: Draft, *, at: dt.datetime | None = None) -> Assembly:
    """Read ``draft`` and everything it refers to into one document.

    ``document["references"][kind][key]`` holds the record as it is now; of devices that are compared, what their
    editions say that are live ``at`` this moment. A link to something that does not exist is left without a
    reference, for the checks to find; so is a compared device that has no live edition, or any without a moment.
    """
    return _Assembler(Rows(at)).assemble(draft)


def assemble_each(drafts: Iterable[Draft], *, at: dt.datetime | None = None) -> Iterator[Assembly]:
    """The same of each of them, in a number of queries that does not grow with them."""
    read = AllRows(at)
    return (_Assembler(read).assemble(draft) for draft in drafts)


class _Assembler:
    def __init__(self, read: Rows) -> None:
        self.read = read
        self.cited: dict[str, set[str]] = defaultdict(set)
        self.compared: set[str] = set()
        self.rows: list[models.Model] = []

    def assemble(self, draft: Draft) -> Assembly:
        row = self.read.whole(draft)
        document: Document = {"schema": SCHEMA, "kind": draft.kind, **self.dump(row)}
        if isinstance(row, Guide):
            document["blocks"] = self.blocks(row)
        document["references"] = self.references()
        return Assembly(document, self.rows)

    def blocks(self, guide: Guide) -> list[dict[str, Any]]:
        regions = {region.key: index for index, region in enumerate(guide.regions)}
        rows = self.read.blocks(guide)
        rows.sort(key=lambda row: (regions.get(row.region, len(regions)), row.ordering, row.uid))
        return [{"kind": row.kind, **self.dump(row)} for row in rows]

    def references(self) -> dict[str, dict[str, Any]]:
        written: dict[str, dict[str, Any]] = {}
        sought: dict[str, set[str]] = defaultdict(set)
        while missing := {kind: keys - sought[kind] for kind, keys in self.cited.items() if keys - sought[kind]}:
            for kind, keys in missing.items():
                sought[kind] |= keys
                written.setdefault(kind, {}).update(self.copies(REFERABLE[kind], keys))
        self.freeze_compared(written)
        return {kind: copies for kind, copies in written.items() if copies}

    def freeze_compared(self, written: dict[str, dict[str, Any]]) -> None:
        """Devices have editions of their own: those are what readers may be told, not their drafts."""
        if live := self.read.devices_live(self.compared):
            written["compared"] = {edition.key: frozen(edition) for edition in live}
            written["source"] = sources_of(live) | written.get("source", {})

    def copies(self, model: type[Record] | type[Draft], keys: set[str]) -> dict[str, dict[str, Any]]:
        """Records whole; of other drafts, which have editions of their own, the title."""
        if issubclass(model, Draft):
            return {row.key: {"title": row.title} for row in self.read.named(model, keys)}
        return {row.key: self.dump(row) for row in self.read.named(model, keys)}

    def dump(self, row: models.Model) -> dict[str, Any]:
        self.rows.append(row)
        written = dump(row, cite=self.cite, prose=self.prose)
        if isinstance(row, ConditionList):
            written["conditions"] = sorted(key for key, given in self.read.dispositions.items() if given & row.listed())
            self.cited["condition"].update(written["conditions"])
        if isinstance(row, TermList):
            written["terms"] = self.read.terms
            self.cited["term"].update(written["terms"])
        if isinstance(row, Comparison):
            self.compared.update(written["devices"])
        return written

    def cite(self, row: models.Model) -> str:
        if isinstance(row, Record | Draft):
            self.cited[row.refers_as].add(row.key)
        return reference(row)

    def prose(self, html: str) -> str:
        html = by_identity(sanitise(html), self.key_of)
        for kind, key in links(html):
            self.cited[kind].add(key)
        return html

    def key_of(self, address: Address) -> str | None:
        return self.read.keys_by_address.get(address)
