"""Topics: their pages, their feeds, and where both are named."""

import datetime as dt

import feedparser
import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import end, publish, text, withdraw

HOUR = dt.timedelta(hours=1)
SAFETY = {"topic": {"safety": documents.topic()}}
BOTH = {"topic": {**SAFETY["topic"], "use": documents.topic(name="Using a device", description="How often.")}}

pytestmark = pytest.mark.usefixtures("db", "now")


def guide(slug: str = "gel", **fields):
    return documents.guide(**{"key": slug, "slug": slug, "title": slug.capitalize(), "references": SAFETY, **fields})


def listed(client, path: str = "/topics/safety/") -> list[str]:
    return [card.title for card in client.get(path).context["guides"]]


def feed(client, path: str = "/topics/safety/feed.xml") -> feedparser.FeedParserDict:
    read = feedparser.parse(client.get(path).content)
    assert (read.version, read.bozo) == ("atom10", False)
    return read


def test_topic_lists_the_live_guides_that_hold_it_by_rank(client, at, now):
    publish(guide("second", rank=2, standfirst="About it."), at=at)
    publish(guide("first", rank=1), at=at)
    publish(guide("other", references={}), at=at)
    publish(guide("later"), at=now + HOUR)
    withdraw(publish(guide("wrong"), at=at), at=at + HOUR)
    end(publish(guide("ended"), at=at), at + HOUR, at=at)
    assert listed(client) == ["First", "Second"]
    assert "Safety Who should not use it. Guides on this topic First" in text(client.get("/topics/safety/"))


def test_topic_lists_a_guide_no_longer_when_its_live_edition_does_not_hold_it(client, at):
    publish(guide(), at=at)
    publish(guide("other"), at=at)
    publish(guide(references={}), number=2, at=at + HOUR)
    assert listed(client) == ["Other"]


def test_topic_is_called_as_the_guide_that_went_live_last_calls_it(client, at):
    publish(guide("new", references={"topic": {"safety": documents.topic(name="Who it is for")}}), at=at + HOUR)
    publish(guide("old"), at=at)
    assert client.get("/topics/safety/").context["topic"].name == "Who it is for"
    assert [topic.name for topic in client.get("/guides/").context["topics"]] == ["Who it is for"]
    assert feed(client).feed.title == "Celliara: Who it is for"


@pytest.mark.parametrize("path", ["/topics/safety/", "/topics/safety/feed.xml"])
def test_topic_that_no_live_guide_holds_is_not_found(client, at, now, path):
    publish(guide(references={}), at=at)
    publish(guide("later"), at=now + HOUR)
    withdraw(publish(guide("wrong"), at=at), at=at + HOUR)
    assert client.get(path).status_code == 404


def test_feed_holds_every_edition_that_held_the_topic_the_latest_first(client, at, now):
    publish(guide("old"), at=at, note="First.")
    publish(guide("old", title="New"), number=2, at=at + HOUR, note="A better name.")
    publish(guide("other", references={}), at=at)
    withdraw(publish(guide("wrong"), at=at), at=at + HOUR)
    publish(guide("later"), at=now + HOUR)
    read = feed(client)
    assert [entry.title for entry in read.entries] == ["New, edition 2", "Old, edition 1"]
    assert (read.entries[0].id, read.entries[0].link, read.entries[0].summary) == (
        "urn:celliara:edition:guide:old:2",
        "http://testserver/guides/old/editions/2/",
        "A better name.",
    )
    assert (read.feed.title, read.feed.link, read.feed.subtitle) == (
        "Celliara: Safety",
        "http://testserver/topics/safety/",
        "Every edition of every guide on this topic. Who should not use it.",
    )
    assert read.feed.links[1]["href"] == "http://testserver/topics/safety/feed.xml"


def test_feed_ends_after_so_many_entries(client, at):
    for number in range(1, 53):
        publish(guide(), number=number, at=at + number * HOUR / 60)
    assert len(feed(client).entries) == 50


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/topics/safety/", 2), ("/topics/safety/feed.xml", 3)])
def test_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, count, path, queries):
    """What is live and holds it, when that changes next; for the feed its entries too."""
    for n in range(count):
        publish(guide(f"g{n}", references=BOTH), at=at)
        publish(guide(f"g{n}", references=BOTH), number=2, at=at)
    with django_assert_num_queries(queries):
        client.get(path)


def test_documents_stay_in_the_database(client, at, django_assert_num_queries):
    """However many editions there are, the feed reads their rows under the topic, and of no document its text."""
    publish(guide(standfirst="Marked."), at=at)
    with django_assert_num_queries(3) as asked:
        client.get("/topics/safety/feed.xml")
    live, entries, _ = (query["sql"] for query in asked.captured_queries)
    assert ("guides_editiontopic" in live, "guides_editiontopic" in entries) == (True, True)
    assert '"document"' not in entries


def test_page_names_its_feed_and_shows_it(client, at):
    publish(guide(), at=at)
    links = feedparser.parse(client.get("/topics/safety/").content).feed.links
    assert [(link.href, link.title) for link in links if link.get("type") == "application/atom+xml"] == [
        ("/topics/safety/feed.xml", "Safety")
    ]
    assert '<a href="/topics/safety/feed.xml">What is new on this topic' in client.get("/topics/safety/").text


def test_page_belongs_to_the_guides(client, at):
    publish(guide(), at=at)
    html = client.get("/topics/safety/").text
    assert '<p class="kicker"><a href="/guides/">Guides</a></p>' in html
    assert '<a href="/guides/" aria-current="true">Guides</a>' in html


def test_live_guide_leads_to_its_topics_by_name(client, at):
    publish(guide(references=BOTH), at=at)
    assert (
        '<ul class="topics-list" aria-label="Topics">\n'
        '      <li><a class="topic" href="/topics/safety/">Safety</a></li>'
        '<li><a class="topic" href="/topics/use/">Using a device</a></li>\n'
        "    </ul>"
    ) in client.get("/guides/gel/").text


def test_past_edition_names_its_topics_without_a_way_to_them(client, at):
    """No live guide may hold them any more."""
    publish(guide(), at=at)
    publish(guide(references={}), number=2, at=at)
    assert '<span class="topic">Safety</span>' in client.get("/guides/gel/editions/1/").text
    assert 'class="topic' not in client.get("/guides/gel/").text


def test_guide_costs_no_query_more_for_its_topics(client, at, django_assert_max_num_queries):
    publish(guide("without", references={}), at=at)
    publish(guide("with", references=BOTH), at=at)
    with django_assert_max_num_queries(20) as without:
        client.get("/guides/without/")
    with django_assert_max_num_queries(20) as with_topics:
        client.get("/guides/with/")
    assert len(with_topics) == len(without)


def test_lists_name_the_topics_of_each_guide_and_lead_to_all(client, at):
    publish(guide("lead", rank=1, references={}), at=at)
    publish(guide("gel", rank=2, references=BOTH), at=at)
    for path, cards in (("/", "others"), ("/guides/", "guides")):
        response = client.get(path)
        assert response.context[cards][-1].topics == ["Safety", "Using a device"]
        assert "On Safety · Using a device" in text(response)
    assert [topic.address for topic in client.get("/guides/").context["topics"]] == ["/topics/safety/", "/topics/use/"]


def test_a_guide_may_be_called_topics(client, at):
    """The address of a topic is that of no guide, whatever guide and topic are called."""
    publish(guide("topics", references={"topic": {"editions": documents.topic()}}), at=at)
    assert client.get("/guides/topics/editions/").context["kind"] == "guide"
    assert listed(client, "/topics/editions/") == ["Topics"]
