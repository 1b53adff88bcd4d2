import datetime as dt
import re
from dataclasses import replace
from html import unescape
from itertools import combinations

import pytest

from screening.engine import Disposition
from screening.outcome import Verdict, outcome
from screening.page_proof import result_page
from screening.recommendation import ORDER
from screening.visit import Visit
from tests.screening.examples import visit

PEOPLE = {
    "implant": {"implant": {"has"}},
    "breastfeeding": {"feeding": {"has"}},
    "fever": {"fever": {"has"}},
    "botulinum toxin": {"botulinum": {"has"}, "when": 5, "where": {"forehead"}},
    "metal": {"metal": {"has"}},
    "spots": {"skin": {"spots"}, "spots_where": {"cheeks"}},
    "spots everywhere": {"skin": {"spots"}, "spots_where": {"forehead", "cheeks", "jaw", "neck"}},
    "thyroid": {"skin": {"thyroid"}},
    "melasma": {"skin": {"melasma"}},
    "retinol": {"medicines": {"has"}},
    "not sure about skin": {"skin": {"not-sure"}},
    "thyroid, and not sure about the rest": {"skin": {"thyroid", "not-sure"}},
    "not sure about the implant": {"implant": {"not-sure"}},
    "nothing": {},
}
"""What each says instead of no."""

VERDICTS = {
    "nothing": (Verdict.NOTHING_FOUND, "We found no reason on this checklist not to use these devices"),
    "thyroid": (Verdict.LIMITED, "We found limits, but no reason on this checklist not to use these devices"),
    "melasma": (Verdict.LIMITED, "We found limits, but no reason on this checklist not to use these devices"),
    "fever": (Verdict.WAIT, "Wait before you use a facial microcurrent device"),
    "botulinum toxin": (Verdict.WAIT, "Wait until 1 December 2026"),
    "breastfeeding": (Verdict.ASK, "Talk to a clinician before you use a facial microcurrent device"),
    "thyroid, and not sure about the rest": (
        Verdict.ASK,
        "Talk to a clinician before you use a facial microcurrent device",
    ),
    "spots everywhere": (Verdict.ASK, "Talk to a clinician before you use a facial microcurrent device"),
    "implant": (Verdict.STOP, "Do not use a facial microcurrent device"),
    "metal": (Verdict.NOT_NOW, "Do not use a facial microcurrent device now"),
    "retinol": (Verdict.MIXED, "Some devices are not suitable for you"),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_verdict(name):
    found = outcome(visit(**PEOPLE[name]))
    assert (found.verdict, found.heading) == VERDICTS[name]


def test_every_verdict_is_tried():
    assert {verdict for verdict, _ in VERDICTS.values()} == set(Verdict)


@pytest.mark.parametrize(
    "names", [*((name,) for name in PEOPLE), *combinations(PEOPLE, 2)], ids=lambda names: " and ".join(names)
)
def test_no_way_to_a_product_below_limited(names):
    person = visit(**{question: answer for name in names for question, answer in PEOPLE[name].items()})
    assert _ways_to_products(person) == _allowed_ways(person), (
        "Promise 12 (design.md 6): the page of an outcome shows no link to a device below suitable or limited."
    )
    assert re.findall(r"[$£€]\s*\d", _page(person)) == [], "Promise 12 (design.md 6): no price."


@pytest.mark.parametrize("name", PEOPLE)
def test_no_day_to_come_back_beside_a_stop(name):
    person = visit(**{**PEOPLE[name], **PEOPLE["botulinum toxin"], "implant": {"has"}})
    assert re.findall(r"Wait until \d|Not before|December", _page(person)) == [], "Promise 10 (design.md 6)."


@pytest.mark.parametrize("name", ["implant", "not sure about the implant"])
def test_where_all_are_stop_no_product_is_named_but_as_a_source(name):
    person = visit(**PEOPLE[name])
    found = outcome(person)
    assert (found.held_back, found.recommended) == ((), ())
    without_sources = re.sub(r"The label of the Alpha:|<li>Alpha manual\.", "", _page(person))
    assert re.findall("Alpha|Beta|Gamma", without_sources) == []


@pytest.mark.parametrize("name", PEOPLE)
def test_words_that_are_never_said(name):
    words = re.findall(r"\b(?:safe|safely|eligible|approved|diagnosis)\b", _page(visit(**PEOPLE[name])).lower())
    assert words in ([], ["approved"]), "design.md 6: the result never says safe, approved or eligible."
    assert "the rules of this check have not been approved by a clinician" in _page(visit(**PEOPLE[name])).lower()


def test_the_order_of_the_recommendation_is_explained():
    assert ORDER in _page(visit())
    assert ORDER not in _page(visit(implant={"has"}))


def test_a_stop_before_the_end_shows_what_was_answered_and_the_way_on():
    early = replace(visit(), answers={"implant": frozenset({"has"})})
    found = outcome(early)
    assert (found.verdict, found.is_complete) == (Verdict.STOP, False)
    assert [because.heading for because in found.because] == ["Has"]
    assert "Answer the remaining questions" in _page(early)
    assert 'href="/check/2/"' in _page(early)


def test_waits_that_end_on_different_days_are_no_one_date():
    person = visit(**PEOPLE["botulinum toxin"])
    days = zip(range(1, 32), person.assessment.devices, strict=False)
    devices = tuple(replace(device, come_back=dt.date(2026, 12, day)) for day, device in days)
    object.__setattr__(person, "assessment", replace(person.assessment, devices=devices))
    found = outcome(person)
    assert (found.come_back, found.heading) == (None, "Wait before you use a facial microcurrent device")


@pytest.mark.parametrize(
    ("name", "next_time"),
    [
        ("nothing", "Put 22 November 2027 into your calendar Until that day at the latest this result holds."),
        ("fever", "Put 22 November 2027 into your calendar Take the check again sooner if anything of this changes."),
        ("breastfeeding", "Put 22 November 2027 into your calendar Take the check again sooner"),
        ("botulinum toxin", "Put 1 December 2026 into your calendar A wait ends on that day, not before."),
    ],
)
def test_only_a_result_with_devices_holds_until_a_day(name, next_time):
    page = " ".join(re.sub(r"<[^>]+>", " ", _page(visit(**PEOPLE[name]))).split())
    assert next_time in page
    assert ("result holds" in page) is (name == "nothing")


def test_the_known_end_of_a_wait_is_told_beside_one_that_has_none():
    found = outcome(visit(**PEOPLE["botulinum toxin"], **PEOPLE["fever"]))
    assert (found.verdict, found.come_back, found.take_again) == (Verdict.WAIT, None, dt.date(2026, 12, 1))
    assert "Not before 1 December 2026." in _page(visit(**PEOPLE["botulinum toxin"], **PEOPLE["fever"]))


def _page(person: Visit) -> str:
    """The main part of the page, without entities."""
    return unescape(result_page(person))


def _ways_to_products(person: Visit) -> set[str]:
    """Links below /devices/, and those to other hosts that are not to a source of a reason shown."""
    links = set(re.findall(r'href="([^"]+)"', _page(person)))
    sources = {
        source.url
        for because in outcome(person).because
        for condition in because.conditions
        for statement in condition.statements
        for source in statement.sources
    }
    return {link for link in links if link.startswith("/devices/") or (link.startswith("http") and link not in sources)}


def _allowed_ways(person: Visit) -> set[str]:
    documents = person.checklist.devices
    return {
        f"/devices/{documents[assessed.device.key]['slug']}/"
        for assessed in person.assessment.devices
        if assessed.disposition <= Disposition.LIMITED
    }
