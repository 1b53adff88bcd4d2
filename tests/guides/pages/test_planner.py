import datetime as dt

import pytest
from django.http import QueryDict

from guides.pages.planner import PlannerForm, advice, pattern
from guides.pages.references import References
from tests.guides.pages import documents

TODAY = dt.date(2026, 11, 22)
GOOD = "device=wave&start=2026-12-01&weeks=4&first=0&first=2&then=0"


def test_good_address_is_a_plan():
    form = _form(GOOD)
    assert form.is_valid()
    assert len(form.plan().sessions) == 4 * 2 + 4


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("start=nonsense&weeks=4&first=0", {"start": ["Write the first day as a date."]}),
        ("start=9999-12-31&weeks=4&first=0", {"start": ["Choose a first day within two years of today."]}),
        ("start=2026-12-01&weeks=0&first=0", {"weeks": ["The first stretch has at least one week."]}),
        ("start=2026-12-01&weeks=27&first=0", {"weeks": ["The first stretch has at most 26 weeks."]}),
        ("start=2026-12-01&weeks=4", {"first": ["Tick at least one day for the first weeks."]}),
        ("start=2026-12-01", {"weeks": ["Say how many weeks the first stretch has."]}),
        (
            f"{GOOD}&device=gone",
            {"device": ["The device that you asked for is not in the list, or not any more: choose another one."]},
        ),
        (f"{GOOD}&first=9", {"first": ["Tick days of the week: the address names something else."]}),
        (f"{GOOD}&then=x", {"then": ["Tick days of the week: the address names something else."]}),
        ("weeks=4&first=0", {"start": ["Say on which day you want to start."]}),
    ],
)
def test_what_is_wrong_is_said(query, errors):
    found = _form(query).errors
    assert {name: found[name] for name in errors} == errors


def test_nonsense_is_refused():
    assert not _form(f"{GOOD}&device=\0").is_valid()


def test_general_pattern_is_the_first_timeline_there_is():
    phases = [documents.phase("Loading", 1, 4), documents.phase("Keeping", 5, None)]
    shown = pattern(iter([[documents.prose("<p>Text.</p>")], phases, [documents.phase("Other", 1, 2)]]))
    assert [phase.title for phase in shown.phases] == ["Loading", "Keeping"]
    assert pattern([]) is None


def test_advice_is_what_somebody_says_and_nothing_else():
    source = {"source": {"S1": documents.source()}}
    told = documents.device(
        facts=[documents.fact("schedule", "5 days a week", source="S1"), documents.fact("output", "80 µA")]
    )
    silent = documents.device(facts=[documents.fact("schedule", "", "unverified")])
    (device,) = advice([told, silent, documents.device()], References(source))
    assert [(fact.name, fact.value, fact.citation.number) for fact in device.facts] == [
        ("How often", "5 days a week", 1)
    ]


def _form(query: str) -> PlannerForm:
    return PlannerForm(QueryDict(query), devices=[("wave", "Wave")], today=TODAY)
