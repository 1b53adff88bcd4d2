"""Documents and articles become records and drafts, with the same validation an editor's form has."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from guides.documents import SCHEMA, BadDocument, Document, inside, listed, load
from guides.markdown import Article
from guides.models import (
    BLOCK_OF_KIND,
    BLOCKS,
    Chart,
    Claim,
    Condition,
    Draft,
    Guide,
    Product,
    Record,
    Source,
    Study,
    Term,
    Topic,
)

_ABOUT_THE_DOCUMENT = {"schema", "kind", "references"}

_RECORDS: tuple[type[Record], ...] = (Source, Study, Chart, Claim, Product, Term, Topic, Condition)
"""Those that others refer to come first."""


@transaction.atomic
def import_records(model: type[Record], rows: Any, *, where: str) -> list[Record]:
    """Create records from ``{key: fields}``. Raises BadDocument, and creates none then."""
    places = {key: inside(where, key) for key in _named(rows, where=where)}
    return [load(model, {"key": key, **_named(rows[key], where=place)}, where=place) for key, place in places.items()]


@transaction.atomic
def import_guide(document: Any, *, where: str) -> tuple[Guide, list[Record]]:
    """Create a guide from its document as it was exported, and those of its records that are not on file here.

    Raises BadDocument, and creates nothing then.
    """
    created: list[Record] = []
    place = inside(where, "references")
    references = _named(_named(document, where=where).get("references", {}), where=place)
    for model in _RECORDS:
        copies = _named(references.get(model.refers_as, {}), where=inside(place, model.refers_as))
        on_file = set(model._default_manager.filter(key__in=copies).values_list("key", flat=True))
        missing = {key: fields for key, fields in copies.items() if key not in on_file}
        created += import_records(model, missing, where=inside(place, model.refers_as))
    (guide,) = import_drafts(Guide, {where: document})
    return guide, created


@transaction.atomic
def import_article(article: Article, *, where: str) -> tuple[Guide, list[Record]]:
    """Create a guide from an article, and the claims that are new. Raises BadDocument, and creates nothing then."""
    if not article.document.get("title"):
        raise BadDocument(where, "the article has no title: begin it with a line such as “# How microcurrent works”.")
    created = import_records(Claim, article.claims, where=where)
    (guide,) = import_drafts(Guide, {where: article.document})
    return guide, created


@transaction.atomic
def import_drafts(model: type[Draft], documents: dict[str, Any]) -> list[Draft]:
    """Create drafts from ``{where: document}``; guides may refer to each other in any order.

    Raises BadDocument, and creates none then.
    """
    drafts = [_import_draft(model, document, where=where) for where, document in documents.items()]
    for draft, (where, document) in zip(drafts, documents.items(), strict=True):
        if isinstance(draft, Guide):
            _import_blocks(draft, listed(document.get("blocks"), where=inside(where, "blocks")), where=where)
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
        _import_blocks(draft, listed(document.get("blocks"), where=inside(where, "blocks")), where=where)


def _import_draft(model: type[Draft], document: Any, *, where: str) -> Draft:
    if (document := _named(document, where=where)).get("kind") != model.kind:
        raise BadDocument(inside(where, "kind"), f"expected a document of kind “{model.kind}”.")
    return load(model, {"key": document.get("slug"), **_own(document, where)}, where=where)


def _own(document: Document, where: str) -> dict[str, Any]:
    """The fields of the draft's own row, and its children."""
    if document.get("schema") != SCHEMA:
        raise BadDocument(inside(where, "schema"), f"expected schema {SCHEMA}.")
    apart = _ABOUT_THE_DOCUMENT | {"blocks"} if document["kind"] == Guide.kind else _ABOUT_THE_DOCUMENT
    return {name: value for name, value in document.items() if name not in apart}


def _import_blocks(guide: Guide, blocks: Iterable[Any], *, where: str) -> None:
    uids: list[Any] = []
    for index, written in enumerate(blocks):
        place = inside(where, f"blocks[{index}]")
        block = BLOCK_OF_KIND.get(str(written.get("kind"))) if isinstance(written, dict) else None
        if block is None:
            raise BadDocument(inside(place, "kind"), f"expected a kind of block: {', '.join(BLOCK_OF_KIND)}.")
        fields = {name: value for name, value in written.items() if name != "kind"}
        fields["uid"] = fields.get("uid") or f"{index:08x}"
        if fields["uid"] in uids:
            raise BadDocument(inside(place, "uid"), f"another block is called “{fields['uid']}” already.")
        uids.append(fields["uid"])
        load(block, fields, where=place, parent=guide, region=block.region_key, ordering=(index + 1) * 10)


def _named(values: Any, *, where: str) -> dict[Any, Any]:
    if not isinstance(values, dict):
        raise BadDocument(where, "expected named values.")
    return values
