"""Numbered references: each source or study once, in the order of its first citation, with the way back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from guides.models import Source, Study

CITABLE = ("source", "study")

_READ = {Source.Read.FIRST_HAND: "read on the page itself", Source.Read.SECOND_HAND: "second-hand, read"}


@dataclass(frozen=True, slots=True)
class Citation:
    """One place on the page that cites a reference. ``anchor`` names the place, ``is_first`` the reference's first."""

    number: int
    anchor: str
    target: str
    title: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A source or study as the list of references shows it. ``identifiers`` are (words, address)."""

    number: int
    anchor: str
    title: str
    byline: str
    url: str
    facts: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    cited_at: list[str] = field(default_factory=list)


class References:
    """The references of one page, numbered as they are cited."""

    def __init__(self, records: dict[str, dict[str, Any]]) -> None:
        """``records`` are the frozen copies in ``document["references"]``."""
        self._records = records
        self._cited: dict[tuple[str, str], Reference] = {}
        self._citations = 0

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._cited.values())

    def __bool__(self) -> bool:
        return bool(self._cited)

    def record(self, kind: str, key: str | None) -> dict[str, Any] | None:
        return self._records.get(kind, {}).get(key) if key else None

    def cite(self, kind: str, key: str | None) -> Citation | None:
        """Note one more citation of this source or study. None where the document holds no copy of it."""
        record = self.record(kind, key)
        if key is None or record is None:
            return None
        if (kind, key) not in self._cited:
            self._cited[kind, key] = _reference(kind, record, len(self._cited) + 1)
        reference = self._cited[kind, key]
        self._citations += 1
        citation = Citation(
            number=reference.number,
            anchor=f"citation-{self._citations}",
            target=reference.anchor,
            title=reference.title,
            is_first=not reference.cited_at,
        )
        reference.cited_at.append(citation.anchor)
        return citation

    def cite_all(self, kind: str, keys: list[str]) -> list[Citation]:
        return [citation for key in keys if (citation := self.cite(kind, key))]


def identifiers(study: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Under which numbers a study can be found, with where."""
    if study["doi"]:
        yield f"DOI {study['doi']}", f"https://doi.org/{study['doi']}"
    if study["pmid"]:
        yield f"PMID {study['pmid']}", f"https://pubmed.ncbi.nlm.nih.gov/{study['pmid']}/"


def byline(study: dict[str, Any]) -> str:
    published = f"{study['journal']}, {study['year']}" if study["journal"] else str(study["year"])
    return f"{_sentence(study['authors'])} {published}."


def retraction(study: dict[str, Any]) -> str:
    words = Study.Retraction(study["retraction"]).label
    return f"{words} ({_day(study['retraction_checked_on'])})" if study["retraction_checked_on"] else words


def web_address(address: str) -> str:
    """Only web addresses become links."""
    return address if address.startswith(("https://", "http://")) else ""


def _reference(kind: str, record: dict[str, Any], number: int) -> Reference:
    describe = _study if kind == "study" else _source
    return Reference(number=number, anchor=f"reference-{number}", title=record["title"], **describe(record))


def _source(source: dict[str, Any]) -> dict[str, Any]:
    on = f" on {_day(source['read_on'])}" if source["read_on"] else ""
    return {
        "byline": "",
        "url": web_address(source["url"]),
        "facts": (f"{Source.Kind(source['kind']).label.capitalize()}, {_READ[source['read']]}{on}.",),
        "identifiers": (),
    }


def _study(study: dict[str, Any]) -> dict[str, Any]:
    return {
        "byline": byline(study),
        "url": web_address(study["url"]),
        "facts": (
            _sentence(f"{Study.Design(study['design']).label.capitalize()}: {study['subjects']}"),
            _sentence(f"Who paid: {study['funding'] or 'not known'}"),
            _sentence(f"Retraction: {retraction(study)}"),
        ),
        "identifiers": tuple(identifiers(study)),
    }


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _day(iso: str) -> str:
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
