import datetime as dt

import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import end, publish, withdraw

SECOND = dt.timedelta(seconds=1)
PAGES = [
    "/",
    "/feed.xml",
    "/guides/",
    "/guides/feed.xml",
    "/guides/gel/",
    "/guides/gel/picture.png",
    "/guides/gel/editions/",
    "/guides/gel/editions/1/",
    "/guides/gel/editions/1.json",
    "/guides/gel/editions/2/changes/",
    "/devices/",
    "/devices/?maker=wave-ltd",
    "/devices/feed.xml",
    "/devices/compare/",
    "/devices/compare/?device=wave",
    "/devices/wave/",
    "/devices/wave/editions/",
    "/devices/wave/editions/1/",
    "/devices/wave/editions/1.json",
    "/corrections/",
    "/corrections/feed.xml",
    "/evidence/",
    "/evidence/?design=rct",
    "/claims/",
    "/claims/lifts/",
    "/topics/safety/",
    "/topics/safety/feed.xml",
    "/contraindications/",
    "/contraindications/feed.xml",
    "/planner/",
    "/planner/?start=2026-12-01&weeks=4&first=0",
    "/search/",
    "/search/?q=gel",
    "/how-we-work/",
    "/privacy/",
    "/robots.txt",
    "/sitemap.xml",
]


@pytest.fixture(autouse=True)
def site(db, at, now) -> None:
    references = {"claim": {"lifts": documents.claim()}, "topic": {"safety": documents.topic()}}
    publish(documents.guide(answer="It wets.", references=references), at=at - SECOND)
    publish(documents.guide(references=references), number=2, at=at)
    publish(documents.device(), at=at)


@pytest.mark.parametrize("path", PAGES)
def test_any_cache_may_keep_a_public_page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=300"
    assert (list(response.cookies), "Cookie" in response.get("Vary", "")) == ([], False), (
        "design.md 8: public pages set no cookie and are identical for everybody."
    )


@pytest.mark.parametrize("path", PAGES)
def test_page_is_the_same_for_somebody_who_is_signed_in(client, admin_client, path):
    assert client.get(path).content == admin_client.get(path).content


@pytest.mark.parametrize("path", PAGES)
def test_page_that_has_not_changed_is_not_sent_again(client, path):
    etag = client.get(path)["ETag"]
    response = client.get(path, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("path", PAGES)
def test_page_cannot_be_posted_to(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize(("seconds", "max_age"), [(10, 10), (299, 299), (301, 300), (86_400, 300)])
def test_page_is_kept_no_longer_than_to_the_next_edition(client, now, seconds, max_age):
    publish(documents.guide(title="New"), number=3, at=now + seconds * SECOND)
    assert client.get("/guides/gel/")["Cache-Control"] == f"public, max-age={max_age}"


def test_page_is_kept_no_longer_than_to_the_next_withdrawal(client, at, now):
    withdraw(publish(documents.guide(key="other", slug="other"), at=at), at=now + 20 * SECOND)
    assert client.get("/guides/")["Cache-Control"] == "public, max-age=20"


def test_page_is_kept_no_longer_than_to_the_next_end(client, at, now):
    end(publish(documents.guide(key="other", slug="other"), at=at), now + 30 * SECOND, at=at)
    assert client.get("/guides/")["Cache-Control"] == "public, max-age=30"


def test_page_asked_for_less_than_a_second_before_a_change_is_not_kept(client, now):
    publish(documents.guide(title="New"), number=3, at=now + SECOND / 2)
    assert client.get("/guides/gel/")["Cache-Control"] == "public, max-age=0"


def test_changes_that_have_happened_do_not_matter(client, at, now):
    withdraw(publish(documents.guide(title="New"), number=3, at=at), at=now)
    publish(documents.guide(title="Newer"), number=4, at=now)
    assert client.get("/guides/gel/")["Cache-Control"] == "public, max-age=300"
