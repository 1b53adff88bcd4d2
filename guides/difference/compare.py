"""Two documents, from the whole to the word. Every name and every value is told by the models that wrote them."""

from collections.abc import Iterator
from typing import Any

from guides.difference.change import Change, Difference, Kind, Section
from guides.difference.matching import Row, moved, pairs
from guides.difference.naming import (
    COMPARED,
    Model,
    Side,
    children_of,
    fields_of,
    is_free_text,
    is_nothing,
    kind_of,
    label_of,
    model_of_reference,
    name_of,
    words,
)
from guides.difference.wording import pieces
from guides.documents import Document
from guides.models import BLOCK_OF_KIND, draft_model
from guides.softening import softened

_APART = {"schema", "kind", "key", "uid", "blocks", "references"}
_FIRST = ("condition", "claim", "product", "chart", COMPARED)
_LAST = ("study", "source", "topic", "device", "guide")


def difference(old: Document, new: Document) -> Difference:
    """What is different in ``new``: what is milder, the document itself, its blocks, and what it refers to."""
    return Difference(softened(old, new), list(_Comparison(old, new).sections()))


def safety_changes(old: Document, new: Document) -> list[Change]:
    """What is different about conditions, with their rules, and about what labels say; the rest is not looked at."""
    return list(_Comparison(old, new).safety())


class _Comparison:
    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = Side(old), Side(new)

    def sections(self) -> Iterator[Section]:
        model = draft_model(self.new.document["kind"])
        itself = self.row(model, self.old.document, self.new.document)
        found = [
            *(Section(_plural(kind), list(self.records(kind))) for kind in _FIRST),
            Section(f"The {kind_of(model)} itself", list(itself)),
            Section("Its blocks", list(self.blocks())),
            *(Section(_plural(kind), list(self.records(kind))) for kind in _LAST),
        ]
        return (section for section in found if section.changes)

    def safety(self) -> Iterator[Change]:
        yield from self.records("condition")
        old, new = ({"label": side.document.get("label", [])} for side in (self.old, self.new))
        yield from self.row(draft_model(self.new.document["kind"]), old, new)

    def row(self, model: Model, old: Row, new: Row, what: str = "") -> Iterator[Change]:
        """What differs between two states of one row, and in the rows inside it."""
        children = children_of(model)
        for name in _in_order(model, {*old, *new} - _APART - set(children)):
            before, after = old.get(name), new.get(name)
            if before != after and not (is_nothing(before) and is_nothing(after)):
                yield self.value(model, name, before, after, what)
        for name, child in children.items():
            yield from self.rows(child, old.get(name, []), new.get(name, []), what)

    def value(self, model: Model, name: str, old: Any, new: Any, what: str) -> Change:
        label = f"{what}, {label_of(model, name)}" if what else label_of(model, name)
        before, after = words(model, name, old, self.old), words(model, name, new, self.new)
        if old and new and is_free_text(model, name) and before != after:
            return Change(Kind.CHANGED, label, pieces=pieces(before, after))
        if before == after:  # Rich text of the same words, or another record of the same name.
            return Change(Kind.CHANGED, label, before, f"{after} (set in another way)")
        return Change(Kind.CHANGED, label, before, after)

    def rows(self, model: Model, old: list[Row], new: list[Row], inside: str) -> Iterator[Change]:
        """What came, went, moved or differs among rows of one kind."""
        shifted = moved(old, new)
        for before, after in pairs(old, new, lambda row: name_of(model, row, self.new)):
            yield from self.pair(model, before, after, inside, shifted)

    def pair(self, model: Model, old: Row | None, new: Row | None, inside: str, shifted: set[str]) -> Iterator[Change]:
        what = self.called(model, old, new, inside)
        if old is None or new is None:
            yield Change(Kind.ADDED if old is None else Kind.REMOVED, what)
            return
        if str(new.get("uid") or new.get("key")) in shifted:
            yield Change(Kind.MOVED, what)
        yield from self.row(model, old, new, what)

    def blocks(self) -> Iterator[Change]:
        old, new = (side.document.get("blocks", []) for side in (self.old, self.new))
        shifted = moved(old, new)
        for before, after in pairs(old, new, str):
            if before and after and before["kind"] != after["kind"]:  # The place was given to another kind of block.
                yield from self.pair(BLOCK_OF_KIND[before["kind"]], before, None, "", shifted)
                before = None
            model = BLOCK_OF_KIND[(after or before or {})["kind"]]
            yield from self.pair(model, before, after, "", shifted)

    def records(self, kind: str) -> Iterator[Change]:
        old, new = self.old.records(kind), self.new.records(kind)
        for key in sorted({*old, *new}):
            yield from self.pair(model_of_reference(kind), old.get(key), new.get(key), "", set())

    def called(self, model: Model, old: Row | None, new: Row | None, inside: str) -> str:
        name = name_of(model, new, self.new) if new is not None else name_of(model, old or {}, self.old)
        own = f"{kind_of(model)} “{name}”"
        return f"{inside}, {own}" if inside else own


def _in_order(model: Model, names: set[str]) -> list[str]:
    """As the model has its fields: databases may give a document's values back in another order."""
    known = [name for name in (*fields_of(model), *getattr(model, "computed_names", ())) if name in names]
    return [*known, *sorted(names - set(known))]


def _plural(kind: str) -> str:
    name = str(model_of_reference(kind)._meta.verbose_name_plural)
    return f"{name[0].upper()}{name[1:]} it {'compares' if kind == COMPARED else 'refers to'}"
