"""The studies behind the claims, as readers find them in the live guides."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from guides.models import Study
from guides.pages.facets import Facet, Values
from guides.pages.records import Held
from guides.pages.references import byline, identifiers, retraction, web_address

_SUBJECTS = {
    "people": "People",
    "animals": "Animals",
    "cells": "Cells or tissue in a dish",
    "none": "Nobody: it reviews or argues",
}
_SUBJECT_OF_DESIGN = {
    Study.Design.ANIMAL: "animals",
    Study.Design.CELLS: "cells",
    Study.Design.NARRATIVE: "none",
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """That a study bears on a claim, and which way."""

    claim: str
    statement: str
    stance: str


@dataclass(frozen=True, slots=True)
class StudyEntry:
    """``participants`` is None where no people took part, or nobody says how many."""

    key: str
    title: str
    byline: str
    url: str
    identifiers: list[tuple[str, str]]
    design: str
    design_words: str
    year: int
    subjects: str
    participants: int | None
    sham_controlled: bool
    current: str
    outcome: str
    limits: str
    funding: str
    retraction: str
    bearings: list[Bearing]


def study_entries(studies: dict[str, Held], claims: dict[str, Held]) -> list[StudyEntry]:
    """The strongest design first; among equals, the newest."""
    bearings: dict[str, list[Bearing]] = defaultdict(list)
    for claim in claims.values():
        for row in claim.record["evidence"]:
            if row["study"]:
                bearings[row["study"]].append(Bearing(claim.key, claim.record["statement"], row["stance"]))
    entries = [_entry(key, held.record, bearings[key]) for key, held in studies.items()]
    return sorted(entries, key=lambda entry: (Study.Design.values.index(entry.design), -entry.year, entry.key))


def findings(entries: list[StudyEntry]) -> Iterator[tuple[str, str]]:
    """Design and stance, once for each time that a study bears on a claim."""
    for entry in entries:
        yield from ((entry.design, bearing.stance) for bearing in entry.bearings)


def _entry(key: str, study: dict[str, Any], bearings: list[Bearing]) -> StudyEntry:
    copied = {name: study[name] for name in ("title", "design", "year", "subjects", "participants", "sham_controlled")}
    told = {name: study[name] for name in ("current", "outcome", "limits", "funding")}
    return StudyEntry(
        key=key,
        byline=byline(study),
        url=web_address(study["url"]),
        identifiers=list(identifiers(study)),
        design_words=capfirst(Study.Design(study["design"]).label),
        retraction=capfirst(retraction(study)),
        bearings=bearings,
        **copied,
        **told,
    )


def _design(entry: StudyEntry) -> Values:
    return {entry.design: entry.design_words}


def _subject(entry: StudyEntry) -> Values:
    code = _SUBJECT_OF_DESIGN.get(Study.Design(entry.design), "people")
    return {code: _SUBJECTS[code]}


def _claims(entry: StudyEntry) -> Values:
    return {bearing.claim: bearing.statement for bearing in entry.bearings} or {"none": "No claim of ours"}


FACETS: tuple[Facet[StudyEntry], ...] = (
    Facet("design", "Design", _design, order=tuple(Study.Design.values)),
    Facet("subject", "Done in", _subject, order=tuple(_SUBJECTS)),
    Facet("claim", "Bears on", _claims),
)
