"""A file from outside becomes the draft of a guide: an article in Markdown, or a document in YAML."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from guides.documents import BadDocument, Document, inside
from guides.documents.parsing import decode, lines, parse
from guides.importing import import_article, import_guide
from guides.markdown import Known, Placed, article, headed, normalised
from guides.models import BLOCK_OF_KIND, BLOCKS, Claim, Guide, Record

ARTICLES = (".md", ".markdown", ".txt")
DOCUMENTS = (".yaml", ".yml")

_NAMES = {kind: str(block._meta.verbose_name) for kind, block in BLOCK_OF_KIND.items()}


@dataclass(frozen=True, slots=True)
class Imported:
    """``records``: what the guide refers to and was not on file. ``placed``: what became which kind of block.
    ``not_placed``: what has no place, and was kept as text."""

    guide: Guide
    records: list[Record]
    placed: list[Placed]
    not_placed: list[Placed]


def import_file(name: str, raw: bytes, *, slug: str = "") -> Imported:
    """Create a draft from the file's bytes; its name says what it is. ``slug`` replaces the file's own.

    Raises BadDocument, and creates nothing then.
    """
    text = decode(raw, where=name)
    if PurePath(name).suffix.lower() in DOCUMENTS:
        document = _at(slug, parse(text, where=name))
        with _lines(lambda: lines(text)):
            guide, records = import_guide(document, where=name)
        return Imported(guide, records, _blocks(guide), [])
    head, text = headed(text)
    values = parse(head, where=name) or {}
    read = article(text, known=known())
    with _lines(lambda: {**read.lines, **lines(head)}):
        document = _at(slug, _with_head(values, read.document, where=name))
        guide, records = import_article(replace(read, document=document), where=name)
    placed = [Placed(1, "the head of the file", ", ".join(values)), *read.placed] if values else read.placed
    return Imported(guide, records, [_in_words(each) for each in placed], read.not_placed)


def _with_head(values: dict[str, Any], document: Document, *, where: str) -> Document:
    """With the guide's own fields that the head of the article names, as documents have them."""
    if said := sorted(map(str, values.keys() & document.keys())):
        raise BadDocument(
            inside(where, said[0]), "the article itself says it, so leave it out at the head of the file."
        )
    return {**values, **document}


@contextmanager
def _lines(found: Callable[[], Mapping[str, int]]) -> Iterator[None]:
    """A fault of the document is told with its line of the file."""
    try:
        yield
    except BadDocument as error:
        raise error.on_line(found()) from error


def _at(slug: str, document: Any) -> Any:
    return {**document, "slug": slug, "key": slug} if slug and isinstance(document, dict) else document


def known() -> Known:
    """What articles can refer to."""
    claims = {normalised(statement): key for statement, key in Claim.objects.values_list("statement", "key")}
    guides = Guide.objects.values_list("slug", "key")
    return Known(claims, {name: key for slug, key in guides for name in (slug, key)})


def _blocks(guide: Guide) -> list[Placed]:
    rows = [row for model in BLOCKS for row in model.objects.filter(parent=guide)]
    rows.sort(key=lambda row: row.ordering)
    return [Placed(0, row.uid, _NAMES[row.kind]) for row in rows]


def _in_words(placed: Placed) -> Placed:
    return Placed(placed.line, placed.what, _NAMES.get(placed.became, placed.became))
