from guides.pages.guide import AnswerLine, guide_page
from tests.guides.pages import documents


def item(name: str, text: str, claim: str | None = None) -> dict:
    return {"kind": "answer-item", "list": name, "text": text, "claim": claim}


def test_page_has_title_standfirst_and_answer():
    page = guide_page(documents.guide(), {})
    assert (page.title, page.standfirst, page.answer) == ("Why gel", "What it is for.", "It carries the current.")
    assert (page.answer_lists, page.contents, page.runs, page.references) == ([], [], [], [])


def test_lists_of_the_quick_answer_have_their_own_order():
    page = guide_page(documents.guide(item("does-not", "Lift"), item("helps", "Tone"), item("helps", "Soften")), {})
    assert [(part.heading, [line.text for line in part.lines]) for part in page.answer_lists] == [
        ("What it may help with", ["Tone", "Soften"]),
        ("What it does not do", ["Lift"]),
    ]
    assert page.runs == []


def test_line_of_the_quick_answer_points_to_its_claim():
    claims = {"claim": {"lifts": documents.claim(verdict="refuted", grade="none")}}
    blocks = [item("helps", "Tone"), item("does-not", "Lift", "lifts"), {"kind": "claim", "claim": "lifts"}]
    helps, does_not = guide_page(documents.guide(*blocks, references=claims), {}).answer_lists
    assert helps.lines == [AnswerLine("Tone")]
    (line,) = does_not.lines
    assert (line.claim, line.anchor, line.verdict.code, line.grade.code) == (
        "It lifts",
        "claim-lifts",
        "refuted",
        "none",
    )


def test_line_about_a_claim_that_the_page_does_not_show_has_no_anchor():
    document = documents.guide(item("helps", "Lift", "lifts"), references={"claim": {"lifts": documents.claim()}})
    assert guide_page(document, {}).answer_lists[0].lines[0].anchor == ""


def test_contents_are_the_headings_of_the_second_level():
    blocks = [
        documents.prose("<h2>What it is</h2><h3>More</h3>"),
        {"kind": "question", "question": "Does it hurt?", "html": "<p>No.</p>"},
        documents.prose("<h2>Who made it</h2>"),
    ]
    contents = guide_page(documents.guide(*blocks), {}).contents
    assert [(heading.text, heading.anchor) for heading in contents] == [
        ("What it is", "what-it-is"),
        ("Who made it", "who-made-it"),
    ]


def test_text_before_a_claim_can_link_to_it():
    blocks = [documents.prose('<p><a href="claim:lifts">It</a></p>'), {"kind": "claim", "claim": "lifts"}]
    page = guide_page(documents.guide(*blocks, references={"claim": {"lifts": documents.claim()}}), {})
    assert page.runs[0].content == ['<p><a href="#claim-lifts">It</a></p>']


def test_text_can_link_to_a_condition_on_the_page():
    conditions = {"kind": "conditions", "at_least": "stop", "conditions": ["epilepsy"]}
    blocks = [documents.prose('<p><a href="condition:epilepsy">It</a></p>'), conditions]
    records = {"condition": {"epilepsy": documents.condition(documents.rule("stop"))}}
    page = guide_page(documents.guide(*blocks, references=records), {})
    assert page.runs[0].content == ['<p><a href="#condition-epilepsy">It</a></p>']


def test_page_lists_the_words_that_it_explains_in_their_order():
    links = '<p><a href="term:sham">a sham</a>, <a href="term:atp">ATP</a>, <a href="term:sham">a sham</a></p>'
    records = {"term": {"atp": documents.term(), "sham": documents.term(name="sham")}}
    page = guide_page(documents.guide(documents.prose(links), references=records), {})
    assert [term["name"] for term in page.explained] == ["sham", "ATP"]


def test_page_that_lists_all_terms_leads_to_them_there():
    blocks = [documents.prose('<p><a href="term:atp">ATP</a></p>'), {"kind": "terms", "terms": ["atp"]}]
    page = guide_page(documents.guide(*blocks, references={"term": {"atp": documents.term()}}), {})
    assert page.runs[0].content == ['<p><a href="#term-atp">ATP</a></p>']
    assert page.explained == []


def test_page_lists_what_it_cites():
    document = documents.guide(
        documents.prose('<p><a href="source:S1">It</a></p>'), references={"source": {"S1": documents.source()}}
    )
    assert [reference.title for reference in guide_page(document, {}).references] == ["Manual"]
