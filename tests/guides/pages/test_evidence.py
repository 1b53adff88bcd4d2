import datetime as dt

import pytest

from guides.models import Study
from guides.pages.evidence import FACETS, Bearing, StudyEntry, findings, study_entries
from guides.pages.records import Held
from tests.guides.pages import documents

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def test_strongest_design_comes_first_and_among_equals_the_newest():
    entries = _entries(
        cells=documents.study(design="cells"),
        old=documents.study(design="rct", year=2012),
        new=documents.study(design="rct", year=2024),
    )
    assert [entry.key for entry in entries] == ["new", "old", "cells"]


def test_study_says_what_it_bears_on_and_which_way():
    claim = documents.claim(documents.evidence(study="a", stance="against"), documents.evidence(source="S1"))
    (entry,) = study_entries(_held(a=documents.study()), _held(lifts=claim))
    assert entry.bearings == [Bearing("lifts", "It lifts", "against")]
    assert list(findings([entry])) == [("cells", "against")]


def test_numbers_under_which_it_can_be_found():
    (entry,) = _entries(a=documents.study(doi="10.1/x", pmid="7", url="javascript:alert(1)"))
    assert (entry.url, [words for words, _ in entry.identifiers]) == ("", ["DOI 10.1/x", "PMID 7"])


@pytest.mark.parametrize(
    ("design", "subject"),
    [("rct", "people"), ("uncontrolled", "people"), ("animal", "animals"), ("cells", "cells"), ("narrative", "none")],
)
def test_who_or_what_it_was_done_in_comes_from_its_design(design, subject):
    (entry,) = _entries(a=documents.study(design=design))
    assert list(_said("subject", entry)) == [subject]


def test_every_design_has_a_subject_and_words():
    for design in Study.Design.values:
        (entry,) = _entries(a=documents.study(design=design))
        assert list(_said("design", entry)) == [design]
        assert _said("subject", entry)


def test_study_without_a_claim_is_a_value_of_its_own():
    (entry,) = _entries(a=documents.study())
    assert _said("claim", entry) == {"none": "No claim of ours"}


def _entries(**studies: dict) -> list[StudyEntry]:
    return study_entries(_held(**studies), {})


def _held(**records: dict) -> dict[str, Held]:
    return {key: Held(key, record, NOW) for key, record in records.items()}


def _said(name: str, entry: StudyEntry) -> dict[str, str]:
    (facet,) = (facet for facet in FACETS if facet.name == name)
    return facet.values(entry)
