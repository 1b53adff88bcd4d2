"""Editions as entries of a feed: what was published, and what changed about who should not use a device."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from guides.difference import safety_changes
from guides.documents import Document
from guides.models import Edition
from guides.pages.addresses import address_in_edition

type WithWarnings = Any
"""An edition that was asked for ``with_warnings()``."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """``uid`` is the same for ever, whatever becomes of slugs; ``address`` is empty where readers find no page."""

    uid: str
    title: str
    text: str
    address: str
    at: dt.datetime


def edition_entries(editions: Iterable[Edition]) -> list[FeedEntry]:
    return [_entry("edition", edition, edition.note) for edition in editions]


def safety_entries(changed: Iterable[WithWarnings]) -> Iterator[FeedEntry]:
    """Those in which a condition, a rule or a statement of a label changed, with each of these changes in words."""
    for edition in changed:
        old = _warnings(edition.kind, edition.references_before, edition.label_before)
        if changes := safety_changes(old, _warnings(edition.kind, edition.references, edition.label)):
            text = "\n".join([edition.note, *map(str, changes)])
            yield _entry("safety", edition, text, "changes/")


def _warnings(kind: str, references: dict[str, Any] | None, label: list[dict[str, Any]] | None) -> Document:
    """As much of a document as warns readers."""
    return {"kind": kind, "references": references or {}, "label": label or []}


def _entry(feed: str, edition: Edition, text: str, part: str = "") -> FeedEntry:
    return FeedEntry(
        uid=f"urn:celliara:{feed}:{edition.kind}:{edition.key}:{edition.number}",
        title=str(edition),
        text=text,
        address=address_in_edition(edition, part),
        at=edition.live_from,
    )
