import datetime as dt

import pytest

from guides.pages.staleness import reasons
from tests.guides.pages import documents

TODAY = dt.date(2026, 11, 22)
CHECKED = {"retraction": "not-retracted", "retraction_checked_on": "2026-11-01"}
UNCHECKED = "Nobody has checked yet whether all of its studies still stand, or were retracted."


@pytest.mark.parametrize(
    ("study", "expected"),
    [
        (CHECKED, []),
        ({}, [UNCHECKED]),
        (CHECKED | {"retraction_checked_on": "2025-11-22"}, []),
        (
            CHECKED | {"retraction_checked_on": "2025-11-21"},
            ["It is more than a year since somebody checked whether its studies were retracted."],
        ),
        (CHECKED | {"retraction": "retracted"}, ["One of its studies has been retracted."]),
    ],
)
def test_studies_need_to_have_been_checked(study, expected):
    claim = documents.claim(documents.evidence(study="a"), documents.evidence(source="S1"))
    assert reasons(claim, {"a": documents.study(**study)}, stated_on=TODAY, today=TODAY) == expected


@pytest.mark.parametrize(
    ("stated_on", "expected"),
    [(dt.date(2024, 11, 22), []), (dt.date(2024, 11, 21), ["It was stated more than two years ago."])],
)
def test_edition_grows_old(stated_on, expected):
    assert reasons(documents.claim(), {}, stated_on=stated_on, today=TODAY) == expected


def test_method_is_superseded():
    claim = documents.claim(grading_method=0)
    assert reasons(claim, {}, stated_on=TODAY, today=TODAY) == ["It was graded by method 0; today's is method 1."]
