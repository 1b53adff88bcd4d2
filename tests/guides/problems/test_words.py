import pytest

from guides.models import AbsoluteWord
from guides.problems import Level
from guides.problems.words import absolute
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db

LISTED = [
    "permanent",
    "instantly",
    "guaranteed",
    "guarantees",
    "miracle",
    "proven",
    "safe for everyone",
    "safe for all",
]


@pytest.fixture(autouse=True)
def _listed(db) -> None:
    AbsoluteWord.objects.all().delete()
    AbsoluteWord.objects.bulk_create(AbsoluteWord(words=words) for words in LISTED)


def with_text(html: str):
    return spoiled(examples.guide(), "blocks.3.html", f"<h2>A</h2><p>{html}</p>")


@pytest.mark.parametrize(
    "words",
    [
        "The result is permanent.",
        "It lifts instantly.",
        "Results are guaranteed.",
        "It guarantees a lift.",
        "A miracle.",
        "It is proven.",
        "It is <strong>safe for everyone</strong>.",
        "It is safe for all skin types.",
        "There is no pain, and results are permanent.",
        "It is not cheap; it is permanent.",
        "It doesn't hurt, but it is permanent.",
    ],
)
def test_absolute_words(words, at):
    assert codes(with_text(words), at) == [("absolute-word", "blocks[3].html")]


@pytest.mark.parametrize(
    "words",
    [
        "Nothing about it is permanent.",
        "It doesn't give permanent results.",
        "It doesn’t give permanent results.",  # noqa: RUF001
        "Is it permanent?",
        "“Is it permanent?”",
        "It is unproven.",
        "No study has proven it.",
        "It is safe for most people.",
    ],
)
def test_words_that_promise_nothing(words, at):
    assert codes(with_text(words), at) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Studies show that it works.", 1),
        ("A study has shown that it works.", 1),
        ("Research confirms it.", 1),
        ("It is clinically tested.", 1),
        ("Scientists agree.", 1),
        ('Studies show <a href="study:cheng-1982">more ATP</a>.', 0),
        ('Studies show more ATP (<a title="t" href="source:S1">record</a>).', 0),
        ('Studies show more ATP.<a href="study:cheng-1982">Cheng</a> It was in rats.', 0),
        ('Studies show that it works. It is <a href="study:cheng-1982">in rats</a>.', 1),
        ('Studies show <a href="guide:conductive-gel">that gel helps</a>.', 1),
        ("No trial has shown that it works.", 0),
        ("Do studies show that it works?", 0),
    ],
)
def test_authority_needs_a_citation_in_the_same_sentence(words, expected, at):
    assert codes(with_text(words), at) == [("authority-unnamed", "blocks[3].html")] * expected


def test_a_warning_quotes_the_sentence(at):
    (problem,) = found(with_text("It tones &amp; lifts. Results are guaranteed for <em>you</em>. Or so."), at)
    assert problem.level is Level.WARNING
    assert problem.message == "“guaranteed” promises too much: “Results are guaranteed for you.”"


def test_a_citation_is_not_quoted(at):
    (problem,) = found(with_text('It is permanent <a href="source:S1">(maker)</a>.'), at)
    assert problem.message == "“permanent” promises too much: “It is permanent (maker).”"


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("title", "title"),
        ("standfirst", "standfirst"),
        ("answer", "answer"),
        ("blocks.0.text", "blocks[0].text"),
        ("blocks.1.text", "blocks[1].text"),
        ("blocks.5.title", "blocks[5].title"),
        ("blocks.7.text", "blocks[7].text"),
        ("blocks.11.question", "blocks[11].question"),
        ("blocks.12.reason", "blocks[12].reason"),
        ("references.product.gel.what_it_is", "references.product.gel.what_it_is"),
        ("references.product.gel.disclosure", "references.product.gel.disclosure"),
        ("references.topic.safety.name", "references.topic.safety.name"),
        ("references.topic.safety.description", "references.topic.safety.description"),
        ("references.chart.atp.title", "references.chart.atp.title"),
        ("references.chart.atp.ranges.0.effect", "references.chart.atp.ranges[0].effect"),
        ("references.claim.permanent.evidence.1.finding", "references.claim.permanent.evidence[1].finding"),
        ("references.condition.implant.what_to_do", "references.condition.implant.what_to_do"),
        ("references.condition.implant.rules.2.advice", "references.condition.implant.rules[2].advice"),
        ("references.study.cheng-1982.outcome", "references.study.cheng-1982.outcome"),
    ],
)
def test_every_text_of_a_guide_is_read(where, named, at):
    assert codes(spoiled(examples.guide(), where, "It is permanent."), at) == [("absolute-word", named)]


def test_what_it_does_not_do_may_name_it(at):
    assert codes(spoiled(examples.guide(), "blocks.2.text", "Permanent results."), at) == []


@pytest.mark.parametrize(("verdict", "expected"), [("refuted", 0), ("unproven", 0), ("partly", 1), ("supported", 1)])
def test_a_claim_may_say_it_where_it_is_not_believed(verdict, expected, at):
    """Its statement in the example: “Results are permanent.”"""
    document = spoiled(examples.guide(), "references.claim.permanent.verdict", verdict)
    assert codes(document, at) == [("absolute-word", "references.claim.permanent.statement")] * expected


@pytest.mark.parametrize("name", ["alt", "caption"])
def test_pictures_are_read_too(name, at):
    picture = {"kind": "image", "uid": "i1", "alt": "A face.", "decorative": False, "caption": "", "credit": "Us"}
    document = examples.guide()
    document["blocks"].append({**picture, name: "Guaranteed."})
    assert codes(document, at) == [("absolute-word", f"blocks[{len(document['blocks']) - 1}].{name}")]


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("summary", "summary"),
        ("unverified", "unverified"),
        ("facts.1.value", "facts[1].value"),
        ("facts.0.note", "facts[0].note"),
    ],
)
def test_devices_are_read_too(where, named, at):
    assert codes(spoiled(examples.device(), where, "It lifts instantly."), at) == [("absolute-word", named)]


@pytest.mark.parametrize("where", ["label.0.words", "references.condition.implant.what_to_do"])
def test_what_a_device_does_not_tell_in_our_words_is_not_read(where, at):
    assert codes(spoiled(examples.device(), where, "It lifts instantly."), at) == []


def test_editors_add_words(at):
    document = with_text("It works wonders.")
    assert codes(document, at) == []
    AbsoluteWord.objects.create(words="Wonders")
    assert codes(document, at) == [("absolute-word", "blocks[3].html")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], []),
        (["lift"], []),
        (["lifts"], ["lifts"]),
        (["lifts", "lifts 100% of faces"], ["lifts 100% of faces"]),
        (["(really)"], ["(really)"]),
        ([".*"], []),
    ],
)
def test_words_are_found_as_they_stand_and_the_longest_first(words, expected):
    document = with_text("It lifts 100% of faces (really)")
    assert [problem.message.split("”")[0].strip("“") for problem in absolute(document, words)] == expected
