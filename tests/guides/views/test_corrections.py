"""Everything that was put right, as a page and as a feed."""

import datetime as dt

import feedparser
import pytest
from django.utils.html import strip_tags

from tests import factories
from tests.guides.pages import documents
from tests.guides.views.editions import correct, publish, withdraw

HOUR = dt.timedelta(hours=1)

pytestmark = pytest.mark.usefixtures("db", "now")


@pytest.fixture
def history(db, at, now) -> None:
    first = publish(documents.guide(), at=at)
    publish(documents.guide(title="New"), number=2, at=at + HOUR, note="A better name.")
    publish(documents.guide(title="Newer"), number=3, at=at + 2 * HOUR, is_major=False, note="A comma.")
    publish(documents.guide(title="Secret"), number=4, at=now + HOUR, note="Not yet.")
    correct(first, "It was in 1982.", at=at + 3 * HOUR)
    withdraw(publish(documents.device(), at=at), at=at + 4 * HOUR, reason="It was recalled.", advice="Stop.")
    withdraw(publish(documents.device(key="dot", slug="dot"), at=at), at=now + HOUR, reason="Not yet.")
    factories.edition("questionnaire", "check", 1, at=at)
    factories.edition("questionnaire", "check", 2, at=at + 5 * HOUR, note="Asks about metal.")


@pytest.mark.usefixtures("history")
def test_corrections_are_major_changes_errata_and_withdrawals_newest_first(client):
    response = client.get("/corrections/")
    assert [(str(entry.sort), entry.heading, entry.text, entry.address) for entry in response.context["entries"]] == [
        ("Changed", "Check, edition 2", "Asks about metal.", ""),
        ("Withdrawn", "Wave, edition 1", "It was recalled. Stop.", "/devices/wave/editions/1/"),
        ("Erratum", "Why gel, edition 1", "It was in 1982.", "/guides/gel/editions/1/"),
        ("Changed", "New, edition 2", "A better name.", "/guides/gel/editions/2/changes/"),
    ]
    assert "It was in 1982." in strip_tags(response.content.decode())


@pytest.mark.usefixtures("history")
def test_feed_says_the_same_as_the_page(client, at):
    response = client.get("/corrections/feed.xml")
    feed = feedparser.parse(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert (feed.version, feed.bozo) == ("atom10", False)
    assert [(entry.title, entry.summary, entry.link) for entry in feed.entries] == [
        ("Changed: Check, edition 2", "Asks about metal.", "http://testserver/corrections/"),
        ("Withdrawn: Wave, edition 1", "It was recalled. Stop.", "http://testserver/devices/wave/editions/1/"),
        ("Erratum: Why gel, edition 1", "It was in 1982.", "http://testserver/guides/gel/editions/1/"),
        ("Changed: New, edition 2", "A better name.", "http://testserver/guides/gel/editions/2/changes/"),
    ]
    assert len({entry.id for entry in feed.entries}) == 4
    assert (feed.feed.author, feed.feed.updated) == ("Celliara", (at + 5 * HOUR).isoformat())


def test_what_readers_had_nothing_before_is_no_correction(client, at, now):
    """Its number says nothing: the first edition was withdrawn before its time."""
    withdraw(publish(documents.guide(), at=at, live_from=at + HOUR), at=at)
    publish(documents.guide(title="New"), number=2, at=at + 2 * HOUR, note="Put right in time.")
    assert client.get("/corrections/").context["entries"] == []
    assert client.get("/guides/gel/").context["history"].corrections == []
    (page,) = client.get("/guides/gel/editions/").context["history"].editions
    assert (page.number, page.changes_address) == (2, "")


def test_nothing_was_corrected_yet(client):
    assert "Nothing has been corrected or withdrawn yet." in client.get("/corrections/").content.decode()
    assert feedparser.parse(client.get("/corrections/feed.xml").content).entries == []


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["/corrections/", "/corrections/feed.xml"])
def test_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, count, path):
    for number in range(2, count + 2):
        edition = publish(documents.guide(answer=str(number)), number=number, at=at)
        correct(edition, "It was in 1982.", at=at)
        withdraw(edition, at=at)
    with django_assert_num_queries(4):
        client.get(path)
