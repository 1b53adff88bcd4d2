"""Rich text of documents as it stands on pages. The only module that marks text as safe.

Documents hold nothing but sanitised HTML of a dozen elements, written in one canonical way
(see ``guides.models.prose``); that is why regular expressions are enough here.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from guides.models.prose import LINK_SCHEMES, plain
from guides.pages.addresses import Addresses, record_address
from guides.pages.references import CITABLE, Citation, References

ANCHORS_OF_TEMPLATES = frozenset({"contents", "explained", "main", "quick-answer", "references"})

_HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
_LINK = re.compile(rf'<a href="({"|".join(LINK_SCHEMES)}):([\w-]+)(#[\w-]+)?"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    anchor: str
    level: int


def anchor_of(kind: str, key: str) -> str:
    """The anchor of a claim, condition or term on the page that shows it."""
    return f"{kind}-{key}"


class Typesetter:
    """Sets the rich text of one page: anchors on headings, citations as numbers, links by identity as addresses.

    ``here`` holds the anchors that the page itself gives to claims, conditions and terms. A term is explained
    where the page first uses it; ``explained`` holds those, in their order.
    """

    def __init__(self, references: References, addresses: Addresses, here: Set[str] = frozenset()) -> None:
        self.headings: list[Heading] = []
        self.explained: dict[str, dict[str, Any]] = {}
        self._references = references
        self._addresses = addresses
        self._here = here

    def set(self, html: str) -> SafeString:
        html = _HEADING.sub(self._heading, html)
        return mark_safe(_LINK.sub(self._link, html))

    def heading(self, text: str, level: int) -> Heading:
        """Give a heading an anchor that no other heading of the page has."""
        slug = slugify(text) or "section"
        taken = {heading.anchor for heading in self.headings} | ANCHORS_OF_TEMPLATES | self._here
        candidates = [slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 2))]
        heading = Heading(text, next(anchor for anchor in candidates if anchor not in taken), level)
        self.headings.append(heading)
        return heading

    def _heading(self, match: re.Match[str]) -> str:
        element, inner = match.groups()
        heading = self.heading(plain(inner), int(element[1]))
        return f'<{element} id="{heading.anchor}">{inner}</{element}>'

    def _link(self, match: re.Match[str]) -> str:
        kind, key, fragment, inner = match.groups()
        if kind in CITABLE:
            return _cited(inner, key, self._references.cite(kind, key))
        if kind == "term" and anchor_of(kind, key) not in self._here:
            return self._explained(inner, key)
        address = self._addresses.get((kind, key)) or record_address(kind, key)
        if (anchor := anchor_of(kind, key)) in self._here:
            address, fragment = "", f"#{anchor}"
        return inner if address is None else f'<a href="{address}{fragment or ""}">{inner}</a>'

    def _explained(self, inner: str, key: str) -> str:
        """The words of the link, as a button that shows what they mean where they stand first."""
        term = self._references.record("term", key)
        if term is None or key in self.explained:
            return inner
        self.explained[key] = term
        anchor = anchor_of("term", key)
        return (
            f'<button class="term" type="button" popovertarget="{anchor}">{inner}</button>'
            f'<span class="term-note" id="{anchor}" popover>'
            f'<strong class="term-name">{escape(term["name"])}</strong> {escape(term["definition"])}</span>'
        )


def _cited(inner: str, key: str, citation: Citation | None) -> str:
    """The words of the link, then the number; words that only repeat the key are left out."""
    words = "" if plain(inner).strip("[]() ") == key else inner
    if citation is None:
        return words
    label = escape(f"Reference {citation.number}: {citation.title}")
    note = f'<span class="sidenote" aria-hidden="true" hidden>{citation.number}. {escape(citation.title)}</span>'
    return (
        f'{words}<a class="citation" id="{citation.anchor}" href="#{citation.target}" aria-label="{label}">'
        f"[{citation.number}]</a>{note if citation.is_first else ''}"
    )
