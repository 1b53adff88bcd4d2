"""Checks of rich text, wherever a document has some."""

import datetime as dt
import re
from collections.abc import Iterator

from django.utils.html import strip_tags

from guides.documents import Document
from guides.documents.links import identified, own_path
from guides.models import Edition
from guides.problems.problem import Problem, blocker, check, warning

_HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
_HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
_EMPTY = re.compile(r"<(p|li|blockquote|strong|em|a)(?: [^>]*)?>\s*</\1>")
_PASSAGE = re.compile(r"<(p|li|h2|h3)>(.*?)</\1>", re.DOTALL)
_CITATION = re.compile(r'href="(study|source):')
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_ABSOLUTE = re.compile(
    r"\b(permanent(ly)?|instant(ly)?|guaranteed?|miracle|miraculous|proven|always works?|never fails|"
    r"safe for (everyone|everybody|all)|no side effects|risk-free)\b",
    re.IGNORECASE,
)
_BORROWED_AUTHORITY = re.compile(
    r"\b(studies show|research shows|clinically (proven|tested)|scientists (say|agree))\b", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(no|not|never|nobody|nothing|cannot|without|n't)\b|\?", re.IGNORECASE)
_OF_DRAFTS = ("guide", "device")


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every rich text of a document, with where it stands."""
    for index, block in enumerate(document.get("blocks", ())):
        if block.get("html"):
            yield f"blocks[{index}].html", block["html"]
    for kind, name in (("claim", "explanation"), ("product", "reason")):
        for key, record in document["references"].get(kind, {}).items():
            if record[name]:
                yield f"references.{kind}.{key}.{name}", record[name]


@check("guide")
def broken_links(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """A link by identity needs somebody to lead to; an address on this site needs to exist."""
    for where, html in texts(document):
        for href in _HREF.findall(html):
            if identity := identified(href):
                yield from _missing(document, identity, where)
            elif re.match(r"/(guides|devices)/.", path := own_path(href) or ""):
                message = f"The link to {path} leads nowhere: no guide or device has or had this address."
                yield blocker("link-broken", where, message, "Correct the address.")
            elif not href:
                yield blocker("link-empty", where, "A link has no address.", "Give it one, or remove it.")


@check("guide")
def links_to_what_is_not_live(document: Document, at: dt.datetime) -> Iterator[Problem]:
    linked = {
        (identity[0], identity[1]): where
        for where, html in texts(document)
        for href in _HREF.findall(html)
        if (identity := identified(href)) and identity[0] in _OF_DRAFTS
    }
    linked |= {("guide", b["guide"]): f"blocks[{n}].guide" for n, b in enumerate(document["blocks"]) if b.get("guide")}
    live = set(Edition.objects.about(*linked).live(at).values_list("kind", "key"))
    own = (document["kind"], document["key"])
    for (kind, key), where in sorted(linked.items()):
        if (kind, key) not in live and (kind, key) != own and key in document["references"].get(kind, {}):
            message = f"The {kind} “{document['references'][kind][key]['title']}” is not live."
            yield warning(
                "link-not-live", where, message, "Readers see the words without a link until it is published."
            )


@check("guide")
def headings(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Sections open with a heading of level 2; what stands under one has level 3."""
    opened = False
    for where, html in texts(document):
        if not where.startswith("blocks"):
            continue
        for level, inner in _HEADING.findall(html):
            if not strip_tags(inner).strip():
                yield blocker("heading-empty", where, "A heading has no words.", "Write it, or remove it.")
            if level == "3" and not opened:
                message = f"“{strip_tags(inner)}” is a heading of level 3, but no section of level 2 is open."
                yield blocker("heading-level", where, message, "Begin with a heading of level 2.")
            opened = opened or level == "2"


@check("guide")
def empty_elements(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for where, html in texts(document):
        if _EMPTY.search(html):
            yield warning("text-empty", where, "There is an empty paragraph, list item or link.", "Remove it.")


@check("guide")
def claims_in_passing(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Absolute words, and authority nobody is named for, belong into a claim with its evidence."""
    for where, html in texts(document):
        for _, passage in _PASSAGE.findall(html):
            for sentence in _SENTENCE.findall(strip_tags(passage)):
                if (word := _ABSOLUTE.search(sentence)) and not _NEGATION.search(sentence):
                    message = f"“{word[0]}” promises too much: “{sentence.strip()}”"
                    yield warning("absolute-word", where, message, "Say what was seen, in whom, and for how long.")
            if (words := _BORROWED_AUTHORITY.search(strip_tags(passage))) and not _CITATION.search(passage):
                message = f"“{words[0]}” stands without a study or source."
                yield warning("authority-unnamed", where, message, "Cite which one, or leave the words out.")


def _missing(document: Document, identity: tuple[str, str, str], where: str) -> Iterator[Problem]:
    kind, key, _ = identity
    if key not in document["references"].get(kind, {}) and (kind, key) != (document["kind"], document["key"]):
        message = f"There is no {kind} “{key}”."
        yield blocker("link-broken", where, message, "Correct the link, or add what it leads to.")
