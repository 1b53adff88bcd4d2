"""Whoever comes back learns that the edition that judged them was withdrawn; and nobody else learns anything."""

import datetime as dt

import pytest
from django.http import HttpResponse
from django.utils import timezone

from guides.models import Withdrawal
from screening.recall import COOKIE, LastResult, last_result, remember
from tests import factories
from tests.screening.examples import NO, alpha, questionnaire
from tests.screening.live import LONG_AGO, carrying, publish

ON = dt.date(2026, 11, 3)


def test_edition_and_day_are_kept_and_nothing_else():
    response = HttpResponse()
    remember(response, LastResult(7, ON))
    cookie = response.cookies[COOKIE]
    assert cookie.value == "7.2026-11-03"
    attributes = {name: value for name, value in cookie.items() if value and name not in ("expires", "max-age")}
    assert attributes == {"path": "/", "httponly": True, "secure": True, "samesite": "Lax"}
    assert last_result({COOKIE: cookie.value}) == LastResult(7, ON)


@pytest.mark.parametrize(
    "value", ["", "7", "7.", ".2026-11-03", "7.2026-13-40", "x.2026-11-03", "\u0667.2026-11-03", "\x00"]
)
def test_whatever_else_a_browser_sends_counts_as_nothing(value):
    assert last_result({COOKIE: value}) is None


def test_the_result_is_remembered_and_no_other_page(client, check):
    carrying(client, NO)
    for path in ("/check/", "/check/1/", "/check/answers/", "/recall/"):
        assert COOKIE not in client.get(path).cookies
    assert client.get("/check/result/").cookies[COOKIE].value == f"1.{timezone.now().date().isoformat()}"


def test_clearing_the_answers_clears_it_too(client, check):
    carrying(client, NO).get("/check/result/")
    cookie = client.post("/check/clear/").cookies[COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/")


def test_nothing_is_said_to_who_has_no_result_or_whose_edition_stands(client, check, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/recall/").status_code == 204
    client.cookies[COOKIE] = "1.2026-11-03"
    response = client.get("/recall/")
    assert (response.status_code, response.content) == (204, b"")
    client.cookies[COOKIE] = f"{10**30}.2026-11-03"
    assert client.get("/recall/").status_code == 204


def test_whose_edition_was_withdrawn_is_told_what_is_wrong_and_what_to_do(client, check):
    _withdraw(check)
    client.cookies[COOKIE] = "1.2026-11-03"
    response = client.get("/recall/")
    assert response.status_code == 200
    assert "The check you took on 3 November 2026 has been withdrawn" in response.text
    assert "Do not rely on its result." in response.text
    assert "It missed a warning." in response.text
    assert "Stop using the device." in response.text
    assert '<a href="/check/">Take the check again</a>' in response.text


def test_no_cache_keeps_what_is_said(client, check):
    response = client.get("/recall/")
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


@pytest.mark.parametrize("path", ["/check/", "/check/1/", "/check/answers/", "/check/paper/"])
def test_pages_of_the_check_say_it_without_script(client, check, path):
    _withdraw(check)
    publish({**questionnaire(), "title": "Check better"}, number=2)
    carrying(client, NO, edition=2).cookies[COOKIE] = "1.2026-11-03"
    assert "The check you took on 3 November 2026 has been withdrawn" in client.get(path).text


def test_a_new_result_takes_its_place(client, check):
    _withdraw(check)
    publish({**questionnaire(), "title": "Check better"}, number=2)
    carrying(client, NO, edition=2).cookies[COOKIE] = "1.2026-11-03"
    result = client.get("/check/result/")
    assert "has been withdrawn" not in result.text
    assert result.cookies[COOKIE].value.startswith("2.")


def test_so_does_the_closed_check(client, check):
    _withdraw(check)
    client.cookies[COOKIE] = "1.2026-11-03"
    response = client.get("/check/")
    assert response.status_code == 503
    assert "The check you took on 3 November 2026 has been withdrawn" in response.text


def test_public_pages_are_the_same_for_them(client, check):
    publish(alpha() | {"key": "other", "slug": "other"})
    _withdraw(check)
    stranger = client.get("/devices/")
    client.cookies[COOKIE] = "1.2026-11-03"
    theirs = client.get("/devices/")
    assert (theirs.content, dict(theirs.headers)) == (stranger.content, dict(stranger.headers))
    assert 'data-recall="/recall/"' in theirs.text
    assert not theirs.cookies, "design.md 8: public pages set no cookie and are identical for everybody."


def _withdraw(edition) -> None:
    words = {"reason": "It missed a warning.", "advice": "Stop using the device."}
    Withdrawal.objects.create(edition=edition, at=LONG_AGO, by=factories.user(), **words)
