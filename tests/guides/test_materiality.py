"""What makes a change major (rule 5.5), and which dispositions it softens."""

import pytest

from guides.materiality import is_major
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
        ("topics", ["safety"]),
        ("references.topic.safety.name", "Who it is for"),
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
