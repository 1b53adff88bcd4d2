"""The proof against plain enumeration on random questionnaires, and each promise on one that breaks it."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from screening.engine.assess import assess
from screening.engine.model import Answers, Check, Device, Disposition, Floor, Kind, Question, Role, Status
from screening.engine.path import path
from screening.engine.proof import prove
from screening.engine.proof.prove import PROMISES
from screening.engine.told import told
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


def broken(check: Check) -> set[int]:
    return {breach.promise for breach in prove(check).breaches}


def breaches_one_by_one(check: Check, device: Device, promise: int) -> int:
    """How many sets of answers break promise 1, 2 or 3 for ``device``."""
    index = check.devices.index(device)
    ruled = {rule.condition for rule in device.rules}
    count = 0
    for answers in every_answer_set(check):
        statuses = told(check, path(check, answers))
        disposition = assess(check, answers, TODAY).devices[index].disposition
        stopped = any(check.conditions[key].must_stop and statuses[key].status is Status.PRESENT for key in ruled)
        count += {
            1: stopped and disposition < Disposition.STOP,
            2: any(statuses[key].status is Status.UNKNOWN for key in ruled) and disposition < Disposition.ASK,
            3: any(not statuses[key].by for key in ruled) and disposition <= Disposition.LIMITED,
        }[promise]
    return count


@pytest.mark.parametrize("promise", [1, 2, 3])
@given(random_check=checks())
@settings(max_examples=50, deadline=None)
def test_prove_counts_what_brute_force_counts(promise, random_check):
    for judged in random_check.devices:
        alone = Check(random_check.questions, random_check.conditions, (judged,))
        counted = sum(breach.count for breach in prove(alone).breaches if breach.promise == promise)
        assert counted == breaches_one_by_one(alone, judged, promise), PROMISES[promise]


def milder_pairs(check: Check) -> Iterator[tuple[Answers, Answers]]:
    """Pairs that agree but for one question, answered more cautiously by the second, whose outcome is milder."""
    everybody = [
        (path(check, answers), assess(check, answers, TODAY).devices[0].disposition)
        for answers in every_answer_set(check)
    ]
    for first, was in everybody:
        for second, became in everybody:
            common = first.answers.keys() & second.answers.keys()
            differing = [key for key in common if first.answers[key] != second.answers[key]]
            if (
                became < was
                and len(differing) == 1
                and _family(check, differing[0]) >= (first.answers.keys() ^ second.answers.keys())
            ):
                question = check.question(differing[0])
                if _more_cautious(question, first.answers[question.key], second.answers[question.key]):
                    yield first.answers, second.answers


def _family(check: Check, key: str) -> set[str]:
    follow_ups = [question.key for question in check.questions if question.asked_after == key]
    return {key, *follow_ups}.union(*(_family(check, follow_up) for follow_up in follow_ups))


def _more_cautious(question: Question, before: frozenset[str], after: frozenset[str]) -> bool:
    """A no becomes anything else; of a list also that of a box that was not ticked, though others were."""
    roles = {option.key: option.role for option in question.options}
    if {roles.get(key) for key in before} == {Role.DENIES}:
        return True
    affirming = all(roles.get(key) is Role.AFFIRMS for key in before)
    return question.kind is Kind.SEVERAL and affirming and before < after


@given(checks())
@settings(max_examples=50, deadline=None)
def test_prove_finds_milder_changes_exactly_where_brute_force_does(random_check):
    alone = Check(random_check.questions, random_check.conditions, random_check.devices[:1])
    assert (7 in broken(alone)) == any(milder_pairs(alone)), PROMISES[7]


SOUND = check(
    yes_no("heart", "pacemaker"),
    several("skin", "acne", "wound"),
    where("acne-where", "acne", after="skin", if_=("acne",)),
    yes_no("injected", "botox"),
    when("injected-when", "botox", after="injected", if_=("has",)),
    devices=(
        device(
            "mini",
            rule("pacemaker", "STOP", "STOP"),
            rule("acne", "LIMITED", where_told=True),
            rule("wound", "WAIT"),
            rule("botox", "WAIT", wait_days=14),
            floors=(Floor("pacemaker", Disposition.STOP),),
        ),
    ),
    must_stop=("pacemaker",),
)


def test_prove_finds_nothing_in_a_sound_questionnaire():
    proof = prove(SOUND)
    assert proof.breaches == ()
    assert proof.answer_sets == 3 * 20 * 5 == sum(1 for _ in every_answer_set(SOUND))


def breach_of(check: Check, promise: int):
    found = [breach for breach in prove(check).breaches if breach.promise == promise]
    assert found, f"Promise {promise} is broken and nobody noticed: {PROMISES[promise]}"
    return found[0]


def test_promise_1_a_stop_condition_that_does_not_stop():
    breach = breach_of(
        check(
            yes_no("heart", "pacemaker"), devices=(device("mini", rule("pacemaker", "ASK")),), must_stop=("pacemaker",)
        ),
        1,
    )
    assert breach.message == (
        "Someone who answers “Yes” to “heart?” would be shown Mini as ask: "
        "a stop condition that they have does not stop it."
    )
    assert breach.count == 1
    assert breach.answers == {"heart": {"has"}}


def test_promise_2_not_sure_counting_as_no():
    breach = breach_of(
        check(yes_no("baby", "pregnancy"), devices=(device("mini", rule("pregnancy", "STOP", "LIMITED")),)), 2
    )
    assert breach.message == (
        "Someone who answers “I am not sure” to “baby?” would be shown Mini as limited: "
        "what is not known about them counts as a “no”."
    )


def test_promise_3_a_condition_nobody_asked_about():
    breach = breach_of(
        check(yes_no("baby", "pregnancy"), devices=(device("mini", rule("epilepsy", "STOP", "LIMITED")),)), 3
    )
    assert breach.message == (
        "Someone who answers “no” to everything would be shown Mini as limited: "
        "a condition it has a rule for was never asked about."
    )
    assert breach.count == 3


def test_promise_4_a_device_that_is_nowhere_to_be_used_without_a_reason():
    breach = breach_of(
        check(yes_no("baby", "pregnancy"), devices=(device("mini", rule("pregnancy", "STOP"), areas=()),)), 4
    )
    assert breach.message.endswith("would be shown Mini as ask: no reason can be given.")


def test_promise_7_a_yes_that_is_milder_than_a_no():
    twice_asked = [yes_no("first", "a"), yes_no("second", "a")]
    breach = breach_of(
        check(*twice_asked, devices=(device("mini", rule("a", "LIMITED", areas=frozenset({"neck"}))),)), 7
    )
    assert breach.message == (
        "Someone who answers “Yes” to “first?” and “I am not sure” to “second?” would be shown Mini as limited: "
        "with a “no” to “first?” it would have been ask."
    )


def test_promise_7_a_box_that_lets_another_one_end():
    """Who ticks “wound” too is asked for a date of “acne”, and may come back at once; with “acne” alone they wait."""
    questions = [several("skin", "acne", "wound"), when("skin-when", "acne", after="skin", if_=("wound",))]
    breach = breach_of(check(*questions, devices=(device("mini", rule("acne", "WAIT", wait_days=14)),)), 7)
    assert breach.message == (
        "Someone who answers “acne, wound” to “skin?” and “14 days before the check” to “skin-when?” would be shown "
        "Mini as suitable: with a “no” to “skin?”, or with fewer boxes ticked, it would have been wait."
    )


def test_promise_7_a_doubt_that_lets_a_box_end():
    """The same, where “not sure” beside “acne” leads to the date."""
    questions = [several("skin", "acne"), when("skin-when", "acne", after="skin", if_=("not-sure",))]
    mini = device("mini", rule("acne", "WAIT", wait_days=14))
    assert prove(check(several("skin", "acne"), devices=(mini,))).breaches == ()
    breach = breach_of(check(*questions, devices=(mini,)), 7)
    assert breach.answers == {"skin": {"acne", "not-sure"}, "skin-when": {"1999-12-18"}}
    assert breach.message == (
        "Someone who answers “acne” and of the rest “I am not sure” to “skin?” and “14 days before the check” to "
        "“skin-when?” would be shown Mini as suitable: with a “no” to “skin?”, or with fewer boxes ticked, it would "
        "have been wait."
    )


def test_promise_9_a_rule_milder_than_the_label():
    mini = device("mini", rule("epilepsy", "ASK"), floors=(Floor("epilepsy", Disposition.STOP),))
    breach = breach_of(check(yes_no("seizures", "epilepsy"), devices=(mini,)), 9)
    assert breach.message == (
        "Someone who answers “Yes” to “seizures?” would be shown Mini as ask: its own label says stop for “epilepsy”."
    )


def test_promise_9_areas_the_label_forbids():
    mini = device(
        "mini", rule("thyroid", "LIMITED"), floors=(Floor("thyroid", Disposition.LIMITED, frozenset({"neck"})),)
    )
    assert breach_of(check(yes_no("throat", "thyroid"), devices=(mini,)), 9).answers == {"throat": {"has"}}


def test_prove_names_each_device_it_would_fail():
    devices = tuple(device(key, rule("pregnancy", "STOP", "LIMITED")) for key in ("mini", "maxi"))
    proof = prove(check(yes_no("baby", "pregnancy"), devices=devices))
    assert [
        breach.message.split(" would be shown ")[1].split(" ")[0] for breach in proof.breaches if breach.promise == 2
    ] == [
        "Mini",
        "Maxi",
    ]
