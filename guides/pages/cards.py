"""Guides as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guides.pages.topics import topics


@dataclass(frozen=True, slots=True)
class GuideCard:
    slug: str
    title: str
    standfirst: str
    topics: list[str]


def guide_cards(editions: Iterable[Any]) -> list[GuideCard]:
    """From editions that were asked for their ``standfirst`` and ``with_topics()``, in the same order."""
    return [
        GuideCard(
            slug=edition.slug,
            title=edition.title,
            standfirst=edition.standfirst,
            topics=[topic.name for topic in topics(edition.topics or {})],
        )
        for edition in editions
    ]
