"""Documents from files become records and drafts, with the same validation an editor's form has."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from guides.documents import SCHEMA, BadDocument, Document, listed, load
from guides.models import BLOCKS, Draft, Guide, Record

_ABOUT_THE_DOCUMENT = {"schema", "kind", "references"}
_BLOCK_OF_KIND = {block.kind: block for block in BLOCKS}


def read(path: Path) -> Any:
    """The values in a YAML file. Raises BadDocument for what is no YAML, no UTF-8 or no date, or says a thing twice."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 -- a SafeLoader
    except (yaml.YAMLError, ValueError) as error:
        raise BadDocument(path.name, str(error)) from error


@transaction.atomic
def import_records(model: type[Record], rows: Any, *, where: str) -> None:
    """Create records from ``{key: fields}``. Raises BadDocument, and creates none then."""
    for key, fields in _named(rows, where=where).items():
        place = f"{where}: {key}"
        load(model, {"key": key, **_named(fields, where=place)}, where=place)


@transaction.atomic
def import_drafts(model: type[Draft], documents: dict[str, Any]) -> list[Draft]:
    """Create drafts from ``{where: document}``; guides may refer to each other in any order.

    Raises BadDocument, and creates none then.
    """
    drafts = [_import_draft(model, document, where=where) for where, document in documents.items()]
    for draft, (where, document) in zip(drafts, documents.items(), strict=True):
        if isinstance(draft, Guide):
            _import_blocks(draft, listed(document.get("blocks"), where=f"{where}: blocks"), where=where)
    return drafts


@transaction.atomic
def restore(draft: Draft, document: Document, *, where: str) -> None:
    """Put what ``document`` says into the draft's own rows, in place of what they say now.

    Key and address stay. Records that it refers to are left as they are now: they are no part of the draft.
    Raises BadDocument where one of them is gone, and changes nothing then.
    """
    for name in getattr(draft, "children", ()):
        getattr(draft, name).all().delete()
    load(type(draft), {**_own(document, where), "key": draft.key, "slug": draft.slug}, where=where, into=draft)
    if isinstance(draft, Guide):
        for model in BLOCKS:
            model._default_manager.filter(parent=draft).delete()
        _import_blocks(draft, listed(document.get("blocks"), where=f"{where}: blocks"), where=where)


def _import_draft(model: type[Draft], document: Any, *, where: str) -> Draft:
    if (document := _named(document, where=where)).get("kind") != model.kind:
        raise BadDocument(where, f"expected a document of kind “{model.kind}”.")
    return load(model, {"key": document.get("slug"), **_own(document, where)}, where=where)


def _own(document: Document, where: str) -> dict[str, Any]:
    """The fields of the draft's own row, and its children."""
    if document.get("schema") != SCHEMA:
        raise BadDocument(where, f"expected schema {SCHEMA}.")
    apart = _ABOUT_THE_DOCUMENT | {"blocks"} if document["kind"] == Guide.kind else _ABOUT_THE_DOCUMENT
    return {name: value for name, value in document.items() if name not in apart}


def _import_blocks(guide: Guide, blocks: Iterable[Any], *, where: str) -> None:
    uids: list[Any] = []
    for index, written in enumerate(blocks):
        place = f"{where}: blocks[{index}]"
        block = _BLOCK_OF_KIND.get(str(written.get("kind"))) if isinstance(written, dict) else None
        if block is None:
            raise BadDocument(place, f"expected a kind of block: {', '.join(_BLOCK_OF_KIND)}.")
        fields = {name: value for name, value in written.items() if name != "kind"}
        fields["uid"] = fields.get("uid") or f"{index:08x}"
        if fields["uid"] in uids:
            raise BadDocument(f"{place}.uid", f"another block is called “{fields['uid']}” already.")
        uids.append(fields["uid"])
        load(block, fields, where=place, parent=guide, region=block.region_key, ordering=(index + 1) * 10)


def _named(values: Any, *, where: str) -> dict[Any, Any]:
    if not isinstance(values, dict):
        raise BadDocument(where, "expected named values.")
    return values


class _Loader(yaml.SafeLoader):
    """Refuses a name that stands twice in one place; YAML would let the last one win in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: list[Any] = []
        for name, _ in node.value:
            if name.value in seen:
                problem = f"“{name.value}” stands here twice"
                raise yaml.constructor.ConstructorError(problem=problem, problem_mark=name.start_mark)
            seen.append(name.value)
        return super().construct_mapping(node, deep)
