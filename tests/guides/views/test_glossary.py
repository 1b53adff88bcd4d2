import datetime as dt

import pytest
from django.utils.html import strip_tags

from tests.guides.pages import documents
from tests.guides.views.editions import publish, withdraw

pytestmark = pytest.mark.usefixtures("db", "now")


def glossary(**fields):
    terms = {"atp": documents.term(also="adenosine triphosphate"), "sham": documents.term(name="sham")}
    block = {"kind": "terms", "terms": ["atp", "sham"]}
    return documents.guide(
        block, **{"key": "glossary", "slug": "glossary", "title": "Glossary", "references": {"term": terms}, **fields}
    )


def test_glossary_lists_the_terms_of_its_live_edition(client, at):
    publish(glossary(), at=at)
    response = client.get("/glossary/")
    html = response.content.decode()
    assert response.status_code == 200
    assert [f'id="term-{key}"' in html for key in ("atp", "sham")] == [True, True]
    assert "ATP also: adenosine triphosphate What cells run on." in " ".join(strip_tags(html).split())
    assert '<link rel="canonical" href="http://testserver/guides/glossary/">' in html


def test_glossary_stays_where_it_is_when_the_guide_moves(client, at):
    publish(glossary(), at=at - dt.timedelta(minutes=1))
    publish(glossary(slug="words", title="Words"), number=2, at=at)
    assert client.get("/glossary/").context["page"].title == "Words"
    assert client.get("/guides/glossary/")["Location"] == "/guides/words/"


def test_glossary_that_was_withdrawn_says_so(client, at):
    withdraw(publish(glossary(), at=at), at=at, way="gone")
    assert client.get("/glossary/").status_code == 410


def test_glossary_that_nobody_has_written_is_not_found(client):
    assert client.get("/glossary/").status_code == 404
