import datetime as dt
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, connection

from tests import factories
from tests.guides.pages import documents
from tests.guides.views.editions import publish, withdraw

NAMESPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
DAY = dt.timedelta(days=1)


def test_healthz_asks_nobody(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content.decode()) == (200, "Alive.\n")
    assert "no-store" in response["Cache-Control"]


def test_readyz_is_ready_with_a_live_questionnaire(client, db, at, now):
    factories.edition("questionnaire", "check", at=at)
    response = client.get("/readyz")
    assert (response.status_code, response.content.decode()) == (200, "Ready.\n")
    assert "no-store" in response["Cache-Control"]


def test_readyz_is_not_ready_before_the_questionnaire_is_live(client, db, now):
    factories.edition("questionnaire", "check", at=now + DAY)
    response = client.get("/readyz")
    assert (response.status_code, response.content.decode()) == (503, "No questionnaire is live.\n")


def test_readyz_is_not_ready_without_a_database(client, db):
    def refuse(*args):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        response = client.get("/readyz")
    assert (response.status_code, response.content.decode()) == (503, "The database does not answer.\n")


def test_robots_keep_out_of_the_admin_the_previews_and_the_steps_of_the_check(client, db):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /preview/",
        "Disallow: /check/",
        "Allow: /check/$",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_sitemap_names_live_editions_since_their_last_major_change(client, db, at, now):
    publish(documents.guide(slug="old"), at=at - 3 * DAY)
    publish(documents.guide(answer="Other."), number=2, at=at - 2 * DAY)
    publish(documents.guide(title="Gel"), number=3, at=at - DAY, is_major=False)
    withdraw(publish(documents.guide(title="Wrong"), number=4, at=at), at=at)
    publish(documents.guide(title="Later"), number=5, at=now + DAY)
    publish(documents.device(), at=at)
    publish(documents.guide(key="b", slug="b", references={"claim": {"lifts": documents.claim()}}), at=at)
    publish(documents.guide(key="c", slug="c", references={"topic": {"safety": documents.topic()}}), at=at)
    withdraw(
        publish(documents.guide(key="d", slug="d", references={"topic": {"use": documents.topic()}}), at=at), at=at
    )
    assert _sitemap(client) == {
        "/": None,
        "/guides/": None,
        "/devices/": None,
        "/corrections/": None,
        "/evidence/": None,
        "/claims/": None,
        "/contraindications/": None,
        "/planner/": None,
        "/how-we-work/": None,
        "/privacy/": None,
        "/guides/gel/": "2026-11-20",
        "/guides/b/": "2026-11-22",
        "/guides/c/": "2026-11-22",
        "/devices/wave/": "2026-11-22",
        "/claims/lifts/": "2026-11-22",
        "/topics/safety/": None,
    }


@pytest.mark.usefixtures("starter", "now")
def test_sitemap_names_nothing_that_search_engines_are_kept_from(client):
    """Each address answers itself, says that it is the one to keep, and is not closed to robots."""
    closed = ("/admin/", "/preview/", "/check/")
    for path in _sitemap(client):
        response = client.get(path)
        assert (path, response.status_code, response.get("X-Robots-Tag")) == (path, 200, None)
        assert f'<link rel="canonical" href="http://testserver{path}">' in response.text
        assert "noindex" not in response.text
        assert not path.startswith(closed)


@pytest.mark.parametrize("count", [1, 3])
def test_sitemap_asks_the_database_the_same_number_of_times(client, db, at, now, django_assert_num_queries, count):
    for n in range(count):
        publish(documents.guide(key=f"g{n}", slug=f"g{n}"), at=at)
        publish(documents.device(key=f"d{n}", slug=f"d{n}"), at=at)
    with django_assert_num_queries(7):
        client.get("/sitemap.xml")


def _sitemap(client) -> dict[str, str | None]:
    urls = ElementTree.fromstring(client.get("/sitemap.xml").content).findall("map:url", NAMESPACE)
    return {
        url.findtext("map:loc", namespaces=NAMESPACE).removeprefix("http://testserver"): url.findtext(
            "map:lastmod", namespaces=NAMESPACE
        )
        for url in urls
    }
