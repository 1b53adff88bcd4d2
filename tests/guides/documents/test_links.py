import pytest

from guides.documents import assemble
from guides.documents.links import by_identity, identified, links, own_path
from guides.models import Edition, Prose
from guides.publishing import publish
from tests import factories
from tests.guides import examples

KEYS = {("guide", "gel"): "gel-key", ("device", "mini"): "mini-key"}


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("/guides/gel/", "guide:gel-key"),
        ("/guides/gel", "guide:gel-key"),
        ("/devices/mini/", "device:mini-key"),
        ("/guides/gel/#why-gel", "guide:gel-key#why-gel"),
        ("https://testserver/guides/gel/", "guide:gel-key"),
        ("http://127.0.0.1:8000/guides/gel/#why", "guide:gel-key#why"),
        ("/glossary/#term-atp", "term:atp"),
        ("http://127.0.0.1:8000/glossary#term-motor-threshold", "term:motor-threshold"),
        ("/glossary/", "/glossary/"),
        ("/guides/unknown/", "/guides/unknown/"),
        ("/devices/gel/", "/devices/gel/"),
        ("/guides/gel/editions/2/", "/guides/gel/editions/2/"),
        ("/guides/gel/?page=2", "/guides/gel/?page=2"),
        ("https://example.org/guides/gel/", "https://example.org/guides/gel/"),
        ("//testserver.example.org/guides/gel/", "//testserver.example.org/guides/gel/"),
        ("ftp://testserver/guides/gel/", "ftp://testserver/guides/gel/"),
        ("http://[/guides/gel/", "http://[/guides/gel/"),
        ("guide:gel", "guide:gel"),
    ],
)
def test_by_identity_turns_our_own_addresses_into_links_that_stay_right(pasted, kept):
    html = f'<p>a <a title="t" href="{pasted}">x</a> b</p>'

    assert by_identity(html, KEYS.get) == f'<p>a <a title="t" href="{kept}">x</a> b</p>'


def test_by_identity_leaves_text_that_looks_like_a_link():
    html = '<p>Write href="/guides/gel/" in it, or a href="guide:gel".</p>'

    assert by_identity(html, KEYS.get) == html
    assert list(links(html)) == []


def test_a_host_that_may_be_any_is_not_ours(settings):
    settings.ALLOWED_HOSTS = ["*"]

    assert own_path("https://example.org/guides/gel/") is None
    assert own_path("http://localhost:8000/guides/gel/") == "/guides/gel/"


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("guide:gel", ("guide", "gel", "")),
        ("guide:gel#why-gel", ("guide", "gel", "why-gel")),
        ("source:S1", ("source", "S1", "")),
        ("guide:", None),
        ("guide:gel/", None),
        ("GUIDE:gel", None),
        ("product:gel", None),
        ("mailto:a@example.org", None),
        ("#why-gel", None),
    ],
)
def test_identified_reads_links_by_identity_and_no_others(href, found):
    assert identified(href) == found


def test_links_finds_every_link_by_identity_in_order():
    html = (
        '<p><a href="study:cheng" title="t">a</a> <a title="t" href="guide:gel#why">b</a></p>'
        '<ul><li><a href="https://example.org/">c</a> <a href="condition:skin">d</a></li></ul>'
    )

    assert list(links(html)) == [("study", "cheng"), ("guide", "gel"), ("condition", "skin")]


@pytest.fixture
def linked(db):
    """What a text that links to an address says in the document."""

    def html_of(address: str) -> str:
        guide = factories.guide(f"with-link-{Prose.objects.count()}")
        Prose.objects.create(parent=guide, region="main", html=f'<p><a href="{address}">x</a></p>')
        return assemble(guide).document["blocks"][0]["html"]

    return html_of


def test_a_pasted_address_becomes_a_link_by_identity(linked):
    factories.guide("gel", key="its-key")
    factories.device("mini")

    assert linked("/guides/gel/") == '<p><a href="guide:its-key">x</a></p>'
    assert linked("/devices/mini/#facts") == '<p><a href="device:mini#facts">x</a></p>'


def test_an_address_that_somebody_had_becomes_a_link_to_them(linked, at):
    guide = examples.import_guide()
    publish(guide, by=factories.user(), at=at)
    guide.slug = "moved"
    guide.save()

    assert linked("/guides/how-it-works/") == '<p><a href="guide:how-it-works">x</a></p>'
    assert linked("/guides/moved/") == '<p><a href="guide:how-it-works">x</a></p>'


def test_an_address_belongs_to_who_has_it_now(linked, at):
    guide = examples.import_guide()
    publish(guide, by=factories.user(), at=at)
    guide.slug = "moved"
    guide.save()
    factories.guide("how-it-works")

    assert linked("/guides/how-it-works/") == '<p><a href="guide:how-it-works-2">x</a></p>'


def test_an_address_that_many_had_belongs_to_the_last(linked, at):
    publisher = factories.user()
    for key, live_from in {"first": at.replace(day=1), "last": at.replace(day=3), "between": at.replace(day=2)}.items():
        Edition.objects.create(
            kind="guide",
            key=key,
            number=1,
            slug="shared",
            document={},
            sha256="0" * 64,
            is_major=False,
            published_by=publisher,
            published_at=at,
            live_from=live_from,
        )

    assert linked("/guides/shared/") == '<p><a href="guide:last">x</a></p>'


def test_an_address_that_nobody_had_stays(linked):
    assert linked("/guides/nowhere/") == '<p><a href="/guides/nowhere/">x</a></p>'
