"""An edition scheduled a minute ahead, and one that ends then: every surface agrees, before and after."""

import datetime as dt
from collections.abc import Callable

import feedparser
import pytest
from django.utils import timezone

from tests.guides.pages import documents
from tests.guides.views.editions import end, publish

SECOND = dt.timedelta(seconds=1)
MINUTE = dt.timedelta(minutes=1)

type Clock = Callable[[dt.datetime], None]


@pytest.fixture
def clock(monkeypatch) -> Clock:
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def surfaces(client, slug: str, number: int) -> dict[str, bool]:
    """Where this edition of the guide at ``slug`` can be met."""
    page = client.get(f"/guides/{slug}/")
    entries = feedparser.parse(client.get("/corrections/feed.xml").content).entries
    return {
        "page": page.status_code == 200 and page.context["edition"].number == number,
        "front page": f'href="/guides/{slug}/"' in client.get("/").content.decode(),
        "list": f'href="/guides/{slug}/"' in client.get("/guides/").content.decode(),
        "sitemap": f"/guides/{slug}/</loc>" in client.get("/sitemap.xml").content.decode(),
        "editions": f"/guides/{slug}/editions/{number}/" in client.get(f"/guides/{slug}/editions/").content.decode(),
        "its number": client.get(f"/guides/{slug}/editions/{number}/").status_code == 200,
        "changes": client.get(f"/guides/{slug}/editions/{number}/changes/").status_code == 200,
        "JSON": client.get(f"/guides/{slug}/editions/{number}.json").status_code == 200,
        "corrections": f"/guides/{slug}/editions/{number}/" in client.get("/corrections/").content.decode(),
        "feed": any(f"/guides/{slug}/editions/{number}/" in entry.link for entry in entries),
    }


def test_edition_scheduled_a_minute_ahead_goes_live_everywhere_at_once(client, db, at, clock):
    publish(documents.guide(slug="old"), at=at)
    publish(documents.guide(slug="new"), number=2, at=at, live_from=at + MINUTE)
    clock(at + MINUTE - SECOND)
    assert set(surfaces(client, "new", 2).values()) == {False}
    assert client.get("/guides/old/").status_code == 200
    assert client.get("/guides/")["Cache-Control"] == "public, max-age=1"
    clock(at + MINUTE)
    assert set(surfaces(client, "new", 2).values()) == {True}
    assert client.get("/guides/old/")["Location"] == "/guides/new/"
    assert client.get("/guides/")["Cache-Control"] == "public, max-age=300"


def test_edition_that_ends_in_a_minute_is_live_nowhere_from_then_on(client, db, at, clock):
    publish(documents.guide(), at=at)
    end(publish(documents.guide(answer="Other."), number=2, at=at), at + MINUTE, at=at)
    clock(at + MINUTE - SECOND)
    assert set(surfaces(client, "gel", 2).values()) == {True}
    clock(at + MINUTE)
    still_there = {"editions", "its number", "changes", "JSON", "corrections", "feed"}
    assert {name for name, is_met in surfaces(client, "gel", 2).items() if is_met} == still_there
