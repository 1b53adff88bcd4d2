import datetime as dt

import pytest

from guides.models import Edition
from tests.guides.pages import documents
from tests.guides.views.editions import approve, publish, text, withdraw

MINUTE = dt.timedelta(minutes=1)
QUERIES = 6
"""The edition, its history, approvals and errata, the addresses that it links to, and the next scheduled change."""

pytestmark = pytest.mark.usefixtures("db", "now")


def test_guide_shows_its_live_edition(client, at):
    publish(documents.guide(title="Old"), at=at - MINUTE)
    publish(documents.guide(title="New"), number=2, at=at)
    response = client.get("/guides/gel/")
    assert response.context["page"].title == "New"
    assert response.context["edition"].number == 2
    assert "superseded" not in text(response)


def test_device_shows_its_live_edition(client, at):
    publish(documents.device(title="Wave 2"), at=at)
    response = client.get("/devices/wave/")
    assert response.templates[0].name == "guides/device.html"
    assert response.context["page"].title == "Wave 2"
    assert "Label not on file" in text(response)


@pytest.mark.parametrize(
    "path",
    ["/guides/none/", "/guides/none/editions/", "/guides/none/editions/1/", "/guides/gel/editions/7/", "/devices/gel/"],
)
def test_unknown_slug_or_number_is_not_found(client, at, path):
    publish(documents.guide(), at=at)
    assert client.get(path).status_code == 404


def test_edition_is_found_from_its_moment_on(client, now):
    publish(documents.guide(), at=now + MINUTE)
    assert client.get("/guides/gel/").status_code == 404
    publish(documents.guide(key="due", slug="due"), at=now)
    assert client.get("/guides/due/").status_code == 200


def test_scheduled_edition_is_not_found_by_its_number_nor_listed(client, at, now):
    publish(documents.guide(), at=at)
    publish(documents.guide(title="Secret", slug="secret"), number=2, at=now + MINUTE)
    assert client.get("/guides/gel/editions/2/").status_code == 404
    assert client.get("/guides/secret/").status_code == 404
    assert "Edition 2" not in text(client.get("/guides/gel/editions/"))


@pytest.mark.parametrize("tail", ["", "editions/", "editions/1/"])
def test_past_address_leads_to_the_present_one_in_one_step(client, at, tail):
    for number, slug in enumerate(["one", "two", "three"], start=1):
        publish(documents.guide(slug=slug, title=slug), number=number, at=at)
    for past in ("one", "two"):
        response = client.get(f"/guides/{past}/{tail}")
        assert (response.status_code, response["Location"]) == (301, f"/guides/three/{tail}"), (
            "design.md 5.6: old paths answer 301 to the present one, without chains or loops."
        )
    assert client.get(f"/guides/three/{tail}").status_code == 200


def test_address_that_came_back_does_not_loop(client, at):
    for number, slug in enumerate(["one", "two", "one"], start=1):
        publish(documents.guide(slug=slug, answer=str(number)), number=number, at=at)
    assert client.get("/guides/one/").status_code == 200
    assert client.get("/guides/two/")["Location"] == "/guides/one/"


def test_address_that_another_guide_has_now_belongs_to_that(client, at):
    publish(documents.guide(slug="gel"), at=at - MINUTE)
    publish(documents.guide(slug="why-gel"), number=2, at=at)
    publish(documents.guide(key="other", slug="gel", title="The other"), at=at)
    assert client.get("/guides/gel/").context["page"].title == "The other"


def test_address_that_two_guides_have_left_leads_to_the_one_that_had_it_last(client, at):
    for key, hours in (("first", 4), ("second", 2), ("third", 3)):
        publish(documents.guide(key=key, slug="shared"), at=at - hours * 60 * MINUTE)
        publish(documents.guide(key=key, slug=f"{key}-now"), number=2, at=at - hours * 30 * MINUTE)
    assert client.get("/guides/shared/")["Location"] == "/guides/second-now/"


def test_redirect_may_be_kept_as_long_as_a_page(client, at, now):
    publish(documents.guide(slug="one"), at=at)
    publish(documents.guide(slug="two"), number=2, at=at)
    publish(documents.guide(slug="one", title="Back"), number=3, at=now + MINUTE)
    assert client.get("/guides/one/")["Cache-Control"] == "public, max-age=60"


def test_superseded_edition_says_so_and_leads_to_the_live_one(client, at):
    publish(documents.guide(title="Old"), at=at - MINUTE)
    publish(documents.guide(title="New"), number=2, at=at)
    response = client.get("/guides/gel/editions/1/")
    assert response.context["page"].title == "Old"
    assert "It has been superseded. Read edition 2, which is live now." in text(response)
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_live_edition_has_one_address_for_search_engines(client, at):
    publish(documents.guide(), at=at)
    pages = [client.get(path).content.decode() for path in ("/guides/gel/", "/guides/gel/editions/1/?from=mail")]
    assert ['<link rel="canonical" href="http://testserver/guides/gel/">' in page for page in pages] == [True, True]
    assert "superseded" not in pages[1]


def test_withdrawn_edition_says_why_and_what_to_do(client, at):
    publish(documents.guide(title="Old"), at=at)
    withdraw(publish(documents.guide(title="New"), number=2, at=at), at=at, reason="A dose was wrong.", advice="Ask.")
    said = text(client.get("/guides/gel/editions/2/"))
    assert (
        "Edition 2 was withdrawn on 22 November 2026 Why. A dose was wrong. What to do. Ask. Withdrawn by bob." in said
    )
    assert "Read edition 1, which is live now." in said
    assert client.get("/guides/gel/").context["page"].title == "Old"


@pytest.mark.parametrize("slug", ["one", "two"])
def test_guide_without_a_live_edition_is_gone_and_says_why(client, at, slug):
    for number, name in enumerate(["one", "two"], start=1):
        edition = publish(documents.guide(slug=name, title=name), number=number, at=at)
        withdraw(edition, at=at, reason=f"{name} was wrong.", way="gone")
    response = client.get(f"/guides/{slug}/")
    assert response.status_code == 410
    assert "two was wrong." in text(response)
    assert client.get(f"/guides/{slug}/editions/").status_code == 200


def test_edition_without_approval_is_not_called_reviewed(client, at):
    approve(publish(documents.guide(), at=at), at=at)
    publish(documents.guide(title="New"), number=2, at=at)
    said = text(client.get("/guides/gel/"))
    assert "Not yet independently reviewed" in said
    assert "Independently reviewed by" not in said, "design.md 5.4: derived from an approval of exactly this edition."


def test_edition_with_approval_names_the_reviewer(client, at):
    approve(publish(documents.guide(), at=at), at=at)
    said = text(client.get("/guides/gel/"))
    assert "Independently reviewed by cleo, Physiotherapist 22 November 2026. Conflicts of interest: None." in said
    assert "Not yet independently reviewed" not in said


def test_approvals_of_other_editions_are_not_asked_for(at):
    mine = approve(publish(documents.guide(), at=at), at=at)
    approve(publish(documents.device(), at=at), at=at)
    assert list(Edition.objects.about(("guide", "gel")).approvals()) == [mine]


def test_list_of_editions_tells_each_ones_state(client, at):
    for number in (1, 2, 3):
        edition = publish(
            documents.guide(title=str(number)), number=number, at=at, note=f"Note {number}.", is_major=number < 3
        )
    withdraw(edition, at=at)
    said = text(client.get("/guides/gel/editions/"))
    entries = said.split("Every edition")[1].split("What this is not")[0]
    assert [
        entries.index(f"Edition {number} {state}")
        for number, state in ((3, "Withdrawn"), (2, "Live"), (1, "Superseded"))
    ]
    assert "Minor change. Note 3." in entries
    assert entries.count("Not yet independently reviewed") == 3
    assert "Major change. Note 2." in entries
    assert edition.sha256 in entries


def test_link_to_a_guide_leads_to_its_present_address(client, at, now):
    publish(documents.guide(slug="why-gel"), at=at)
    publish(documents.guide(key="later", slug="later"), at=now + MINUTE)
    links = '<p><a href="guide:gel#how">gel</a> <a href="guide:later">later</a> <a href="device:wave">wave</a></p>'
    references = {
        "guide": {"gel": {"title": "Gel"}, "later": {"title": "Later"}},
        "device": {"wave": {"title": "Wave"}},
    }
    publish(documents.guide(documents.prose(links), key="about", slug="about", references=references), at=at)
    publish(documents.device(), at=at)
    html = client.get("/guides/about/").content.decode()
    assert '<p><a href="/guides/why-gel/#how">gel</a> later <a href="/devices/wave/">wave</a></p>' in html


@pytest.mark.parametrize("links", [1, 3])
@pytest.mark.parametrize("past", [1, 3])
def test_page_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, links, past):
    keys = [f"other-{n}" for n in range(links)]
    for key in keys:
        publish(documents.guide(key=key, slug=key), at=at)
    blocks = [documents.prose(f'<p><a href="guide:{key}">it</a></p>') for key in keys]
    references = {"guide": {key: {"title": key} for key in keys}}
    for number in range(1, past + 1):
        edition = publish(documents.guide(*blocks, answer=str(number), references=references), number=number, at=at)
        approve(edition, at=at)
    with django_assert_num_queries(QUERIES):
        client.get("/guides/gel/")
