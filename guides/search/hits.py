"""What was found, as the page shows it: where it leads, and why it was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from guides.models import Disposition, Edition, SearchSection
from guides.pages.addresses import address, record_address
from guides.pages.conditions import ConditionEntry, anchor_in_guide, condition_entry
from guides.pages.references import References
from guides.prepared import rows
from guides.search.excerpts import Piece, excerpt
from guides.search.kinds import KINDS
from guides.search.ranking import Ranked

_MOST_OTHERS = 2
_OF_EDITION = ("edition__kind", "edition__slug", "edition", "edition__sha256")
_SHOWN = ("pk", "kind", "key", "anchor", "title", "heading", "text", *_OF_EDITION)
_REMEMBERED = 16


class _Section(NamedTuple):
    pk: int
    kind: str
    key: str
    anchor: str
    title: str
    heading: str
    text: str
    edition_kind: str
    edition_slug: str
    edition: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Hit:
    """``called`` is its kind in words; ``others`` are more sections of its page."""

    kind: str
    key: str
    called: str
    title: str
    heading: str
    address: str
    excerpt: list[Piece]
    others: list[Link]


@dataclass(frozen=True, slots=True)
class Card:
    """A condition that was asked about, and where more is said of it."""

    key: str
    condition: ConditionEntry
    address: str

    @property
    def rules_every_device_out(self) -> bool:
        strictest = self.condition.strictest
        return strictest.disposition.code == Disposition.STOP and not strictest.applies_to


def hits(subjects: list[list[Ranked]], asked_for: frozenset[str]) -> list[Hit]:
    """One hit for each list of sections of a page or copies of a record, the best of which come first."""
    shown = [subject[: _MOST_OTHERS + 1] for subject in subjects]
    sections = _sections(ranked for subject in shown for ranked in subject)
    return [_hit([sections[ranked.candidate.pk] for ranked in subject], asked_for) for subject in shown]


def cards(conditions: list[Ranked]) -> list[Card]:
    """Those that rule every device out before the rest."""
    sections = _sections(conditions)
    shown = [_card(sections[ranked.candidate.pk]) for ranked in conditions]
    return sorted(shown, key=lambda card: not card.rules_every_device_out)


def _sections(found: Iterable[Ranked]) -> dict[int, _Section]:
    pks = [ranked.candidate.pk for ranked in found]
    return {row[0]: _Section(*row) for row in rows(_shown, *pks)} if pks else {}


def _shown(*pks: int) -> QuerySet:
    """What is shown of each, without the documents of their editions."""
    return SearchSection.objects.filter(pk__in=pks).values_list(*_SHOWN)


@lru_cache(maxsize=_REMEMBERED)
def _references(edition: int, sha256: str) -> dict[str, Any]:
    """The frozen copies that an edition holds, which never change: to read them takes longer than to search."""
    return Edition.objects.values_list("document__references", flat=True).get(pk=edition, sha256=sha256)


def _hit(sections: list[_Section], asked_for: frozenset[str]) -> Hit:
    best, *others = sections
    return Hit(
        kind=best.kind,
        key=best.key,
        called=KINDS[best.kind].called,
        title=best.title,
        heading=best.heading,
        address=_address(best),
        excerpt=excerpt(best.text, asked_for),
        others=[Link(other.heading, _address(other)) for other in others if other.heading],
    )


def _card(section: _Section) -> Card:
    records = _references(section.edition, section.sha256)
    condition = condition_entry(anchor_in_guide(section.key), records["condition"][section.key], References(records))
    return Card(section.key, condition, _address(section))


def _address(section: _Section) -> str:
    """A record's own place, or else its place on the page of the guide that holds it."""
    if own := record_address(section.kind, section.key):
        return own
    page = address(section.edition_kind, section.edition_slug)
    return f"{page}#{section.anchor}" if section.anchor else page
