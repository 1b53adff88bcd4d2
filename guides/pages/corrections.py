"""Everything that was put right after readers could have read it: major changes, errata, withdrawals."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guides.models import Edition, Erratum, Withdrawal
from guides.pages.addresses import address_in_edition


class Sort(StrEnum):
    CHANGED = "Changed"
    ERRATUM = "Erratum"
    WITHDRAWN = "Withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """``address`` is that of what changed, or of the edition that it is about; empty where that has no page."""

    sort: Sort
    at: dt.datetime
    title: str
    number: int
    text: str
    address: str

    @property
    def heading(self) -> str:
        return f"{self.title}, edition {self.number}"


def entries(changed: Iterable[Edition], errata: Iterable[Erratum], withdrawals: Iterable[Withdrawal]) -> list[Entry]:
    """Newest first."""
    found = [_entry(Sort.CHANGED, edition, edition.live_from, edition.note, "changes/") for edition in changed]
    found += [_entry(Sort.ERRATUM, erratum.edition, erratum.at, erratum.text) for erratum in errata]
    found += [_entry(Sort.WITHDRAWN, row.edition, row.at, f"{row.reason} {row.advice}") for row in withdrawals]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _entry(sort: Sort, edition: Edition, at: dt.datetime, text: str, part: str = "") -> Entry:
    return Entry(sort, at, edition.title, edition.number, text, address_in_edition(edition, part))
