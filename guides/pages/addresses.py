"""Where things are found on this site, and what a document's links by identity need to know of it."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from guides.documents import Document
from guides.models import Edition

type Subject = tuple[str, str]
"""What a page is about, by kind and key: ``("guide", "conductive-gel")``."""

type Addresses = Mapping[Subject, str]
"""Present addresses of the subjects that are live. A link to any other shows its text only."""

_LINKABLE = ("guide", "device")


def address(kind: str, slug: str) -> str:
    return reverse(f"guides:{kind}", args=[slug])


def editions_address(kind: str, slug: str) -> str:
    return reverse(f"guides:{kind}_edition_list", args=[slug])


def edition_address(kind: str, slug: str, number: int) -> str:
    return reverse(f"guides:{kind}_edition", args=[slug, number])


def has_pages(kind: str) -> bool:
    """Whether each edition of this kind has a page here; readers meet the questionnaire's as the check."""
    return kind in _LINKABLE


def address_in_edition(edition: Edition, page: str = "") -> str:
    """Of the edition, or of this ``page`` of it; empty where it has none."""
    return edition_address(edition.kind, edition.slug, edition.number) + page if has_pages(edition.kind) else ""


def record_address(kind: str, key: str) -> str | None:
    """Where a record that has a place of its own is explained."""
    if kind == "claim":
        return reverse("guides:claim", args=[key])
    if kind == "study":
        return f"{reverse('guides:evidence')}#study-{key}"
    return f"{reverse('guides:contraindications')}#{key}" if kind == "condition" else None


def subjects_linked(document: Document) -> Iterator[Subject]:
    """The guides and devices that ``document`` links to."""
    for kind in _LINKABLE:
        for key in document["references"].get(kind, {}):
            yield kind, key


def addresses(live: Iterable[Edition]) -> Addresses:
    return {(edition.kind, edition.key): address(edition.kind, edition.slug) for edition in live}
