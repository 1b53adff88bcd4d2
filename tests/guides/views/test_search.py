import logging

import pytest

from tests.guides.pages import documents
from tests.guides.search.published import searchable

pytestmark = pytest.mark.usefixtures("db", "now")


def test_search_shows_what_was_found(client, at):
    searchable(documents.guide(), at=at)
    response = client.get("/search/", {"q": " gel "})
    assert (response.status_code, response.context["typed"]) == (200, "gel")
    assert [hit.title for hit in response.context["found"].hits] == ["Why gel"]


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=+", "/search/?other=1"])
def test_search_without_a_question_suggests_where_to_begin(client, address):
    response = client.get(address)
    assert response.context["found"] is None
    assert "Where people begin" in response.content.decode()


def test_search_that_finds_nothing_suggests_where_to_begin(client):
    response = client.get("/search/?q=gel")
    assert "We have nothing about “gel”." in response.content.decode()
    assert "Where people begin" in response.content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_page_of_the_site_is_found_by_its_name(client, headers):
    page = client.get("/search/?q=planner", headers=headers).content.decode()
    assert 'On this site: <a href="/planner/">Routine planner</a>' in page
    assert "This site has a page for “planner”." in page
    assert "No page says" not in page
    assert "Where people begin" not in page


def test_a_study_is_shown_on_the_page_of_the_evidence(client, at):
    searchable(documents.guide(references={"study": {"cheng": documents.study()}}), at=at)
    (hit,) = client.get("/search/?q=cheng").context["found"].hits
    page, _, anchor = hit.address.partition("#")
    assert (page, anchor) == ("/evidence/", "study-cheng")
    assert f'id="{anchor}"' in client.get(page).content.decode()


def test_search_is_not_to_be_indexed(client):
    assert '<meta name="robots" content="noindex">' in client.get("/search/?q=gel").content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_no_request_that_follows_carries_what_was_typed(client, headers):
    assert client.get("/search/?q=epilepsy", headers=headers)["Referrer-Policy"] == "no-referrer"


def test_what_was_typed_is_shown_as_text(client):
    assert "<b>" not in client.get("/search/", {"q": "<b>bold</b>"}).content.decode()


def test_a_question_has_an_end(client):
    assert len(client.get("/search/", {"q": "x" * 1000}).context["typed"]) == 200


def test_htmx_is_given_what_was_found_alone(client, at):
    searchable(documents.guide(), at=at)
    whole = client.get("/search/?q=gel")
    part = client.get("/search/?q=gel", headers={"HX-Request": "true"})
    assert (whole["Vary"], part["Vary"]) == ("HX-Request", "HX-Request")
    assert ("<html" in whole.content.decode(), "<html" in part.content.decode()) == (True, False)
    assert 'hx-swap-oob="innerHTML:#search-status"' in part.content.decode()


def test_htmx_that_restores_its_history_is_given_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/search/?q=gel", headers=headers).content.decode()


def test_nothing_that_was_typed_is_in_a_log(client, caplog, django_assert_num_queries):
    with caplog.at_level(logging.INFO):
        client.get("/search/?q=epilepsy")
    assert "epilepsy" not in caplog.text
