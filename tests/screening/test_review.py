import datetime as dt
from dataclasses import replace

import pytest

from screening.checklist import Checklist
from screening.engine import Disposition
from screening.page_proof import result_page
from screening.review import Review, review
from tests.screening.examples import AT, alpha, beta, checklist, edition, gamma, questionnaire, visit
from tests.screening.live import carrying, publish

TODAY = AT.date()


@pytest.mark.parametrize(
    ("by", "is_past"),
    [
        (TODAY + dt.timedelta(days=1), False),
        (TODAY, False),
        (TODAY - dt.timedelta(days=1), True),
        (None, True),
    ],
)
def test_rules_count_up_to_their_day(by, is_past):
    assert Review(by).is_past(TODAY) is is_past


def test_the_day_stands_in_the_document():
    assert review({"review_by": "2027-05-01"}) == Review(dt.date(2027, 5, 1))
    assert review({"review_by": None}) == Review(None)
    assert review({}) == Review(None), "Editions from before there was such a day are past it."


@pytest.mark.parametrize(
    ("answers", "dispositions"),
    [
        ({}, {Disposition.ASK}),
        ({"fever": {"has"}}, {Disposition.ASK}),
        ({"implant": {"has"}}, {Disposition.STOP}),
    ],
)
def test_past_the_day_no_device_is_within_reach(answers, dispositions):
    assessed = visit(_past_review(), **answers).assessment.devices
    assert {device.disposition for device in assessed} == dispositions
    assert {device.areas for device in assessed} == {frozenset()}


def test_the_result_names_no_device_to_use_and_says_why(client, db):
    for document in (alpha(), beta(), gamma()):
        publish(document)
    publish({**questionnaire(), "review_by": "2026-01-31"})
    text = carrying(client, visit().answers).get("/check/result/").text
    assert "We are reviewing this check" in text
    assert "Its rules were to be looked at again by 31 January 2026." in text
    assert "the list is due for review, and until that is done we recommend no device to anybody" in text
    assert "Some of your answers need to be weighed" not in text
    assert "/devices/the-" not in text, "Promise 12: no way to a device below suitable or limited."


def test_what_was_told_is_not_made_the_cause_of_what_the_review_holds_back():
    """With a thyroid condition, each device could be used, but not on the neck."""
    page = result_page(visit(_past_review(), skin={"thyroid"}))
    assert "The list is due for review, and until that is done we recommend no device to anybody." in page
    assert "Why: the rules of this check are due for review." in page
    assert "Some of your answers need to be weighed" not in page
    assert "Some of your answers need to be weighed" in result_page(visit(_past_review(), feeding={"has"}))


@pytest.mark.parametrize("path", ["/check/", "/check/1/", "/check/answers/", "/check/paper/"])
def test_every_page_says_so(client, db, path):
    publish(alpha())
    publish({**questionnaire(), "review_by": "2026-01-31"})
    assert "We are reviewing this check" in carrying(client, visit().answers).get(path).text


def test_until_then_the_pages_say_by_when(client, check):
    text = client.get("/check/").text
    assert "To be reviewed by 22 November 2126." in text
    assert "We are reviewing this check" not in text


def _past_review() -> Checklist:
    return replace(checklist(), edition=edition({**questionnaire(), "review_by": "2026-11-21"}))
