"""Those who are told every reason there is, against everybody."""

from hypothesis import given, settings

from screening.engine import Answers, Check, Disposition, assess, telling, told_everything
from screening.engine.model import Role, Rule, Status
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

SKIN = check(
    yes_no("skin"),
    several("which", "acne", "wound", after="skin", if_=("has",)),
    where("acne-where", "acne", after="which", if_=("acne",)),
    yes_no("injected", "botox"),
    when("injected-when", "botox", after="injected", if_=("has",)),
    devices=(
        device(
            "mini", rule("acne", "LIMITED", where_told=True), rule("wound", "STOP"), rule("botox", "WAIT", wait_days=9)
        ),
    ),
)


def test_everything_is_told_to_few():
    """First who is not sure, of a follow-up too, then who says yes, then who says yes and doubts the rest."""
    assert [answers for answers, _ in told_everything(SKIN)] == [
        {"skin": {"not-sure"}, "injected": {"not-sure"}},
        {"skin": {"has"}, "which": {"not-sure"}, "injected": {"none"}},
        {
            "skin": {"has"},
            "which": {"acne", "wound"},
            "acne-where": {"not-sure"},
            "injected": {"has"},
            "injected-when": {"not-sure"},
        },
        {"skin": {"has"}, "which": {"acne", "not-sure"}, "acne-where": {"not-sure"}, "injected": {"none"}},
        {"skin": {"has"}, "which": {"wound", "not-sure"}, "injected": {"none"}},
    ]


def test_each_choice_is_somebodys():
    made = {choice for _, choices in told_everything(SKIN) for choice in choices}
    assert sorted(made) == sorted(
        (question.key, option.key)
        for question in SKIN.questions
        if not question.about
        for option in question.options
        if option.role is not Role.DENIES
    )


def test_telling_one_thing_is_no_to_everything_else():
    assert telling(SKIN, {("which", "wound")}) == {"skin": {"has"}, "which": {"wound"}, "injected": {"none"}}
    assert telling(SKIN, {}) == {"skin": {"none"}, "injected": {"none"}}


def test_what_leads_on_is_sure_where_it_can_be():
    """“Not sure” of the list would lead there too, and would leave all else of it open."""
    leading = check(
        several("skin", "acne", "wound"),
        yes_no("more", "scar", after="skin", if_=("wound", "not-sure")),
        devices=(device("mini"),),
    )
    assert telling(leading, {("more", "has")}) == {"skin": {"wound"}, "more": {"has"}}


def test_what_nobody_can_answer_is_told_to_nobody():
    closed = check(
        yes_no("skin", "acne"), yes_no("more", "wound", after="skin", if_=("gone",)), devices=(device("mini"),)
    )
    assert {choice for _, choices in told_everything(closed) for choice in choices} == {
        ("skin", "has"),
        ("skin", "not-sure"),
    }


@given(checks())
@settings(max_examples=100, deadline=None)
def test_nobody_is_told_anything_that_these_are_not_told(random_check):
    few = {said for answers, _ in told_everything(random_check) for said in _told(random_check, answers)}
    everybody = {said for answers in every_answer_set(random_check) for said in _told(random_check, answers)}
    assert everybody <= few


@given(checks())
@settings(max_examples=50, deadline=None)
def test_each_yes_that_can_stand_beside_a_doubt_is_somebodys(random_check):
    few = {said for answers, _ in told_everything(random_check) for said in _doubts(answers)}
    everybody = {said for answers in every_answer_set(random_check) for said in _doubts(answers)}
    assert everybody == few


def _doubts(answers: Answers) -> set[tuple[str, frozenset[str]]]:
    """Each question answered with one yes and “not sure”."""
    return {(question, answer) for question, answer in answers.items() if "not-sure" in answer and len(answer) == 2}


def _told(check: Check, answers: Answers) -> set[tuple[Rule, Status, Disposition]]:
    assessed = assess(check, answers, TODAY).devices
    return {(reason.rule, reason.status, reason.disposition) for each in assessed for reason in each.reasons}
