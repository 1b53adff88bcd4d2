import pytest

from guides.problems import Level
from tests import factories
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, problems, spoiled

pytestmark = pytest.mark.django_db

WHERE = "blocks[3].html"


def with_text(html: str):
    return spoiled(examples.guide(), "blocks.3.html", html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2>A</h2><p><a href="source:S1">cited</a></p>', None),
        ('<h2>A</h2><p><a href="source:S99">cited</a></p>', "link-broken"),
        ('<h2>A</h2><p><a href="study:unknown-1999">cited</a></p>', "link-broken"),
        ('<h2>A</h2><p><a href="guide:nowhere">linked</a></p>', "link-broken"),
        ('<h2>A</h2><p><a href="/guides/nowhere/">linked</a></p>', "link-broken"),
        ('<h2>A</h2><p><a href="http://testserver/devices/nowhere/">linked</a></p>', "link-broken"),
        ('<h2>A</h2><p><a href="guide:how-it-works#a">to itself</a></p>', None),
        ('<h2>A</h2><p><a href="/check/">the check</a></p>', None),
        ('<h2>A</h2><p><a href="https://example.org/guides/nowhere/">elsewhere</a></p>', None),
        ('<h2>A</h2><p><a href="">nowhere</a></p>', "link-empty"),
        ("<h3>Too deep</h3><p>Text.</p>", "heading-level"),
        ("<h2></h2><p>Text.</p>", "heading-empty"),
        ("<h2>A</h2><p></p>", "text-empty"),
        ("<h2>A</h2><p>The result is permanent.</p>", "absolute-word"),
        ("<h2>A</h2><p>It is safe for everyone.</p>", "absolute-word"),
        ("<h2>A</h2><p>Nothing about it is permanent.</p>", None),
        ("<h2>A</h2><p>Is it permanent?</p>", None),
        ("<h2>A</h2><p>Studies show that it works.</p>", "authority-unnamed"),
        ('<h2>A</h2><p>Studies show <a href="study:cheng-1982">more ATP</a>.</p>', None),
        ("<h2>A</h2><p>It is clinically tested.</p>", "authority-unnamed"),
    ],
)
def test_text(html, expected, at):
    assert codes(with_text(html), at) == ([(expected, WHERE)] if expected else [])


def test_absolute_words_quote_the_sentence(at):
    (problem,) = found(with_text("<h2>A</h2><p>It tones. Results are guaranteed for you. Or so.</p>"), at)
    assert problem.level is Level.WARNING
    assert problem.message == "“guaranteed” promises too much: “Results are guaranteed for you.”"


def test_explanations_of_claims_are_read_too(at):
    document = spoiled(examples.guide(), "references.claim.permanent.explanation", "<p>A miracle.</p>")
    assert codes(document, at) == [("absolute-word", "references.claim.permanent.explanation")]


def test_links_to_what_is_not_live_are_named_until_it_is(at):
    document = examples.guide()
    missing = {problem.message for problem in problems(document, at=at) if problem.code == "link-not-live"}
    assert missing == {"The guide “Conductive gel” is not live.", "The device “Dot” is not live."}
    factories.edition("guide", "conductive-gel", at=at)
    factories.edition("device", "dot", at=at)
    assert [problem for problem in problems(document, at=at) if problem.code == "link-not-live"] == []
