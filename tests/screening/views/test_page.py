"""Whole pages and parts of them; what they cost, and what they leave behind."""

import pytest
from django.apps import apps

from screening.answers import COOKIE
from tests.screening.examples import NO
from tests.screening.live import carrying, question_on, reply

HTMX = {"HX-Request": "true"}
PATHS = ["/check/", "/check/cleared/", "/check/1/", "/check/answers/", "/check/result/"]


@pytest.mark.parametrize("path", PATHS)
def test_htmx_gets_the_main_part_with_its_title(client, check, path):
    whole = carrying(client, NO).get(path)
    part = client.get(path, headers=HTMX)
    assert "<!doctype html>" in whole.text
    assert whole.text.count("<title>") == 1
    assert part.text.lstrip().startswith("<title>")
    assert "<html" not in part.text
    assert "<h1" in part.text
    assert title(part) == title(whole)


@pytest.mark.parametrize("path", PATHS)
def test_both_say_that_they_vary(client, check, path):
    for headers in ({}, HTMX):
        response = carrying(client, NO).get(path, headers=headers)
        assert "HX-Request" in response["Vary"], "design.md 8: whole pages and parts carry Vary: HX-Request."


def test_a_refused_answer_keeps_its_address(client, check):
    response = carrying(client, {}).post("/check/1/", headers=HTMX)
    assert response.status_code == 422
    assert response["HX-Push-Url"] == "false"
    assert title(response) == "Error: Question 1, suitability check \N{EN DASH} Celliara"


def test_a_page_from_the_history_comes_whole(client, check):
    response = carrying(client, NO).get("/check/1/", headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<!doctype html>" in response.text


@pytest.mark.parametrize("path", PATHS)
def test_htmx_keeps_no_page(client, check, path):
    assert 'hx-history="false"' in carrying(client, NO).get(path).text


@pytest.mark.parametrize("path", PATHS)
def test_titles_tell_neither_question_nor_answer(client, check, path):
    named = title(carrying(client, {**NO, "implant": frozenset({"has"})}).get(path)).lower()
    told = [word for word in ("implant", "do not use", "stop", "has") if word in named.split()]
    assert told == [], "design.md 7: the browser's history keeps titles as well as addresses."


@pytest.mark.parametrize("path", PATHS)
def test_three_queries_a_page(client, check, django_assert_num_queries, path):
    carrying(client, NO)
    with django_assert_num_queries(3):  # the questionnaire, the devices, the approvals
        client.get(path)


def test_two_queries_an_answer(client, check, django_assert_num_queries):
    sent = question_on(carrying(client, NO), "/check/2/")
    with django_assert_num_queries(2):
        client.post("/check/2/", {"answer": "has", **sent})


def test_no_session_is_begun(client, check):
    client.post("/check/")
    reply(client, "/check/1/", answer="none")
    client.get("/check/2/")
    assert set(client.cookies) == {COOKIE, "csrftoken"}


def test_no_row_is_written(client, check):
    before = counts()
    client.post("/check/")
    reply(client, "/check/1/", answer="has")
    client.get("/check/result/")
    client.post("/check/clear/")
    assert counts() == before, "design.md 7: no answer is stored on the server."


def title(response) -> str:
    return response.text.partition("<title>")[2].partition("</title>")[0]


def counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}
