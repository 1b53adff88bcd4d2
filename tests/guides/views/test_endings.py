"""What readers find where an edition was withdrawn, or has ended."""

import datetime as dt

import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import end, publish, text, withdraw

MINUTE = dt.timedelta(minutes=1)

pytestmark = pytest.mark.usefixtures("db", "now")


def test_withdrawn_page_can_still_be_read_under_a_notice(client, at):
    withdraw(publish(documents.guide(), at=at), at=at, reason="A dose was wrong.")
    response = client.get("/guides/gel/")
    assert (response.status_code, response.context["page"].title) == (200, "Why gel")
    assert "Edition 1 was withdrawn on 22 November 2026 Why. A dose was wrong." in text(response)
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("path", ["", "editions/1/", "editions/1.json", "editions/2/", "editions/2/changes/"])
def test_page_that_is_gone_shows_nothing_of_it_wherever_it_was(client, at, path):
    for number, answer in enumerate(["One secret.", "Another secret."], start=1):
        edition = publish(documents.guide(answer=answer), number=number, at=at)
        withdraw(edition, at=at, way="gone", reason="A dose was wrong.")
    response = client.get(f"/guides/gel/{path}")
    assert (response.status_code, response.templates[0].name) == (410, "guides/withdrawn.html")
    assert "Why. A dose was wrong." in text(response)
    assert "secret" not in text(response)


def test_withdrawn_page_leads_to_another_one_in_one_step(client, at):
    publish(documents.device(), at=at)
    withdraw(publish(documents.guide(key="b", slug="b"), at=at), at=at, way="redirect", leads_to="device:wave")
    withdraw(publish(documents.guide(), at=at), at=at, way="redirect", leads_to="guide:b")
    response = client.get("/guides/gel/")
    assert (response.status_code, response["Location"]) == (301, "/devices/wave/")
    assert "Edition 1 was withdrawn" in text(client.get("/guides/gel/editions/1/"))


def test_withdrawn_page_that_leads_nowhere_any_more_is_gone(client, at):
    withdraw(publish(documents.guide(), at=at), at=at, way="redirect", leads_to="guide:b", reason="It moved.")
    response = client.get("/guides/gel/")
    assert (response.status_code, "Why. It moved." in text(response)) == (410, True)


def test_edition_that_ended_says_so_and_nothing_takes_its_place(client, at, now):
    publish(documents.guide(title="Old"), at=at)
    end(publish(documents.guide(title="New"), number=2, at=at), now, at=at)
    response = client.get("/guides/gel/")
    assert (response.status_code, response.templates[0].name) == (410, "guides/withdrawn.html")
    assert "Edition 2 ended on 23 November 2026, 12:00 UTC" in text(response)
    assert client.get("/guides/gel/editions/2/").status_code == 200


def test_end_that_is_decided_is_told_before_it_comes(client, at, now):
    end(publish(documents.guide(), at=at), now + MINUTE, at=at)
    assert "Ends23 November 2026, 12:01 UTC" in text(client.get("/guides/gel/"))
    assert "It ends on 23 November 2026, 12:01 UTC." in text(client.get("/guides/gel/editions/"))
