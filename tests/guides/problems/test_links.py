import datetime as dt

import pytest

from guides.problems import Level, problems
from tests import factories
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db

WHERE = "blocks[3].html"


def with_link(href: str, words: str = "words"):
    html = f'<h2>Why gel?</h2><p>Text <a title="t" href="{href}">{words}</a>.</p>'
    return spoiled(examples.guide(), "blocks.3.html", html)


@pytest.mark.parametrize(
    "href",
    [
        "source:S1",
        "study:cheng-1982",
        "condition:implant",
        "claim:permanent",
        "guide:conductive-gel",
        "guide:conductive-gel#any-part-of-another-guide",
        "guide:how-it-works",
        "guide:how-it-works#why-gel",
        "#why-gel",
        "#atp",
        "#contacts",
        "#does-it-hurt",
        "#claim-permanent",
        "#condition-implant",
        "#references",
        "/check/",
        "/check/editions/",
        "/claims/permanent/",
        "/topics/safety/",
        "/topics/safety/feed.xml",
        "/feed.xml",
        "/search/?q=gel",
        "/check",
        "/devices/",
        "/how-we-work/#grading",
        "http://testserver/check/",
        "https://example.org/guides/nowhere/",
        "http://example.org/a?b=c&amp;d=e",
        "mailto:editor@example.org",
    ],
)
def test_a_link_that_leads_somewhere(href, at):
    assert codes(with_link(href), at) == []


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("source:S99", "There is no source “S99”."),
        ("study:unknown-1999", "There is no study “unknown-1999”."),
        ("guide:nowhere", "There is no guide “nowhere”."),
        ("guide:how-it-works#nowhere", "This guide has no part “#nowhere”."),
        ("#nowhere", "This guide has no part “#nowhere”."),
        ("#claim-unknown", "This guide has no part “#claim-unknown”."),
        ("/guides/nowhere/", "The link to /guides/nowhere/ leads nowhere: no public page has or had this address."),
        ("/devices/nowhere", "The link to /devices/nowhere leads nowhere: no public page has or had this address."),
        (
            "http://testserver/guides/nowhere/#part",
            "The link to /guides/nowhere/#part leads nowhere: no public page has or had this address.",
        ),
        ("/gudies/gel/", "The link to /gudies/gel/ leads nowhere: no public page has or had this address."),
        (
            "/guides/gel/editions/2/",
            "The link to /guides/gel/editions/2/ leads nowhere: no public page has or had this address.",
        ),
        ("GUIDE:conductive-gel", "“GUIDE:conductive-gel” is no address that a link can have."),
        ("guide:conductive-gel/", "“guide:conductive-gel/” is no address that a link can have."),
        ("product:gel", "“product:gel” is no address that a link can have."),
        ("conductive-gel", "“conductive-gel” is no address that a link can have."),
        ("//example.org/", "“//example.org/” is no address that a link can have."),
        ("https://", "“https://” is no address that a link can have."),
    ],
)
def test_a_link_that_leads_nowhere(href, message, at):
    (problem,) = found(with_link(href), at)
    assert (problem.code, problem.level, problem.where) == ("link-broken", Level.BLOCKER, WHERE)
    assert problem.message == message


def test_an_edition_can_be_linked_to(at):
    factories.edition("guide", "gel", number=1, at=at)
    factories.edition("guide", "gel", number=2, at=at)
    assert codes(with_link("/guides/gel/editions/2/"), at) == []
    assert codes(with_link("/guides/gel/editions/"), at) == []
    assert codes(with_link("/devices/gel/editions/2/"), at) == [("link-broken", WHERE)]


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/guides/guide/",
        "/admin/drafts-ahead/",
        "/preview/abc/",
        "/calendar/abc/reviews.ics",
        "/check/3/",
        "/check/result/",
        "/recall/",
        "/healthz",
        "/media/any.pdf",
        "/claims/nothing-here/",
        "/claims/safety/",
        "/topics/permanent/",
        "/topics/nothing-here/feed.xml",
    ],
)
def test_a_link_leads_to_a_page_that_everybody_finds(path, at):
    assert codes(with_link(path), at) == [("link-broken", WHERE)], f"Readers are led to {path}."


@pytest.mark.parametrize(("kind", "path"), [("claim", "/claims/lasting"), ("topic", "/topics/lasting")])
def test_a_claim_or_topic_can_be_linked_to_that_a_live_guide_holds(at, kind, path):
    held = {"references": {kind: {"lasting": {}}}}
    factories.edition("guide", "gel", at=at, document=held, live_from=at)
    assert codes(with_link(f"{path}/"), at) == []
    assert codes(with_link(path), at - dt.timedelta(seconds=1)) == [("link-broken", WHERE)]


@pytest.mark.parametrize(
    "html", ['<a href="">words</a>', "<a>words</a>", '<a href="source:S1"></a>', '<a href="/"> </a>']
)
def test_a_link_needs_an_address_and_words(html, at):
    """What the sanitiser leaves of a script as an address is a link without one."""
    document = spoiled(examples.guide(), "blocks.3.html", f"<h2>A</h2><p>Text {html}.</p>")
    assert codes(document, at) == [("link-empty", WHERE)]


def test_every_link_is_looked_at(at):
    html = '<p><a href="source:S97">a</a> <strong><a title="t" href="source:S98"><em>b</em></a></strong></p>'
    document = spoiled(examples.guide(), "references.claim.permanent.explanation", html)
    where = "references.claim.permanent.explanation"
    assert codes(document, at) == [("link-broken", where), ("link-broken", where)]


def test_links_to_what_is_not_live_are_named_until_it_is(at):
    document = examples.guide()
    not_live = [problem for problem in problems(document, at=at) if problem.code == "link-not-live"]
    assert [(problem.level, problem.where, problem.message) for problem in not_live] == [
        (Level.WARNING, WHERE, "The guide “Conductive gel” is not live."),
        (Level.WARNING, WHERE, "The device “Dot” is not live."),
    ]
    factories.edition("guide", "conductive-gel", at=at)
    factories.edition("device", "dot", at=at)
    assert problems(document, at=at) == []


def test_a_related_guide_that_is_not_live_is_named(at):
    document = spoiled(examples.guide(), "blocks.3.html", "<h2>A</h2><p>Text.</p>")
    (problem,) = problems(document, at=at)
    assert (problem.code, problem.where) == ("link-not-live", "blocks[12].guide")


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_live_is_asked_once_however_many_links_there_are(count, at, django_assert_num_queries):
    """The other queries ask who else had this address, and which words promise too much."""
    links = "".join(f'<a href="guide:g{n}">x</a>' for n in range(count))
    document = spoiled(examples.guide(), "blocks.3.html", f"<h2>A</h2><p>{links}</p>")
    document["references"]["guide"] |= {f"g{n}": {"title": "G"} for n in range(count)}
    with django_assert_num_queries(3):
        assert len(problems(document, at=at)) == count + 1
