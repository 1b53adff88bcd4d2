"""Addresses on other sites that a document names."""

from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urldefrag

from guides.documents.links import hrefs, own_path

_WEB = ("https://", "http://")


def elsewhere(document: Any) -> set[str]:
    """Web addresses of sources, studies and products, and those linked in rich text; DOIs as readers follow them."""
    return {urldefrag(address).url for address in _named(document) if own_path(address) is None}


def _named(value: Any) -> Iterator[str]:
    match value:
        case dict():
            if str(value.get("url", "")).startswith(_WEB):
                yield value["url"]
            if value.get("doi"):
                yield f"https://doi.org/{value['doi']}"
            for inner in value.values():
                yield from _named(inner)
        case list():
            for inner in value:
                yield from _named(inner)
        case str():
            yield from (unescape(href) for href in hrefs(value) if href.startswith(_WEB))
