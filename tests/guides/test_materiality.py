"""What makes a change major (rule 5.5), and which dispositions it softens."""

from copy import deepcopy

import pytest

from guides.documents import Document
from guides.materiality import is_major, softened
from tests.guides import examples
from tests.guides.problems.spoiling import spoiled


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("references.claim.permanent.verdict", "partly"),
        ("references.claim.permanent.statement", "Results last for ever."),
        ("references.claim.permanent.grade", "low"),
        ("references.claim.permanent.evidence", []),
        ("references.condition.implant.must_stop", False),
        ("references.condition.implant.rules.0.if_present", "ask"),
        ("references.condition.implant.rules.2.wait_days", 7),
        ("references.product.gel.disclosure", "We earn a commission."),
        ("references.chart.atp.ranges.0.high", 500),
        ("blocks.7.sessions", "twice a day"),
        ("blocks.7.ends_week", 8),
        ("blocks.5.certainty", "established"),
        ("blocks.10.conditions", []),
        ("blocks.0.list", "expect"),
        ("blocks.0.text", "It tones."),
        ("answer", "It helps a lot."),
        ("references.condition.implant.what_to_do", "Try it."),
        ("references.condition.implant.disagreement", ""),
    ],
)
def test_is_major_in_a_guide(where, value):
    changed = spoiled(examples.guide(), where, value)
    assert is_major(examples.guide(), changed), f"Rule 5.5: a change of {where} is major."


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("title", "How it really works"),
        ("standfirst", "Other words."),
        ("blocks.3.html", "<h2>What it is</h2><p>Other words.</p>"),
        ("references.claim.permanent.explanation", "<p>Other words.</p>"),
        ("references.study.cheng-1982.limits", "Very small."),
        ("references.source.S1.url", "https://example.org/moved"),
        ("blocks.12.reason", "More."),
    ],
)
def test_is_minor_in_a_guide(where, value):
    assert not is_major(examples.guide(), spoiled(examples.guide(), where, value))


@pytest.mark.parametrize(
    ("where", "value", "major"),
    [
        ("blocks.0.devices", ["arc", "dot"], True),
        ("references.compared.arc.facts", [], True),
        ("references.compared.arc.areas", [], True),
        ("references.compared.arc.edition", 2, False),
        ("references.compared.arc.title", "The Arc", False),
    ],
)
def test_what_is_said_of_compared_devices_matters(where, value, major):
    assert is_major(examples.comparing(), spoiled(examples.comparing(), where, value)) is major


def test_moving_blocks_is_minor():
    moved = examples.guide()
    moved["blocks"].reverse()
    assert not is_major(examples.guide(), moved)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("facts.0.basis", "unverified"),
        ("areas", ["forehead"]),
        ("is_reference", False),
        ("modalities.1.optional", False),
        ("label.0.if_present", "ask"),
        ("label.0.words", "Better not."),
        ("label_source", "S2"),
    ],
)
def test_is_major_in_a_device(where, value):
    assert is_major(examples.device(), spoiled(examples.device(), where, value))


def test_other_words_in_a_device_are_minor():
    assert not is_major(examples.device(), spoiled(examples.device(), "summary", "Other words."))


def test_a_first_edition_is_major():
    assert is_major(None, examples.guide())


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


def test_what_a_guide_no_longer_names_is_not_softened():
    without_list = unlisted()
    del without_list["blocks"][10]
    assert softened(examples.guide(), without_list) == []


def test_a_list_that_begins_at_something_stricter_softens_nothing():
    before = spoiled(examples.guide(), "references.condition.implant.rules.0.if_present", "ask")
    assert softened(before, unlisted()) == []


def test_the_check_says_nothing_of_what_it_no_longer_knows():
    before, after = (examples.device() | {"kind": "questionnaire", "label": []} for _ in range(2))
    after["references"] = {}
    assert len(softened(before, after)) == 6, "Rule 5.5: what the check no longer asks about is softened."
