import pytest

from guides.pages.prose import Typesetter
from guides.pages.references import References
from tests.guides.pages import documents

RECORDS = {
    "source": {"S1": documents.source(title='The "Mini" manual')},
    "study": {"cheng": documents.study()},
    "term": {"atp": documents.term(definition="What cells <run> on."), "listed": documents.term()},
}


@pytest.fixture
def references() -> References:
    return References(RECORDS)


@pytest.fixture
def typesetter(references) -> Typesetter:
    addresses = {("guide", "gel"): "/guides/why-gel/", ("device", "wave"): "/devices/wave/"}
    return Typesetter(references, addresses, frozenset({"claim-lifts", "condition-epilepsy", "term-listed"}))


def test_text_without_links_stays_as_it_is(typesetter):
    assert typesetter.set("<p>One &amp; <strong>two</strong></p>") == "<p>One &amp; <strong>two</strong></p>"


def test_heading_gets_an_anchor(typesetter):
    assert typesetter.set("<h2>What &amp; <em>why</em></h2>") == '<h2 id="what-why">What &amp; <em>why</em></h2>'
    assert [(heading.text, heading.anchor, heading.level) for heading in typesetter.headings] == [
        ("What & why", "what-why", 2)
    ]


def test_anchors_of_one_page_all_differ(typesetter):
    typesetter.set("<h2>Gel</h2>")
    assert typesetter.set("<h3>Gel</h3><h3>Gel</h3>") == '<h3 id="gel-2">Gel</h3><h3 id="gel-3">Gel</h3>'


@pytest.mark.parametrize("title", ["References", "Quick answer", "Claim lifts", "Condition epilepsy"])
def test_anchor_differs_from_those_that_the_page_has_already(typesetter, title):
    assert typesetter.heading(title, level=2).anchor.endswith("-2")


def test_heading_without_letters_gets_an_anchor(typesetter):
    assert typesetter.heading("µ?", level=2).anchor == "section"


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ('<a href="guide:gel">gel</a>', '<a href="/guides/why-gel/">gel</a>'),
        ('<a href="guide:gel#how">gel</a>', '<a href="/guides/why-gel/#how">gel</a>'),
        ('<a href="device:wave">the <em>Wave</em></a>', '<a href="/devices/wave/">the <em>Wave</em></a>'),
        ('<a href="claim:lifts">it lifts</a>', '<a href="#claim-lifts">it lifts</a>'),
        ('<a href="condition:epilepsy">epilepsy</a>', '<a href="#condition-epilepsy">epilepsy</a>'),
        ('<a href="term:listed">ATP</a>', '<a href="#term-listed">ATP</a>'),
        ('<a href="claim:tones">it tones</a>', '<a href="/claims/tones/">it tones</a>'),
        ('<a href="condition:acne">acne</a>', '<a href="/contraindications/#acne">acne</a>'),
        ('<a href="https://example.org/">there</a>', '<a href="https://example.org/">there</a>'),
    ],
)
def test_link_leads_to_the_present_address(typesetter, link, shown):
    assert typesetter.set(f"<p>{link}.</p>") == f"<p>{shown}.</p>"


@pytest.mark.parametrize("target", ["guide:scheduled", "guide:scheduled#how", "device:gone", "term:x"])
def test_link_to_what_is_not_public_degrades_to_its_text(typesetter, target):
    assert typesetter.set(f'<p>See <a href="{target}">the <em>other</em></a>.</p>') == "<p>See the <em>other</em>.</p>"


def test_citation_is_a_number_after_the_words(typesetter):
    assert typesetter.set('<p><a href="source:S1">The manual</a> says</p>') == (
        '<p>The manual<a class="citation" id="citation-1" href="#reference-1"'
        ' aria-label="Reference 1: The &quot;Mini&quot; manual">[1]</a>'
        '<span class="sidenote" aria-hidden="true" hidden>1. The &quot;Mini&quot; manual</span> says</p>'
    )


def test_only_the_first_citation_of_a_reference_stands_in_the_margin(typesetter):
    html = typesetter.set('<p><a href="study:cheng">Once</a> and <a href="study:cheng">twice</a></p>')
    assert html.count('class="sidenote"') == 1
    assert html.count("[1]") == 2


@pytest.mark.parametrize("words", ["S1", "[S1]", "(S1)"])
def test_words_that_repeat_the_key_are_left_out(typesetter, words):
    assert typesetter.set(f'<p>So<a href="source:S1">{words}</a></p>').startswith('<p>So<a class="citation"')


def test_citation_of_a_source_that_is_not_in_the_document_is_its_text(typesetter, references):
    assert typesetter.set('<p><a href="source:S9">A page</a></p>') == "<p>A page</p>"
    assert list(references) == []


def test_term_is_explained_where_it_first_stands(typesetter):
    html = typesetter.set('<p><a href="term:atp">the <em>fuel</em></a> and <a href="term:atp">fuel</a></p>')
    assert html == (
        '<p><button class="term" type="button" popovertarget="term-atp">the <em>fuel</em></button>'
        '<span class="term-note" id="term-atp" popover>'
        '<strong class="term-name">ATP</strong> What cells &lt;run&gt; on.</span> and fuel</p>'
    )
    assert list(typesetter.explained) == ["atp"]
    assert typesetter.set('<p><a href="term:atp">fuel</a></p>') == "<p>fuel</p>"
