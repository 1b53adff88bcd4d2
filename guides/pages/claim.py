"""Is it true that …? A claim with a page of its own, and the list of all."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from guides.documents import Document
from guides.grading import GRADES
from guides.models import Claim, Evidence
from guides.pages import staleness
from guides.pages.addresses import Addresses
from guides.pages.claims import ClaimRow, Finding, claim_row
from guides.pages.facets import Facet, Values
from guides.pages.grades import Grade, Verdict, grade, verdict
from guides.pages.grading import HowGraded, how_graded
from guides.pages.prose import Typesetter
from guides.pages.records import Held
from guides.pages.references import Reference, References

_SIDES = {
    Evidence.Stance.FOR: "What speaks for it",
    Evidence.Stance.AGAINST: "What speaks against it",
    Evidence.Stance.NEITHER: "What points neither way",
}


@dataclass(frozen=True, slots=True)
class Side:
    """What points one way: findings, each with the reason why it did not count for the grade, if it did not."""

    heading: str
    findings: list[tuple[Finding, str]]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """``stale`` holds the reasons why it needs another look."""

    row: ClaimRow
    sides: list[Side]
    graded: HowGraded
    stale: list[str]
    references: list[Reference]


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim in the list of claims."""

    key: str
    statement: str
    verdict: Verdict | None
    grade: Grade
    studies: int
    is_stale: bool


def claim_page(key: str, document: Document, addresses: Addresses, *, stated_on: dt.date, today: dt.date) -> ClaimPage:
    """The claim as ``document``, a live guide's, holds it since ``stated_on``."""
    claim, studies = document["references"]["claim"][key], document["references"].get("study", {})
    references = References(document["references"])
    row = claim_row(key, claim, Typesetter(references, addresses), references)
    graded = how_graded(claim, studies)
    return ClaimPage(
        row=row,
        sides=_sides(row, graded),
        graded=graded,
        stale=staleness.reasons(claim, studies, stated_on=stated_on, today=today),
        references=list(references),
    )


def claim_entries(claims: dict[str, Held], studies: dict[str, Held], *, today: dt.date) -> list[ClaimEntry]:
    """In the order of the alphabet."""
    records = {key: held.record for key, held in studies.items()}
    entries = [_entry(held, records, today) for held in claims.values()]
    return sorted(entries, key=lambda entry: entry.statement.casefold())


def _sides(row: ClaimRow, graded: HowGraded) -> list[Side]:
    findings = list(zip(row.findings, graded.set_aside, strict=True))
    sides = [
        Side(heading, [item for item in findings if item[0].stance == stance]) for stance, heading in _SIDES.items()
    ]
    return [side for side in sides if side.findings]


def _entry(held: Held, studies: dict[str, dict[str, Any]], today: dt.date) -> ClaimEntry:
    claim = held.record
    return ClaimEntry(
        key=held.key,
        statement=claim["statement"],
        verdict=verdict(claim["verdict"]),
        grade=grade(claim["grade"]),
        studies=len({row["study"] for row in claim["evidence"] if row["study"]}),
        is_stale=bool(staleness.reasons(claim, studies, stated_on=held.live_from.date(), today=today)),
    )


def _verdict(entry: ClaimEntry) -> Values:
    return {entry.verdict.code: entry.verdict.words} if entry.verdict else {}


def _grade(entry: ClaimEntry) -> Values:
    return {entry.grade.code: entry.grade.words}


def _stale(entry: ClaimEntry) -> Values:
    return {"yes": "Needs another look"} if entry.is_stale else {"no": "Up to date by our rule"}


FACETS: tuple[Facet[ClaimEntry], ...] = (
    Facet("verdict", "Verdict", _verdict, order=tuple(Claim.Verdict.values)),
    Facet("grade", "How sure anybody can be", _grade, order=GRADES[::-1]),
    Facet("stale", "Up to date", _stale),
)
