"""Documents from files become records and drafts, with the same validation an editor's form has."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from guides.documents import BadDocument, load
from guides.models import BLOCKS, Draft, Guide, Record

_ABOUT_THE_DOCUMENT = {"schema", "kind", "references"}
_BLOCK_OF_KIND = {block.kind: block for block in BLOCKS}


def read(path: Path) -> Any:
    """The values in a YAML file. Raises BadDocument, naming the line, for what is no YAML or no UTF-8."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadDocument(path.name, str(error)) from error


@transaction.atomic
def import_records(model: type[Record], rows: dict[str, Any], *, where: str) -> None:
    """Create records from ``{key: fields}``."""
    for key, fields in rows.items():
        load(model, {"key": key, **fields}, where=f"{where}: {key}")


@transaction.atomic
def import_drafts(model: type[Draft], documents: dict[str, Any]) -> list[Draft]:
    """Create drafts from ``{where: document}``; guides may refer to each other in any order."""
    drafts = [_import_draft(model, document, where=where) for where, document in documents.items()]
    for draft, (where, document) in zip(drafts, documents.items(), strict=True):
        if isinstance(draft, Guide):
            _import_blocks(draft, document.get("blocks") or [], where=where)
    return drafts


def _import_draft(model: type[Draft], document: Any, *, where: str) -> Draft:
    if not isinstance(document, dict) or document.get("kind") != model.kind:
        raise BadDocument(where, f"expected a document of kind “{model.kind}”.")
    fields = {name: value for name, value in document.items() if name not in _ABOUT_THE_DOCUMENT | {"blocks"}}
    return load(model, {"key": document.get("slug"), **fields}, where=where)


def _import_blocks(guide: Guide, blocks: Iterable[Any], *, where: str) -> None:
    for index, written in enumerate(blocks):
        place = f"{where}: blocks[{index}]"
        block = _BLOCK_OF_KIND.get(written.get("kind")) if isinstance(written, dict) else None
        if block is None:
            raise BadDocument(place, f"expected a kind of block: {', '.join(_BLOCK_OF_KIND)}.")
        fields = {"uid": f"{index:08x}", **{name: value for name, value in written.items() if name != "kind"}}
        load(block, fields, where=place, parent=guide, region=block.region_key, ordering=(index + 1) * 10)
