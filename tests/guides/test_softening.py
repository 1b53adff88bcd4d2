"""What is named as milder than before (rule 5.5)."""

from copy import deepcopy

import pytest

from guides.documents import Document
from guides.softening import softened
from tests.guides import examples
from tests.guides.problems.spoiling import spoiled
from tests.screening.examples import questionnaire


def test_softened_names_each_disposition_that_is_milder():
    changed = spoiled(examples.device(), "label.0.if_present", "ask")
    changed = spoiled(changed, "references.condition.implant.rules.0.if_unknown", "ask")
    assert softened(examples.device(), changed) == [
        "“an implanted device”, EMS (muscle stimulation), if not sure: was “do not use”, "
        "would be “ask a clinician first”.",
        "“an implanted device”, by the label: was “do not use”, would be “ask a clinician first”.",
    ]


def test_softened_names_a_rule_that_is_gone():
    changed = deepcopy(examples.device())
    del changed["references"]["condition"]["implant"]["rules"][2]
    assert softened(examples.device(), changed) == [
        "“an implanted device”, heat, if present: was “wait”, would be nothing.",
        "“an implanted device”, heat, if not sure: was “ask a clinician first”, would be nothing.",
    ]


def test_softened_finds_nothing_in_a_stricter_document():
    stricter = spoiled(examples.device(), "references.condition.implant.rules.1.if_present", "stop")
    assert softened(examples.device(), stricter) == []


def test_a_label_statement_that_is_gone_takes_no_rule_of_ours_with_it():
    """The device's document loses its copy of the condition, whose rules hold as before."""
    changed = spoiled(examples.device(), "label", [])
    del changed["references"]["condition"]
    assert softened(examples.device(), changed) == [
        "“an implanted device”, by the label: was “do not use”, would be nothing.",
    ], "Rule 5.5: a softened disposition is named, and nothing else."


def unlisted(at_least: str = "stop") -> Document:
    """The example guide, whose list from ``at_least`` on has lost the condition."""
    document = spoiled(examples.guide(), "blocks.10.conditions", [])
    document["blocks"][10]["at_least"] = at_least
    del document["references"]["condition"]
    return document


def test_a_condition_that_drops_out_of_a_list_is_milder_than_the_list():
    assert softened(examples.guide(), unlisted()) == [
        "“an implanted device”, EMS (muscle stimulation), if present: was “do not use”, "
        "would be milder than “do not use”.",
    ], "Rule 5.5: a softening is named although the document has no copy of the condition any more."


def test_a_condition_that_drops_out_of_a_list_of_all_has_no_rule_left():
    assert softened(examples.guide(), unlisted(at_least="limited")) == [
        "“an implanted device”, EMS (muscle stimulation), if present: was “do not use”, would be nothing.",
        "“an implanted device”, microcurrent, if present: was “limited: some areas, or with care”, would be nothing.",
        "“an implanted device”, heat, if present: was “wait”, would be nothing.",
    ]


def test_a_list_that_narrows_or_is_gone_is_named_with_what_falls_out_of_it():
    """The document cannot say any more whether the condition has become milder as well."""
    before = spoiled(examples.guide(), "blocks.10.at_least", "ask")
    before = spoiled(before, "references.condition.implant.rules.0.if_present", "ask")
    assert softened(before, unlisted()) == [
        "the list of conditions: was from “ask a clinician first”, would be from “do not use”, without "
        "“an implanted device”.",
    ], "Rule 5.5: a softening cannot be hidden by a list that narrows in the same publication."
    without_list = unlisted()
    del without_list["blocks"][10]
    assert softened(examples.guide(), without_list) == [
        "the list of conditions: was from “do not use”, would be gone, without “an implanted device”.",
    ]


def test_a_list_that_narrows_past_nothing_softens_nothing():
    before = spoiled(examples.guide(), "blocks.10.at_least", "ask")
    assert softened(before, examples.guide()) == []


def test_what_a_guide_no_longer_names_outside_a_list_is_not_softened():
    before, after = unlisted(), unlisted()
    before["references"]["condition"] = examples.guide()["references"]["condition"]
    del before["blocks"][10], after["blocks"][10]
    assert softened(before, after) == []


def test_the_check_says_nothing_of_what_it_no_longer_knows():
    before, after = (examples.device() | {"kind": "questionnaire", "label": []} for _ in range(2))
    after["references"] = {}
    assert len(softened(before, after)) == 6, "Rule 5.5: what the check no longer asks about is softened."


RULE = "references.condition.implant.rules.2"
"""Heat: wait."""


@pytest.mark.parametrize(
    ("was", "would_be", "named"),
    [
        (14, 1, ["“an implanted device”, heat: was “wait” 14 days, would be 1 day."]),
        (None, 30, ["“an implanted device”, heat: was “wait” until it is over, would be 30 days."]),
        (14, 30, []),
        (14, None, []),
    ],
)
def test_a_shorter_wait_is_milder(was, would_be, named):
    before, after = (spoiled(examples.device(), f"{RULE}.wait_days", days) for days in (was, would_be))
    assert softened(before, after) == named, "Rule 5.5: a wait that becomes shorter is named."


def test_a_wait_that_is_gone_is_named_once():
    before = spoiled(examples.device(), f"{RULE}.wait_days", 14)
    after = spoiled(deepcopy(before), f"{RULE}.wait_days", None)
    after = spoiled(after, f"{RULE}.if_present", "limited")
    assert softened(before, after) == [
        "“an implanted device”, heat, if present: was “wait”, would be “limited: some areas, or with care”.",
    ]


def test_an_area_that_is_no_longer_left_out_is_milder():
    before = spoiled(examples.device(), "references.condition.implant.rules.1.areas", ["jaw", "neck"])
    before = spoiled(before, "references.condition.implant.rules.1.where_told", True)
    after = spoiled(deepcopy(before), "references.condition.implant.rules.1.areas", ["neck", "eyes"])
    after = spoiled(after, "references.condition.implant.rules.1.where_told", False)
    assert softened(before, after) == [
        "“an implanted device”, microcurrent: would no longer leave out jaw, where the person says it is.",
    ], "Rule 5.5: an area that is given back is named."
    strict = spoiled(deepcopy(after), "references.condition.implant.rules.1.if_present", "stop")
    assert softened(before, strict) == [], "Where nothing may be used, areas make no difference."


def test_an_answer_that_no_longer_means_a_condition_is_milder():
    after = deepcopy(questionnaire())
    (skin,) = (question for question in after["questions"] if question["key"] == "skin")
    (spots,) = (option for option in skin["options"] if option["key"] == "spots")
    spots["affirms"] = []
    assert softened(questionnaire(), after) == [
        "“a condition called spots”: would no longer be meant by the answer “Spots” to “Do you have any of these?”.",
    ], "Rule 5.5: what an answer no longer means is named."


def test_a_question_that_asks_the_same_in_another_place_softens_nothing():
    after = deepcopy(questionnaire())
    for question in after["questions"]:
        if question["key"] == "fever":
            question["key"] = "temperature"
    assert softened(questionnaire(), after) == []
    after["questions"] = [question for question in after["questions"] if question["key"] != "temperature"]
    assert softened(questionnaire(), after) == [
        "“a condition called fever”: would no longer be meant by the answer “Has” to “Do you have a fever?”.",
    ]
