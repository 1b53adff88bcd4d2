"""Promises 5 and 6, each on a questionnaire that breaks it."""

import pytest

from screening.engine.model import Check, Kind, Option, Question, Role
from screening.engine.proof import Breach, prove
from tests.screening.engine.checks import check, device, rule, yes_no


def breach_of(check: Check, promise: int) -> Breach:
    (breach,) = (breach for breach in prove(check).breaches if breach.promise == promise)
    return breach


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        (
            [yes_no("first", "a", after="second", if_=("has",)), yes_no("second", "b")],
            "“first?” is asked after “second”, which does not come before it.",
        ),
        (
            [yes_no("first", "a", after="first", if_=("has",))],
            "“first?” is asked after “first”, which does not come before it.",
        ),
        ([yes_no("first", "a"), yes_no("first", "b")], "Two questions have the key “first”."),
        (
            [yes_no("first", "a"), Question("second", Kind.SINGLE, "second?", ())],
            "Nobody can go on from “second?”: it has no answer to choose.",
        ),
    ],
)
def test_promise_5_a_path_that_does_not_end(questions, message):
    proof = prove(check(*questions, devices=(device("mini", rule("a", "STOP")),)))
    assert [(breach.promise, breach.message) for breach in proof.breaches] == [(5, message)]
    assert proof.answer_sets == 0


def test_promise_6_a_question_no_answer_leads_to():
    questions = [yes_no("first", "a"), yes_no("second", "b", after="first", if_=("gone",))]
    breach = breach_of(check(*questions, devices=(device("mini", rule("a", "STOP")),)), 6)
    assert breach.message == "Nobody is ever asked “second?”: no answer leads to it."


def test_promise_6_a_rule_no_question_asks_about():
    breach = breach_of(
        check(yes_no("first", "a"), devices=(device("mini", rule("a", "STOP"), rule("typo", "STOP")),)), 6
    )
    assert breach.message == "The rule on “typo” for Mini can never be reached: no question asks about it."


def test_promise_6_an_option_that_means_nothing():
    question = Question(
        "skin", Kind.SINGLE, "skin?", (Option("has", "Yes", Role.AFFIRMS), Option("none", "No", Role.DENIES))
    )
    breach = breach_of(check(question, devices=(device("mini"),)), 6)
    assert breach.message == "“Yes” to “skin?” means nothing: it affirms no condition."
