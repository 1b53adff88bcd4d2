import re

import pytest
from django.test import Client

from guides.models import Approval
from screening.answers import COOKIE
from tests import factories
from tests.screening.examples import NO
from tests.screening.live import carrying, kept, reply

HAS = frozenset({"has"})
NOT_APPROVED = "The rules of this check have not been approved by a clinician."


def test_the_start_says_what_the_check_is(client, check):
    response = client.get("/check/")
    assert response.status_code == 200
    assert heading(response) == "Check first"
    assert "It asks about you." in response.text
    assert COOKIE not in response.cookies


def test_starting_leads_to_the_first_question_without_answers(client, check):
    response = client.post("/check/")
    assert (response.status_code, response["Location"]) == (303, "/check/1/")
    first = client.get("/check/1/")
    assert heading(first) == "Do you have an implant?"
    assert "checked" not in first.text


def test_who_has_begun_can_go_on_or_start_again(client, check):
    carrying(client, {"implant": frozenset({"none"})})
    assert 'href="/check/2/"' in client.get("/check/").text
    client.post("/check/")
    assert heading(client.get("/check/2/", follow=True)) == "Do you have an implant?"


def test_no_to_everything(client, check):
    address = client.post("/check/")["Location"]
    while re.fullmatch(r"/check/\d+/", address):
        address = reply(client, address, answer="none")["Location"]
    assert address == "/check/answers/"
    assert heading(client.get(address)) == "Check your answers before you see your result"
    result = client.get("/check/result/")
    assert heading(result) == "We found no reason on this checklist not to use these devices"
    assert re.findall(r'href="(/devices/the-[^"]+)"', result.text) == [
        "/devices/the-alpha/",
        "/devices/the-beta/",
        "/devices/the-gamma/",
    ]


def test_an_answer_is_ticked_when_one_comes_back(client, check):
    carrying(client, {**NO, "feeding": frozenset({"not-sure"})})
    assert ticked(client.get("/check/2/")) == ["not-sure"]


def test_a_doubt_beside_a_yes_is_taken_and_ticked_again(client, check):
    carrying(client, {key: NO[key] for key in ("implant", "feeding", "fever", "botulinum", "metal")})
    assert reply(client, "/check/6/", answer=["spots", "not-sure"])["Location"] == "/check/7/"
    assert heading(client.get("/check/7/")) == "Where are the spots?"
    assert kept(client).answers["skin"] == {"spots", "not-sure"}
    assert ticked(client.get("/check/6/")) == ["spots", "not-sure"]


@pytest.mark.parametrize(
    ("posted", "message", "still_ticked"),
    [
        ({}, "Select what applies to you, or select “No to: Do you have any of these?”.", []),
        (
            {"answer": ["spots", "none"]},
            "You selected “Spots” and “No to: Do you have any of these?”.",
            ["spots", "none"],
        ),
        ({"answer": ["gills"]}, "Select one of the answers on this page.", []),
    ],
)
def test_a_refused_answer_says_what_to_do(client, check, posted, message, still_ticked):
    carrying(client, {key: NO[key] for key in ("implant", "feeding", "fever", "botulinum", "metal")})
    response = reply(client, "/check/6/", **posted)
    assert response.status_code == 422
    assert "<title>Error: Question 6, suitability check \N{EN DASH} Celliara</title>" in response.text
    assert heading(response) == "Do you have any of these?"
    assert re.search(rf'<a class="error-summary-link" href="#answer-1">{re.escape(message)}', response.text)
    assert 'id="answer-1"' in response.text
    assert ticked(response) == still_ticked
    assert COOKIE not in response.cookies


def test_a_date_is_asked_in_three_fields(client, check):
    carrying(client, {**NO, "botulinum": HAS})
    response = reply(client, "/check/5/", day="31", month="2", year="2026")
    assert response.status_code == 422
    assert 'href="#id_day"' in response.text
    assert re.findall(r'name="(?:day|month|year)" value="(\d+)" aria-invalid="true"', response.text) == [
        "31",
        "2",
        "2026",
    ]


@pytest.mark.parametrize("path", ["/check/3/", "/check/7/", "/check/answers/", "/check/result/"])
def test_who_cannot_be_there_yet_is_led_to_where_they_are(client, check, path):
    carrying(client, {"implant": frozenset({"none"})})
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (303, "/check/2/")


def test_an_answer_to_a_step_not_reached_changes_nothing(client, check):
    carrying(client, {})
    response = client.post("/check/3/", {"answer": "has"})
    assert (response.status_code, response["Location"]) == (303, "/check/1/")
    assert COOKIE not in response.cookies


def test_a_step_that_is_not_on_the_path_leads_to_where_one_is(client, check):
    carrying(client, NO)
    assert client.get("/check/8/")["Location"] == "/check/answers/"


@pytest.mark.parametrize("path", ["/check/0/", "/check/11/", "/check/99999999999999999999/", "/check/pregnancy/"])
@pytest.mark.parametrize("answers", [None, {}])
def test_a_step_that_nobody_has_is_not_found(client, check, path, answers):
    if answers is not None:
        carrying(client, answers)
    assert client.get(path).status_code == 404


def test_a_stop_is_shown_as_soon_as_nothing_can_change_it(client, check):
    carrying(client, {})
    response = reply(client, "/check/1/", answer="has")
    assert (response.status_code, response["Location"]) == (303, "/check/result/")
    result = client.get("/check/result/")
    assert heading(result) == "Important: Do not use a facial microcurrent device"
    assert re.findall(r'href="/check/(\d+)/"[^>]*>(Change|Answer)', result.text) == [("2", "Answer"), ("1", "Change")]


def test_the_remaining_questions_can_be_answered_after_a_stop(client, check):
    carrying(client, {"implant": HAS})
    assert reply(client, "/check/2/", answer="has")["Location"] == "/check/3/"
    carrying(client, {**NO, "implant": HAS})
    assert "Answer the remaining questions" not in client.get("/check/result/").text


def test_a_change_that_opens_questions_asks_them_and_comes_back(client, check):
    carrying(client, NO)
    assert reply(client, "/check/6/", answer=["spots"])["Location"] == "/check/7/"
    assert heading(client.get("/check/7/")) == "Where are the spots?"
    assert reply(client, "/check/7/", answer=["cheeks"])["Location"] == "/check/answers/"


def test_answers_can_be_changed_from_the_list(client, check):
    text = carrying(client, NO).get("/check/answers/").text
    assert re.findall(
        r'href="/check/(\d)/"[^>]*>Change<span class="visually-hidden"> your answer about: ([^<]+)', text
    ) == [(str(number), f"Topic {key}") for number, key in enumerate(NO, start=1)]


def test_clearing_deletes_the_cookie_and_says_so(client, check):
    carrying(client, NO)
    response = client.post("/check/clear/")
    assert (response.status_code, response["Location"]) == (303, "/check/cleared/")
    assert (response.cookies[COOKIE].value, response.cookies[COOKIE]["path"]) == ("", "/check/")
    page = client.get("/check/cleared/")
    assert "Your answers are cleared." in page.text
    assert heading(page) == "Check first"


def test_clearing_works_while_the_check_is_closed(client, db):
    carrying(client, NO)
    assert client.post("/check/clear/").cookies[COOKIE].value == ""


PAGES = ["/check/", "/check/cleared/", "/check/1/", "/check/answers/", "/check/result/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_clear_the_answers(client, check, path):
    assert '<form method="post" action="/check/clear/">' in carrying(client, NO).get(path).text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_that_nobody_has_approved_the_rules(client, check, path):
    assert NOT_APPROVED in carrying(client, NO).get(path).text, "design.md 5.4: derived, on every page of the check."


def test_so_do_the_pages_of_errors(client, check):
    assert NOT_APPROVED in carrying(client, {}).post("/check/1/").text
    assert NOT_APPROVED in Client().get("/check/1/").text


def test_who_approved_exactly_this_edition_is_named(client, check):
    reviewer = factories.user("grace", first_name="Grace", last_name="Hopper")
    _approve(check, reviewer, sha256="0" * 64)
    assert NOT_APPROVED in client.get("/check/").text
    _approve(check, reviewer, sha256=check.sha256)
    text = carrying(client, {}).get("/check/1/").text
    assert "Approved by Grace Hopper, consultant cardiologist, on 1 January 2020." in text
    assert "Conflicts of interest: none" in text
    assert NOT_APPROVED not in text


def test_who_approved_a_part_of_it_has_not_approved_the_rules(client, check):
    _approve(check, factories.user("grace"), sha256=check.sha256, scope="the spelling only")
    assert NOT_APPROVED in client.get("/check/").text, "design.md 5.4: a part is not the whole."


def heading(response) -> str:
    (inner,) = re.findall(r"<h1[^>]*>(.*?)</h1>", response.text, re.DOTALL)
    return re.sub(r"<[^>]+>", "", inner)


def ticked(response) -> list[str]:
    return re.findall(r'value="([\w-]+)" checked', response.text)


def _approve(edition, by, **fields) -> None:
    statement = {"credential": "consultant cardiologist", "conflict_of_interest": "none"}
    Approval.objects.create(kind=edition.kind, key=edition.key, by=by, at=edition.live_from, **statement, **fields)
