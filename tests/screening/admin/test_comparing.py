"""Whom the draft would change something for, with devices of the example check."""

from dataclasses import replace

from screening.admin.comparing import changes_for, compared
from screening.checklist import Checklist
from screening.engine import Disposition, decode
from tests.screening.examples import alpha, beta, checklist, edition, questionnaire

ALIKE = {**beta(), "key": "delta", "title": "Delta"}
LIVE = checklist(alpha(), beta(), ALIKE)


def with_rule(condition: str, if_present: str) -> Checklist:
    document = questionnaire()
    document["references"]["condition"][condition]["rules"][0]["if_present"] = if_present
    devices = (alpha(), beta(), ALIKE)
    return Checklist(edition(document), decode(document, devices), {device["key"]: device for device in devices})


def test_devices_alike_stand_together():
    both = compared(LIVE, with_rule("feeding", "stop"))
    assert [[device.key for device in alike] for alike in both.changed] == [["alpha"], ["beta", "delta"]]
    assert (both.unchanged, both.counted, both.asked_otherwise) == (0, True, ())


def test_where_nothing_differs_nobody_is_changed():
    both = compared(LIVE, LIVE)
    assert (both.changed, both.unchanged) == ((), 3)


def test_the_stricter_is_told_with_somebody_it_happens_to():
    (change,) = changes_for(compared(LIVE, with_rule("feeding", "stop")), "beta")
    assert (change.direction, change.is_milder, change.message) == (
        "Stricter",
        False,
        "Someone who answers “Has” to “Are you breastfeeding?” would be shown Beta as stop; until now it was ask.",
    )


def with_question(key: str, **fields: object) -> Checklist:
    document = questionnaire()
    question = next(question for question in document["questions"] if question["key"] == key)
    question |= fields
    devices = (alpha(), beta(), ALIKE)
    return Checklist(edition(document), decode(document, devices), {device["key"]: device for device in devices})


def without_meaning(key: str) -> list[dict]:
    """The options of this question, the first of which no longer means anything."""
    (first, *others) = next(question["options"] for question in questionnaire()["questions"] if question["key"] == key)
    return [first | {"affirms": []}, *others]


def test_a_new_wording_makes_no_device_judge_otherwise():
    both = compared(LIVE, with_question("fever", text="Have you got a fever?"))
    assert (both.changed, both.unchanged, both.asked_otherwise) == ((), 3, ())


def test_an_answer_that_means_nothing_any_more_is_a_difference_and_counted():
    """Nobody can say any more that they have a fever: all rules are the same, and yet every device judges otherwise."""
    both = compared(LIVE, with_question("fever", options=without_meaning("fever")))
    assert [question.key for question in both.asked_otherwise] == ["fever"]
    assert ([[device.key for device in alike] for alike in both.changed], both.unchanged, both.counted) == (
        [["alpha"], ["beta", "delta"]],
        0,
        True,
    )
    (change,) = changes_for(both, "beta")
    assert (change.direction, change.message) == (
        "Stricter",
        "Someone who answers “no” to everything would be shown Beta as ask; until now it was suitable.",
    )


def test_where_the_same_answers_lead_elsewhere_nobody_is_counted():
    both = compared(LIVE, with_question("spots-where", ask_if=["skin/spots", "skin/melasma"]))
    assert ([question.key for question in both.asked_otherwise], both.counted) == (["spots-where"], False)
    assert sum(map(len, both.changed)) + both.unchanged == 3
    assert both.changed
    assert changes_for(both, "beta") == ()


def test_what_was_counted_for_the_same_hashes_is_remembered():
    """The second time, another check under the same hashes makes no difference."""
    both = compared(LIVE, with_rule("fever", "ask"))
    found = changes_for(both, "beta")
    milder = tuple(
        replace(device, rules=tuple(replace(rule, if_present=Disposition.LIMITED) for rule in device.rules))
        for device in both.draft.devices
    )
    assert changes_for(replace(both, draft=replace(both.draft, devices=milder)), "beta") == found
