"""What differs between two documents, in words."""

from typing import Any

import pytest

from guides.difference import Kind, difference
from guides.documents import Document
from tests.guides import examples
from tests.guides.problems.spoiling import spoiled

CLAIM = "claim “Results are permanent.”"
CONDITION = "condition “an implanted device”"
RULE = f"{CONDITION}, rule “EMS (muscle stimulation)”"
LABEL = "label statement “an implanted device”, the label says"
MECHANISM = "mechanism “ATP”, how sure we are"
OUTPUT = "device fact “Output”, who says so"


def said(old: Document, new: Document) -> dict[str, list[str]]:
    return {section.title: [str(change) for change in section.changes] for section in difference(old, new).sections}


def test_nothing_differs_in_the_same_document():
    assert not difference(examples.guide(), examples.guide())


@pytest.mark.parametrize(
    ("where", "value", "section", "change"),
    [
        ("answer", "It may help a lot.", "The guide itself", "quick answer: other words"),
        ("answer", "", "The guide itself", "quick answer: It may help a little. → nothing"),
        ("topics", ["safety"], "The guide itself", "topics: Evidence; Safety → Safety"),
        (
            "references.topic.safety.description",
            "",
            "Topics it refers to",
            "topic “Safety”, description: Who should not use it. → nothing",
        ),
        ("review_by", "2028-01-01", "The guide itself", "next review due: 22 November 2027 → 1 January 2028"),
        (
            "blocks.5.certainty",
            "established",
            "Its blocks",
            f"{MECHANISM}: seen in the laboratory, not shown on faces → well established",
        ),
        ("blocks.7.ends_week", None, "Its blocks", "phase of a timeline “Loading”, to week: 4 → nothing"),
        (
            "blocks.10.conditions",
            [],
            "Its blocks",
            "list of conditions “do not use”, conditions: an implanted device → nothing",
        ),
        (
            "references.claim.permanent.grade",
            "low",
            "Claims it refers to",
            f"{CLAIM}, certainty of the evidence: very low → low",
        ),
        (
            "references.claim.permanent.verdict",
            "partly",
            "Claims it refers to",
            f"{CLAIM}, verdict: contradicted → partly supported",
        ),
        (
            "references.claim.permanent.evidence.0.stance",
            "for",
            "Claims it refers to",
            f"{CLAIM}, evidence “The effects of electric currents on rat skin”, stance: against → for",
        ),
        (
            "references.condition.implant.must_stop",
            False,
            "Conditions it refers to",
            f"{CONDITION}, always a stop: yes → no",
        ),
        (
            "references.condition.implant.rules.1.areas",
            [],
            "Conditions it refers to",
            f"{CONDITION}, rule “microcurrent”, areas to leave out: cheeks, jaw → nothing",
        ),
        (
            "references.condition.implant.rules.0.sources",
            ["S1"],
            "Conditions it refers to",
            f"{RULE}, sources: Mini manual; Regulator's record of Mini → Mini manual",
        ),
    ],
)
def test_one_value_changed_in_a_guide(where: str, value: Any, section: str, change: str):
    assert said(examples.guide(), spoiled(examples.guide(), where, value)) == {section: [change]}


@pytest.mark.parametrize(
    ("where", "value", "change"),
    [
        ("facts.0.basis", "unverified", f"{OUTPUT}: not disclosed by the maker → we could not verify this"),
        ("label.0.if_present", "ask", f"{LABEL}: do not use → ask a clinician first"),
        ("is_reference", False, "for comparison only: yes → no"),
        ("label_source", "S2", "label source: Mini manual → Regulator's record of Mini"),
        ("modalities.1.optional", False, "device modality “LED light”, can be left off: yes → no"),
    ],
)
def test_one_value_changed_in_a_device(where: str, value: Any, change: str):
    assert said(examples.device(), spoiled(examples.device(), where, value)) == {"The device itself": [change]}


def test_what_is_said_of_a_compared_device():
    new = spoiled(examples.comparing(), "references.compared.orb.areas", ["neck"])
    new["references"]["compared"]["orb"]["edition"] = 2
    assert said(examples.comparing(), new) == {
        "Devices it compares": [
            "device “Orb”, areas that the check considers: forehead, cheeks → neck",
            "device “Orb”, edition: 1 → 2",
        ]
    }


def test_a_condition_that_is_no_longer_named():
    new = examples.guide()
    del new["references"]["condition"]["implant"]
    assert said(examples.guide(), new)["Conditions it refers to"] == ["condition “an implanted device”: removed"]


def test_blocks_are_told_apart_by_their_uid():
    new = examples.guide()
    new["blocks"].append(new["blocks"].pop(9))
    new["blocks"].pop(5)
    new["blocks"].insert(3, {"kind": "question", "uid": "new", "question": "Is it loud?", "html": "<p>No.</p>"})
    assert said(examples.guide(), new) == {
        "Its blocks": [
            "question and answer “Is it loud?”: added",
            "what to look for in a device “Contacts”: moved",
            "mechanism “ATP”: removed",
        ]
    }


def test_a_block_whose_uid_another_kind_has_is_another_block():
    new = spoiled(examples.guide(), "blocks.9", {"kind": "prose", "uid": "b7", "html": "<p>Text.</p>"})
    assert said(examples.guide(), new) == {
        "Its blocks": ["what to look for in a device “Contacts”: removed", "text “Text.”: added"]
    }


def test_prose_is_compared_word_by_word():
    new = spoiled(examples.guide(), "blocks.5.html", "<p>In a small dish.</p>")
    (section,) = difference(examples.guide(), new).sections
    (change,) = section.changes
    assert [(piece.text, piece.is_added) for piece in change.pieces] == [
        ("In a ", False),
        ("small ", True),
        ("dish.", False),
    ]


def test_a_link_that_leads_elsewhere_is_a_change():
    html = examples.guide()["blocks"][3]["html"].replace("device:dot", "device:mini")
    (section,) = difference(examples.guide(), spoiled(examples.guide(), "blocks.3.html", html)).sections
    assert [piece.text for piece in section.changes[0].pieces if piece.is_added] == ["[device:mini]"]


def test_other_markup_of_the_same_words_is_said_to_be_that():
    new = spoiled(examples.guide(), "blocks.5.html", "<p><strong>In a dish.</strong></p>")
    assert said(examples.guide(), new) == {
        "Its blocks": ["mechanism “ATP”, text: In a dish. → In a dish. (set in another way)"]
    }


def test_what_is_milder_is_told_first():
    new = spoiled(examples.device(), "label.0.if_present", "ask")
    assert difference(examples.device(), new).softened == [
        "“an implanted device”, by the label: was “do not use”, would be “ask a clinician first”."
    ]


def test_a_document_of_before_a_field_was_asked_for():
    old = examples.guide()
    del old["review_by"]
    assert said(old, examples.guide()) == {"The guide itself": ["next review due: nothing → 22 November 2027"]}


def test_what_a_document_of_before_left_out_and_the_new_one_leaves_empty_is_no_change():
    old = examples.comparing()
    del old["topics"]
    assert examples.comparing()["topics"] == []
    assert not difference(old, examples.comparing())


def test_what_models_no_longer_know_is_still_told():
    old = {**examples.guide(), "old_field": "x"}
    assert said(old, examples.guide()) == {"The guide itself": ["old field: x → nothing"]}


def test_a_change_is_of_one_of_four_kinds():
    assert list(Kind) == ["added", "removed", "moved", "changed"]
