"""Checks of where links in rich text lead."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.text import slugify

from guides.documents import Document
from guides.documents.links import LINK, identified, own_path
from guides.models import Edition
from guides.models.prose import plain
from guides.problems.problem import Problem, blocker, check, warning
from guides.problems.prose import headings_of, texts

_ELSEWHERE = re.compile(r"(https?://|mailto:).")
_PAGES = frozenset(
    f"guides:{name}"
    for name in (
        *("home", "search", "planner", "how_we_work", "privacy", "glossary"),
        *("guide_list", "guide", "guide_edition_list", "guide_edition", "guide_edition_json", "guide_changes"),
        *("device_list", "device", "device_edition_list", "device_edition", "device_edition_json", "device_changes"),
        *("device_compare", "evidence", "claim_list", "claim", "topic", "contraindications", "corrections"),
        *("edition_feed", "guide_feed", "device_feed", "corrections_feed", "safety_feed", "topic_feed"),
    )
) | {"screening:start", "screening:paper", "screening:edition_list", "screening:edition_feed"}
"""What everybody can open, and finds the same: no preview, no page of the admin, no step of somebody's check."""

_ANCHORS_OF_PAGES = frozenset({"contents", "main", "quick-answer", "references", "colophon"})


@check("guide")
def links_to_nothing(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """A link by identity needs somebody to lead to; an address or anchor on this site needs to exist."""
    for where, href, words in _links(document):
        if not href or not words:
            message = f"The link “{words}” has no address." if words else f"The link to “{href}” has no words."
            yield blocker("link-empty", where, message, "Give it both, or remove it.")
        elif message := _broken(document, href, at):
            yield blocker("link-broken", where, message, "Correct the link, or add what it leads to.")


@check("guide")
def links_to_what_is_not_live(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """It degrades to its words until the other end is published."""
    linked: dict[tuple[str, str], str] = {}
    for where, href, _ in _links(document):
        if (identity := identified(href)) and identity[0] in ("guide", "device"):
            linked.setdefault(identity[:2], where)
    for index, block in enumerate(document["blocks"]):
        if block["kind"] == "related":
            linked.setdefault(("guide", block["guide"]), f"blocks[{index}].guide")
    linked.pop((document["kind"], document["key"]), None)
    live = set(Edition.objects.about(*linked).live(at).values_list("kind", "key"))
    for (kind, key), where in linked.items():
        if (kind, key) not in live and (other := document["references"].get(kind, {}).get(key)):
            remedy = "Readers see the words without a link until it is published."
            yield warning("link-not-live", where, f"The {kind} “{other['title']}” is not live.", remedy)


def _links(document: Document) -> Iterator[tuple[str, str, str]]:
    for where, html in texts(document):
        for href, inner in LINK.findall(html):
            yield where, unescape(href), plain(inner)


def _broken(document: Document, href: str, at: dt.datetime) -> str:
    """What is wrong with the link, in a sentence; empty if nothing is."""
    if identity := identified(href):
        kind, key, anchor = identity
        if (kind, key) == (document["kind"], document["key"]):
            return _no_anchor(document, anchor)
        return "" if key in document["references"].get(kind, {}) else f"There is no {kind} “{key}”."
    if href.startswith("#"):
        return _no_anchor(document, href[1:])
    if path := own_path(href):
        found = _exists(document, path, at)
        return "" if found else f"The link to {path} leads nowhere: no public page has or had this address."
    return "" if _ELSEWHERE.match(href) else f"“{href}” is no address that a link can have."


def _no_anchor(document: Document, anchor: str) -> str:
    if not anchor or anchor in _ANCHORS_OF_PAGES or anchor in _anchors(document):
        return ""
    return f"This guide has no part “#{anchor}”."


def _anchors(document: Document) -> Iterator[str]:
    """Of headings and titled blocks, their words; of claims, conditions and terms, their keys."""
    for block in document["blocks"]:
        yield from (slugify(words) for _, words in headings_of(block.get("html", "")))
        if block["kind"] in ("mechanism", "consideration", "question"):
            yield slugify(block.get("title") or block.get("question"))
        if block["kind"] == "claim":
            yield f"claim-{block['claim']}"
        yield from (f"condition-{key}" for key in block.get("conditions", ()))
        yield from (f"term-{key}" for key in block.get("terms", ()))


def _exists(document: Document, path: str, at: dt.datetime) -> bool:
    """Whether readers find a page there: of a guide or device, one that was ever published; of a claim or topic, one
    that this document or a live guide holds."""
    match = _page(path)
    if match is None:
        return False
    if key := match.kwargs.get("key"):
        kind = "claim" if match.url_name == "claim" else "topic"
        held = document["references"].get(kind, {})
        return key in held or Edition.objects.of("guide").live(at).holding(kind, key).exists()
    if "slug" not in match.kwargs:
        return True
    named = {name: match.kwargs[name] for name in ("slug", "number") if name in match.kwargs}
    return Edition.objects.of(match.kwargs["kind"]).filter(**named).exists()


def _page(path: str) -> ResolverMatch | None:
    path = urlsplit(path).path
    match = _match(path) or _match(f"{path}/")
    return match if match and match.view_name in _PAGES else None


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None
