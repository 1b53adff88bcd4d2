from pathlib import Path

import pytest
from django.conf import settings

from guides.models import BLOCKS, AnswerItem
from guides.pages.blocks import Runs
from guides.pages.prose import Typesetter
from guides.pages.references import References
from tests.guides.pages import documents

RECORDS = {
    "claim": {"lifts": documents.claim(), "tones": documents.claim(statement="It tones")},
    "chart": {"atp": documents.chart(documents.chart_range("ATP", 10, 1000))},
    "condition": {"epilepsy": documents.condition(documents.rule("stop"))},
    "source": {"S1": documents.source()},
    "term": {"atp": documents.term(), "sham": documents.term(name="a sham", sources=["S1"])},
    "compared": {key: documents.compared(title=key.capitalize(), slug=key) for key in ("dot", "orb")},
    "guide": {"gel": {"title": "Why gel"}, "old": {"title": "An old one"}},
    "product": {
        "gel": {
            "name": "A gel",
            "what_it_is": "Wet.",
            "reason": "<p>It conducts.</p>",
            "disclosure": "Nothing.",
            "url": "https://shop.example/",
            "sources": ["S1"],
        }
    },
}
ONE_OF_EACH = [
    documents.prose("<p>Text.</p>"),
    {
        "kind": "image",
        "sizes": {"480": "pictures/face.png"},
        "width": 480,
        "height": 240,
        "alt": "A face",
        "decorative": False,
        "caption": "",
        "credit": "Us",
    },
    {"kind": "claim", "claim": "lifts"},
    {"kind": "mechanism", "title": "ATP", "certainty": "laboratory", "html": "<p>In a dish.</p>"},
    {"kind": "chart", "uid": "c1", "chart": "atp"},
    documents.phase("Loading", 1, 4),
    {"kind": "consideration", "title": "Contacts", "html": "<p>Two.</p>"},
    {"kind": "conditions", "at_least": "stop", "conditions": ["epilepsy"]},
    {"kind": "question", "question": "Does it hurt?", "html": "<p>It can.</p>"},
    {"kind": "related", "guide": "gel", "reason": "Why."},
    {"kind": "product", "product": "gel"},
    {"kind": "terms", "terms": ["sham", "atp"]},
    {"kind": "authorship", "html": "<p>We wrote it.</p>"},
    {"kind": "comparison", "uid": "c2", "devices": ["dot", "orb"]},
]


def test_every_kind_of_block_has_a_run_and_a_template():
    assert {block["kind"] for block in ONE_OF_EACH} == {block.kind for block in BLOCKS} - {AnswerItem.kind}
    templates = [run.template for run in _set(ONE_OF_EACH)]
    assert len(templates) == len(ONE_OF_EACH)
    assert [name for name in templates if not Path(settings.BASE_DIR, "templates", name).exists()] == []


def test_neighbours_of_one_kind_stand_in_one_run():
    claims = [{"kind": "claim", "claim": "lifts"}, {"kind": "claim", "claim": "tones"}]
    runs = _set([*claims, documents.prose("<p>Between.</p>"), claims[0]])
    assert [(run.template, len(run.content)) for run in runs] == [
        ("components/claim_run.html", 2),
        ("components/prose_run.html", 1),
        ("components/claim_run.html", 1),
    ]


def test_references_are_numbered_as_the_page_shows_them():
    blocks = [documents.prose('<p><a href="source:S1">It</a></p>'), {"kind": "product", "product": "gel"}]
    _, product = _set(blocks)
    assert [citation.anchor for citation in product.content[0].citations] == ["citation-2"]


def test_mechanism_says_how_sure_we_are():
    (run,) = _set([{"kind": "mechanism", "title": "ATP", "certainty": "laboratory", "html": "<p>In a dish.</p>"}])
    assert [(shown.heading.text, shown.heading.level, shown.tag, shown.html) for shown in run.content] == [
        ("ATP", 3, "Seen in the laboratory, not shown on faces", "<p>In a dish.</p>")
    ]


def test_question_can_be_linked_to():
    (run,) = _set([{"kind": "question", "question": "Does it hurt?", "html": "<p>It can.</p>"}])
    assert [(shown.heading.anchor, shown.tag) for shown in run.content] == [("does-it-hurt", "")]


@pytest.mark.parametrize(("key", "address"), [("gel", "/guides/why-gel/"), ("old", None)])
def test_related_guide_has_an_address_only_while_it_is_live(key, address):
    (run,) = _set([{"kind": "related", "guide": key, "reason": "Why."}])
    assert [(shown.title, shown.address) for shown in run.content] == [(RECORDS["guide"][key]["title"], address)]


def test_product_carries_its_disclosure_and_no_shop():
    (run,) = _set([{"kind": "product", "product": "gel"}])
    assert run.content[0].disclosure == "Nothing."
    assert not hasattr(run.content[0], "url"), "No page has a link to a shop."


def test_terms_are_listed_by_name():
    (run,) = _set([{"kind": "terms", "terms": ["atp", "sham"]}])
    assert [(term.anchor, term.name, len(term.citations)) for term in run.content] == [
        ("term-sham", "a sham", 1),
        ("term-atp", "ATP", 0),
    ]


def test_condition_listed_twice_is_shown_once():
    block = {"kind": "conditions", "at_least": "stop", "conditions": ["epilepsy"]}
    (run,) = _set([block, block])
    assert [[entry.name for entry in group.conditions] for group in run.content] == [["Epilepsy"]]


def test_kind_that_no_page_knows_is_refused():
    with pytest.raises(KeyError):
        _set([{"kind": "video"}])


def _set(blocks: list[dict]):
    references = References(RECORDS)
    addresses = {("guide", "gel"): "/guides/why-gel/"}
    runs = Runs({"references": RECORDS}, Typesetter(references, addresses), references, addresses)
    return runs.set(blocks)
