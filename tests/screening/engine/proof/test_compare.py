from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from screening.engine import Change, Check, Direction, assess, compare
from tests.screening.engine.checks import (
    TODAY,
    check,
    checks,
    device,
    every_answer_set,
    rule,
    several,
    when,
    where,
    yes_no,
)

QUESTIONS = (yes_no("baby", "pregnancy"), yes_no("injected", "botox"), several("skin", "acne", "wound"))
WHEN = when("injected-when", "botox", after="injected", if_=("has",))
WHERE = where("acne-where", "acne", after="skin", if_=("acne",))
NECK = frozenset({"neck"})


def judged_by(*rules, questions=(*QUESTIONS, WHEN, WHERE)) -> Check:
    return check(*questions, devices=(device("mini", *rules),))


def direction(old, new) -> Direction | None:
    if old.disposition != new.disposition:
        return Direction.MILDER if new.disposition < old.disposition else Direction.STRICTER
    if old.areas == new.areas:
        return None
    return Direction.MILDER if new.areas - old.areas else Direction.STRICTER


@given(checks())
@settings(max_examples=50, deadline=None)
def test_compare_counts_what_brute_force_counts(random_check):
    """Its two devices as one that changes, with days at which either divides people."""
    one, other = (replace(judged, key="mini") for judged in random_check.devices)
    old, new = (Check(random_check.questions, random_check.conditions, (judged,)) for judged in (one, other))
    counted: Counter[Direction] = Counter()
    for answers in every_answer_set(random_check):
        (was,), (becomes,) = (assess(check, answers, TODAY).devices for check in (old, new))
        if found := direction(was, becomes):
            counted[found] += 1
    comparison = compare(old, new)
    assert {change.direction: change.count for change in comparison.changes} == counted
    for change in comparison.changes:
        (was,), (becomes,) = (assess(check, change.answers, TODAY).devices for check in (old, new))
        assert direction(was, becomes) is change.direction


def test_compare_with_itself():
    same = judged_by(rule("pregnancy", "STOP"))
    assert compare(same, same).changes == ()


def test_compare_tells_a_milder_rule_as_a_person():
    comparison = compare(judged_by(rule("pregnancy", "STOP")), judged_by(rule("pregnancy", "LIMITED")))
    assert comparison.counted
    (change,) = comparison.changes
    # One of three answers to the first; no, not sure, or yes with a date or without; twenty ways to answer on skin.
    assert (change.direction, change.count) == (Direction.MILDER, 1 * 4 * 20)
    assert change.message == (
        "Someone who answers “Yes” to “baby?” would be shown Mini as limited; until now it was stop."
    )


def test_compare_finds_a_shorter_wait_between_the_two_days():
    comparison = compare(judged_by(rule("botox", "WAIT", wait_days=30)), judged_by(rule("botox", "WAIT", wait_days=14)))
    assert [change.message for change in comparison.changes] == [
        "Someone who answers “Yes” to “injected?” and “14 days before the check” to “injected-when?” would be shown "
        "Mini as suitable; until now it was wait."
    ]


def test_compare_counts_an_area_that_is_allowed_again_as_milder():
    strict, mild = rule("wound", "LIMITED", areas=NECK), rule("wound", "LIMITED")
    (milder,), (stricter,) = (compare(judged_by(a), judged_by(b)).changes for a, b in ((strict, mild), (mild, strict)))
    assert (milder.direction, stricter.direction) == (Direction.MILDER, Direction.STRICTER)
    assert milder.message == (
        "Someone who answers “wound” to “skin?” would be shown Mini as limited on cheeks, jaw, neck; "
        "until now on cheeks, jaw."
    )
    assert milder.count == stricter.count


def test_compare_says_that_it_cannot_count_where_the_same_answers_lead_to_other_questions():
    old = judged_by(rule("pregnancy", "STOP"), rule("wound", "ASK"), rule("botox", "WAIT", wait_days=14))
    new = judged_by(
        rule("pregnancy", "ASK"),
        rule("wound", "STOP", "STOP"),
        rule("botox", "WAIT", wait_days=7),
        questions=(*QUESTIONS, replace(WHEN, asked_if=frozenset({"has", "not-sure"})), WHERE),
    )
    comparison = compare(old, new)
    assert not comparison.counted
    told = {
        "botox": (
            Direction.MILDER,
            "Someone who had “botox” 7 days before the check would be shown Mini as suitable; ",
        ),
        "pregnancy": (Direction.MILDER, "Someone with “pregnancy” would be shown Mini as ask; "),
        "wound": (Direction.STRICTER, "Someone with “wound” would be shown Mini as stop; "),
    }
    until_now = {"botox": "wait", "pregnancy": "stop", "wound": "ask"}
    assert comparison.changes == tuple(
        Change("mini", direction, f"{message}until now it was {until_now[key]}.", condition=key)
        for key, (direction, message) in told.items()
    )


def test_compare_leaves_out_devices_that_only_one_of_them_judges():
    old = check(*QUESTIONS, devices=(device("gone", rule("pregnancy", "STOP")),))
    new = check(*QUESTIONS, devices=(device("new", rule("pregnancy", "ASK")),))
    assert compare(old, new).changes == ()


def test_compare_finds_a_rule_that_was_dropped():
    (change,) = compare(judged_by(rule("pregnancy", "STOP"), rule("wound", "ASK", "STOP")), judged_by()).changes
    # Everybody but those who are neither pregnant nor wounded, nor unsure: no to both, or acne with its places.
    assert (change.direction, change.count) == (Direction.MILDER, (3 * 20 - 1 * 5) * 4)


def test_compare_tells_a_wait_of_one_day_as_yesterday():
    waits = (rule("botox", "WAIT", wait_days=days) for days in (2, 1))
    elsewhere = replace(WHEN, asked_if=frozenset({"not-sure"}))
    old, new = judged_by(next(waits)), judged_by(next(waits), questions=(*QUESTIONS, elsewhere, WHERE))
    (change,) = compare(old, new).changes
    assert change.message == (
        "Someone who had “botox” yesterday would be shown Mini as suitable; until now it was wait."
    )
