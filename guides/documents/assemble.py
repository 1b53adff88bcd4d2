"""From a draft to its document: its own rows, and a frozen copy of every record they refer to."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import models

from guides.documents.canonical import Document
from guides.documents.codec import complete, dump, reference
from guides.documents.links import by_identity, links
from guides.models import BLOCKS, Chart, Claim, Condition, Device, Draft, Guide, Product, Record, Source, Study
from guides.models.prose import sanitise

SCHEMA = 1

_REFERABLE: dict[str, type[Record] | type[Draft]] = {
    model.refers_as: model for model in (Source, Study, Claim, Condition, Chart, Product, Guide, Device)
}


@dataclass(frozen=True, slots=True)
class Assembly:
    """A document together with the rows it was made of."""

    document: Document
    rows: list[models.Model]


def assemble(draft: Draft) -> Assembly:
    """Read ``draft`` and everything it refers to into one document.

    ``document["references"][kind][key]`` holds the record as it is now. A link to something that does not
    exist is left without a reference, for the checks to find.
    """
    return _Assembler().assemble(draft)


class _Assembler:
    def __init__(self) -> None:
        self.cited: dict[str, set[str]] = defaultdict(set)
        self.rows: list[models.Model] = []

    def assemble(self, draft: Draft) -> Assembly:
        row = complete(type(draft)).get(pk=draft.pk)
        document: Document = {"schema": SCHEMA, "kind": draft.kind, **self.dump(row)}
        if isinstance(row, Guide):
            document["blocks"] = self.blocks(row)
        document["references"] = self.references()
        return Assembly(document, self.rows)

    def blocks(self, guide: Guide) -> list[dict[str, Any]]:
        regions = [region.key for region in guide.regions]
        rows = [row for model in BLOCKS for row in complete(model).filter(parent=guide)]
        rows.sort(key=lambda row: (regions.index(row.region), row.ordering, row.uid))
        return [{"kind": row.kind, **self.dump(row)} for row in rows]

    def references(self) -> dict[str, dict[str, Any]]:
        written: dict[str, dict[str, Any]] = {}
        while missing := {kind: keys - written.get(kind, {}).keys() for kind, keys in self.cited.items()}:
            if not any(missing.values()):
                break
            for kind, keys in missing.items():
                written.setdefault(kind, {}).update(dict.fromkeys(keys))
                for row in complete(_REFERABLE[kind]).filter(key__in=keys):
                    written[kind][row.key] = self.reference(row)
        return {
            kind: {key: value for key, value in rows.items() if value is not None} for kind, rows in written.items()
        }

    def reference(self, row: Record | Draft) -> dict[str, Any]:
        if isinstance(row, Draft):
            return {"title": row.title}
        return self.dump(row)

    def dump(self, row: models.Model) -> dict[str, Any]:
        self.rows.append(row)
        written = dump(row, cite=self.cite, prose=self.prose)
        self.cited["condition"].update(written.get("conditions", ()))
        return written

    def cite(self, row: models.Model) -> str:
        if isinstance(row, Record | Draft):
            self.cited[row.refers_as].add(row.key)
        return reference(row)

    def prose(self, html: str) -> str:
        html = by_identity(sanitise(html))
        for kind, key in links(html):
            self.cited[kind].add(key)
        return html
