"""Whom the pages of the check let in, and what they tell the others."""

import datetime as dt

import pytest
from django.core.signing import Signer
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.models import Withdrawal
from screening.answers import COOKIE
from tests import factories
from tests.screening.examples import NO, alpha, questionnaire
from tests.screening.live import LONG_AGO, carrying, publish

STEPS = ["/check/1/", "/check/3/", "/check/answers/", "/check/result/"]


@pytest.mark.parametrize("path", ["/check/", *STEPS])
def test_without_a_live_questionnaire_the_check_is_closed(client, db, path):
    publish(alpha())
    response = carrying(client, NO).get(path)
    assert response.status_code == 503
    assert "The check is closed for now" in response.text


def test_without_a_device_to_judge_the_check_is_closed(client, db):
    publish(questionnaire())
    publish({**alpha(), "is_reference": True})
    assert client.post("/check/").status_code == 503


def test_a_withdrawn_questionnaire_closes_the_check(client, check):
    Withdrawal.objects.create(edition=check, at=LONG_AGO, by=factories.user(), reason="Wrong.", advice="Ask.")
    assert client.get("/check/").status_code == 503


@pytest.mark.parametrize("path", STEPS[1:])
def test_who_has_not_begun_is_led_to_the_start(client, check, path):
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (303, "/check/")


def test_who_blocks_cookies_is_told_that_the_check_needs_one(check):
    """Without any cookie, not even the one of the protection of forms."""
    client = Client(enforce_csrf_checks=True)
    response = client.post("/check/")
    assert (response.status_code, response["Location"]) == (303, "/check/1/")
    client.cookies.clear()
    page = client.get("/check/1/")
    assert page.status_code == 200
    assert "Your browser sent no answers" in page.text
    assert "your browser blocks cookies" in page.text


def test_answers_are_protected_against_other_sites(check):
    client = carrying(Client(enforce_csrf_checks=True), {})
    assert client.post("/check/1/", {"answer": "has"}).status_code == 403
    assert client.post("/check/clear/").status_code == 403


@pytest.mark.parametrize(("method", "path"), [*(("get", path) for path in STEPS), ("post", "/check/1/")])
def test_answers_older_than_half_an_hour_are_cleared_and_that_is_said(client, check, method, path):
    carrying(client, NO, at=timezone.now() - dt.timedelta(minutes=31))
    why = "To protect your privacy, we cleared your answers: the last was more than 30 minutes old."
    assert_starts_again(client, path, method, why)


def test_answers_to_an_edition_that_never_was_are_cleared_and_that_is_said(client, check):
    carrying(client, NO, edition=7)
    assert_starts_again(client, "/check/result/", "get", "Your answers could not be read, so we cleared them.")


@pytest.mark.parametrize(
    "value", ["junk", Signer(salt="another").sign_object([1, 2, {}]), "eyJ9:x:y", "\x00", "é", '"']
)
def test_a_cookie_that_is_not_ours_is_cleared_and_that_is_said(client, check, value):
    client.cookies[COOKIE] = value
    assert_starts_again(client, "/check/2/", "get", "Your answers could not be read, so we cleared them.")


@given(st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_whatever_bytes_a_browser_sends_there_is_no_error(check, sent):
    header = f"{COOKIE}=".encode() + sent
    response = Client().get("/check/2/", headers={"cookie": header.decode("latin-1")})
    assert (response.status_code, response["Location"]) == (303, "/check/")


@pytest.mark.parametrize(("method", "path"), [("put", "/check/"), ("get", "/check/clear/"), ("post", "/check/result/")])
def test_other_methods_are_not_allowed(client, check, method, path):
    assert getattr(carrying(client, NO), method)(path).status_code == 405


def assert_starts_again(client, path: str, method: str, why: str) -> None:
    response = getattr(client, method)(path, {"answer": "none"} if method == "post" else None)
    assert (response.status_code, response["Location"]) == (303, "/check/")
    start = client.get("/check/")
    assert start.status_code == 200
    assert why in start.text
    assert start.cookies[COOKIE].value == "", "what cannot be used is deleted"
    assert why not in client.get("/check/").text
