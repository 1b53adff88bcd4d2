import datetime as dt

import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import publish

pytestmark = pytest.mark.usefixtures("db", "now")


def guide(slug: str, rank: int, **fields):
    return documents.guide(key=slug, slug=slug, title=slug.capitalize(), rank=rank, **fields)


def test_guides_are_listed_by_rank(client, at):
    for slug, rank in (("b", 10), ("c", 2), ("a", 10)):
        publish(guide(slug, rank, standfirst=f"About {slug}."), at=at)
    guides = client.get("/guides/").context["guides"]
    assert [(edition.title, edition.standfirst) for edition in guides] == [
        ("C", "About c."),
        ("A", "About a."),
        ("B", "About b."),
    ]


def test_front_page_leads_to_the_first_guide(client, at):
    publish(guide("second", 2), at=at)
    publish(guide("lead", 1), at=at)
    context = client.get("/").context
    assert context["lead"].title == "Lead"
    assert [edition.title for edition in context["others"]] == ["Second"]


def test_front_page_stands_without_guides(client):
    response = client.get("/")
    assert (response.status_code, response.context["lead"], response.context["others"]) == (200, None, [])


def test_only_live_editions_are_listed(client, at, now):
    publish(guide("old", 1), at=at)
    publish(guide("old", 1) | {"title": "New"}, number=2, at=at)
    publish(guide("later", 2), at=now + dt.timedelta(seconds=1))
    assert [edition.title for edition in client.get("/guides/").context["guides"]] == ["New"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["/", "/guides/", "/devices/"])
def test_list_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, path, count):
    for n in range(count):
        publish(guide(f"g{n}", n), at=at)
        publish(documents.device(key=f"d{n}", slug=f"d{n}"), at=at)
    with django_assert_num_queries(2):
        client.get(path)
