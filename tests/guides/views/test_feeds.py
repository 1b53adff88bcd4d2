"""Feeds of editions, read by somebody else's parser."""

import datetime as dt

import feedparser
import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import publish, withdraw

HOUR = dt.timedelta(hours=1)

pytestmark = pytest.mark.usefixtures("db", "now")

STOPS = documents.condition(documents.rule("stop"))
ASKS = documents.condition(documents.rule("ask"))


def read(client, path: str) -> feedparser.FeedParserDict:
    feed = feedparser.parse(client.get(path).content)
    assert (feed.version, feed.bozo) == ("atom10", False)
    return feed


def titles(client, path: str) -> list[str]:
    return [entry.title for entry in read(client, path).entries]


@pytest.fixture
def editions(db, at, now) -> None:
    publish(documents.guide(slug="old"), at=at, note="First.")
    publish(documents.guide(title="Gel"), number=2, at=at + HOUR, is_major=False, note="A better name.")
    publish(documents.device(), at=at + 2 * HOUR)
    withdraw(publish(documents.device(key="dot", slug="dot", title="Dot"), at=at), at=at + HOUR)
    publish(documents.guide(title="Later"), number=3, at=now + HOUR)


@pytest.mark.usefixtures("editions")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/feed.xml", ["Wave, edition 1", "Gel, edition 2", "Why gel, edition 1"]),
        ("/guides/feed.xml", ["Gel, edition 2", "Why gel, edition 1"]),
        ("/devices/feed.xml", ["Wave, edition 1"]),
        ("/contraindications/feed.xml", []),
    ],
)
def test_feed_holds_what_has_started_and_is_not_withdrawn_the_latest_first(client, path, expected):
    assert titles(client, path) == expected


@pytest.mark.usefixtures("editions")
def test_entry_says_what_changed_when_and_where_to_read_it(client, at):
    feed = read(client, "/guides/feed.xml")
    entry = feed.entries[0]
    assert (entry.id, entry.link) == ("urn:celliara:edition:guide:gel:2", "http://testserver/guides/gel/editions/2/")
    assert (entry.summary, entry.updated) == ("A better name.", (at + HOUR).isoformat())
    assert (feed.feed.title, feed.feed.author, feed.feed.link, feed.feed.updated) == (
        "Celliara: guides",
        "Celliara",
        "http://testserver/guides/",
        (at + HOUR).isoformat(),
    )
    assert feed.feed.links[1] == {
        "rel": "self",
        "href": "http://testserver/guides/feed.xml",
        "type": "application/atom+xml",
    }


@pytest.mark.parametrize("path", ["/feed.xml", "/contraindications/feed.xml", "/corrections/feed.xml"])
def test_empty_feed_was_last_updated_when_the_site_began(client, path):
    """The same whenever it is asked for, and no date that a reader of feeds takes for a fault."""
    assert read(client, path).feed.updated == "2026-11-23T00:00:00+00:00"


def test_safety_changes_are_those_of_conditions_and_rules(client, at):
    publish(documents.guide(references={"condition": {"epilepsy": ASKS}}), at=at)
    publish(documents.guide(references={"condition": {"epilepsy": STOPS}}), number=2, at=at + HOUR, note="A manual.")
    claimed = {"condition": {"epilepsy": STOPS}, "claim": {"lifts": documents.claim()}}
    publish(documents.guide(references=claimed), number=3, at=at + 2 * HOUR, note="A claim.")
    (entry,) = read(client, "/contraindications/feed.xml").entries
    assert (entry.id, entry.link) == (
        "urn:celliara:safety:guide:gel:2",
        "http://testserver/guides/gel/editions/2/changes/",
    )
    assert entry.summary.splitlines() == [
        "A manual.",
        "condition “epilepsy”, rule “microcurrent”, if they have it: ask a clinician first → do not use",
    ]


def test_safety_changes_are_those_of_labels(client, at):
    conditions = {"condition": {"epilepsy": STOPS}}
    publish(documents.device(references=conditions), at=at)
    label = [documents.label_line("epilepsy", "stop")]
    publish(documents.device(references=conditions, label=label), number=2, at=at + HOUR, note="Its label.")
    (entry,) = read(client, "/contraindications/feed.xml").entries
    assert entry.summary.splitlines() == ["Its label.", "label statement “epilepsy”: added"]


def test_a_safety_change_is_one_against_what_readers_had_before(client, at, now):
    """Whoever read edition 1 and then edition 3 met the change in edition 3; nobody ever read edition 2."""
    publish(documents.guide(references={"condition": {"epilepsy": ASKS}}), at=at)
    unread = publish(documents.guide(references={"condition": {"epilepsy": STOPS}}), number=2, at=at + 2 * HOUR)
    withdraw(unread, at=at + HOUR)
    publish(documents.guide(references={"condition": {"epilepsy": STOPS}}), number=3, at=at + 3 * HOUR)
    assert titles(client, "/contraindications/feed.xml") == ["Why gel, edition 3"]


def test_the_check_changes_who_should_not_use_a_device_too(client, at):
    check = {"kind": "questionnaire", "key": "check", "slug": "check", "title": "Check"}
    publish(documents.guide(**check, references={"condition": {"epilepsy": ASKS}}), at=at)
    publish(documents.guide(**check, references={"condition": {"epilepsy": STOPS}}), number=2, at=at + HOUR)
    (entry,) = read(client, "/contraindications/feed.xml").entries
    assert (entry.title, entry.link) == ("Check, edition 2", "http://testserver/contraindications/")


def test_feed_ends_after_so_many_entries(client, at):
    """And of safety changes, the newest."""
    publish(documents.guide(references={}), at=at)
    for number in range(2, 54):
        shown = {"epilepsy": STOPS if number % 2 else ASKS}
        publish(documents.guide(references={"condition": shown}), number=number, at=at + number * HOUR / 60)
    assert len(titles(client, "/feed.xml")) == 50
    assert titles(client, "/contraindications/feed.xml") == [f"Why gel, edition {n}" for n in range(53, 33, -1)]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["/feed.xml", "/guides/feed.xml", "/devices/feed.xml", "/contraindications/feed.xml"])
def test_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, count, path):
    for number in range(1, count + 1):
        publish(documents.guide(references={"condition": {f"c{number}": STOPS}}), number=number, at=at)
        publish(documents.device(title=str(number)), number=number, at=at)
    with django_assert_num_queries(2):
        client.get(path)


@pytest.mark.parametrize(
    ("path", "feeds"),
    [
        ("/", ["/feed.xml", "/contraindications/feed.xml"]),
        ("/guides/", ["/guides/feed.xml"]),
        ("/guides/gel/", ["/guides/feed.xml"]),
        ("/devices/", ["/devices/feed.xml"]),
        ("/devices/wave/", ["/devices/feed.xml"]),
        ("/contraindications/", ["/contraindications/feed.xml"]),
        ("/corrections/", ["/corrections/feed.xml", "/contraindications/feed.xml"]),
    ],
)
@pytest.mark.usefixtures("editions")
def test_page_names_the_feeds_that_belong_to_it(client, path, feeds):
    links = feedparser.parse(client.get(path).content).feed.links
    assert [link.href for link in links if link.get("type") == "application/atom+xml"] == feeds
