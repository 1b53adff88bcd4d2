"""Checks of how rich text is built, wherever a document has some."""

import datetime as dt
import re
from collections.abc import Iterator

from django.utils.text import slugify

from guides.documents import Document
from guides.models.prose import plain
from guides.problems.problem import Problem, blocker, check, warning

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_EMPTY = re.compile(r"<(p|li|blockquote)>(?:\s|&nbsp;|<br>|</?(?:strong|em|sub|sup)>)*</\1>")
_RECORDS = {"claim": "explanation", "product": "reason", "term": "explanation"}


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every rich text of a document, with where it stands."""
    for index, block in enumerate(document.get("blocks", ())):
        if block.get("html"):
            yield f"blocks[{index}].html", block["html"]
    for kind, name in _RECORDS.items():
        for key, record in document["references"].get(kind, {}).items():
            if record[name]:
                yield f"references.{kind}.{key}.{name}", record[name]


def headings_of(html: str) -> Iterator[tuple[int, str]]:
    """Level and words of each heading."""
    for level, inner in _HEADING.findall(html):
        yield int(level), plain(inner)


@check("guide")
def headings(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Sections open with a heading of level 2 in a text of their own; what stands under one has level 3."""
    in_section = False
    for where, html in texts(document):
        opens_sections = where.startswith("blocks") and _block(document, where)["kind"] == "prose"
        for level, words in headings_of(html):
            if not slugify(words):
                yield blocker("heading-empty", where, "A heading has no words.", "Write it, or remove it.")
            elif message := _misplaced(level, in_section, opens_sections):
                yield blocker(
                    "heading-level", where, f"“{words}” {message}", "Give it the level that its place asks for."
                )
            in_section = in_section or level == 2


@check("guide")
def headings_alike(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Two that are called alike have anchors that depend on their order."""
    seen: set[str] = set()
    for where, html in texts(document):
        for _, words in headings_of(html):
            if (anchor := slugify(words)) and anchor in seen:
                message = f"Two headings are called “{words}”."
                yield warning("heading-twice", where, message, "Tell them apart: links and readers jump to the first.")
            seen.add(anchor)


@check("guide")
def empty_elements(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for where, html in texts(document):
        if _EMPTY.search(html):
            yield warning("text-empty", where, "There is an empty paragraph or list item.", "Remove it.")


def _block(document: Document, where: str) -> dict[str, str]:
    return document["blocks"][int(where[len("blocks[") : where.index("]")])]


def _misplaced(level: int, in_section: bool, opens_sections: bool) -> str:
    if level not in (2, 3):
        return f"is a heading of level {level}; there are 2 and 3 only."
    if level == 2 and not opens_sections:
        return "is a heading of level 2, which opens a section, inside another block."
    if level == 3 and not in_section:
        return "is a heading of level 3, but no section of level 2 is open."
    return ""
