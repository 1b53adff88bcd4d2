"""From a draft to its document: its own rows, and a frozen copy of every record they refer to."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models

from guides.documents.canonical import Document
from guides.documents.codec import complete, dump, reference
from guides.documents.compared import frozen, sources_of
from guides.documents.links import Address, by_identity, keys_by_address, links
from guides.models import (
    BLOCKS,
    Chart,
    Claim,
    Comparison,
    Condition,
    ConditionList,
    Device,
    Draft,
    Edition,
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
    return _Assembler(at).assemble(draft)


class _Assembler:
    def __init__(self, at: dt.datetime | None) -> None:
        self.at = at
        self.cited: dict[str, set[str]] = defaultdict(set)
        self.compared: set[str] = set()
        self.rows: list[models.Model] = []

    def assemble(self, draft: Draft) -> Assembly:
        row = complete(type(draft)).get(pk=draft.pk)
        document: Document = {"schema": SCHEMA, "kind": draft.kind, **self.dump(row)}
        if isinstance(row, Guide):
            document["blocks"] = self.blocks(row)
        document["references"] = self.references()
        return Assembly(document, self.rows)

    def blocks(self, guide: Guide) -> list[dict[str, Any]]:
        regions = {region.key: index for index, region in enumerate(guide.regions)}
        rows = [row for model in BLOCKS for row in complete(model).filter(parent=guide)]
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
        if self.compared and self.at:
            live = list(Edition.objects.about(*(("device", key) for key in sorted(self.compared))).live(self.at))
            written["compared"] = {edition.key: frozen(edition) for edition in live}
            written["source"] = sources_of(live) | written.get("source", {})

    def copies(self, model: type[Record] | type[Draft], keys: set[str]) -> dict[str, dict[str, Any]]:
        """Records whole; of other drafts, which have editions of their own, the title."""
        if issubclass(model, Draft):
            return {row.key: {"title": row.title} for row in model.objects.filter(key__in=keys)}
        return {row.key: self.dump(row) for row in complete(model).filter(key__in=keys)}

    def dump(self, row: models.Model) -> dict[str, Any]:
        self.rows.append(row)
        written = dump(row, cite=self.cite, prose=self.prose)
        if isinstance(row, ConditionList):
            written["conditions"] = sorted(key for key, given in self.dispositions.items() if given & row.listed())
            self.cited["condition"].update(written["conditions"])
        if isinstance(row, TermList):
            written["terms"] = sorted(Term.objects.values_list("key", flat=True))
            self.cited["term"].update(written["terms"])
        if isinstance(row, Comparison):
            self.compared.update(written["devices"])
        return written

    @cached_property
    def dispositions(self) -> dict[str, set[str]]:
        """What the rules of each condition give, read once however many lists there are."""
        given: dict[str, set[str]] = defaultdict(set)
        for key, disposition in Condition.objects.values_list("key", "rules__if_present"):
            given[key].add(disposition)
        return given

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
        return self.keys_by_address.get(address)

    @cached_property
    def keys_by_address(self) -> dict[Address, str]:
        return keys_by_address()
