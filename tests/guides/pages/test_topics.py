import datetime as dt
from types import SimpleNamespace

from guides.pages.cards import GuideCard, guide_cards
from guides.pages.topics import Topic, topics, topics_held
from tests.guides.pages.documents import topic

AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def edition(key: str, *, hours: int = 0, **held) -> SimpleNamespace:
    live_from = AT + dt.timedelta(hours=hours)
    return SimpleNamespace(key=key, slug=key, title=key, standfirst="Short.", live_from=live_from, topics=held or None)


def test_topics_stand_by_name_whatever_their_keys():
    found = topics({"a": topic(name="using it"), "b": topic(name="Safety"), "c": topic(name="Evidence")})
    assert [(each.name, each.key) for each in found] == [("Evidence", "c"), ("Safety", "b"), ("using it", "a")]


def test_topic_has_a_page_and_a_feed():
    (found,) = topics({"safety": topic()})
    assert (found, found.address, found.feed_address) == (
        Topic("safety", "Safety", "Who should not use it."),
        "/topics/safety/",
        "/topics/safety/feed.xml",
    )


def test_of_different_copies_the_one_that_went_live_last_counts():
    editions = [
        edition("new", hours=2, safety=topic(name="New")),
        edition("old", safety=topic(name="Old"), use=topic(name="Use")),
        edition("none", hours=3),
    ]
    assert [each.name for each in topics_held(editions)] == ["New", "Use"]


def test_card_names_its_topics():
    assert guide_cards([edition("gel", use=topic(name="Use"), safety=topic()), edition("plain")]) == [
        GuideCard("gel", "gel", "Short.", ["Safety", "Use"]),
        GuideCard("plain", "plain", "Short.", []),
    ]
