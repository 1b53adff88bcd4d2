"""How a person is told: dates by how long before the check they lie, since the proof has a day of its own."""

import datetime as dt

import pytest

from screening.engine.proof.breach import DAY_OF_PROOF, quiet, told_as
from tests.screening.engine.checks import check, device, rule, several, when, yes_no

CHECK = check(
    yes_no("injected", "botox"),
    when("day", "botox", after="injected", if_=("has",)),
    devices=(device("mini", rule("botox", "WAIT", wait_days=14)),),
)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "yesterday"), (2, "2 days before the check"), (14, "14 days before the check")],
)
def test_a_date_is_told_by_how_long_before_the_check_it_lies(days, words):
    on = DAY_OF_PROOF - dt.timedelta(days=days)
    answers = {"injected": frozenset({"has"}), "day": frozenset({on.isoformat()})}
    assert told_as(CHECK, answers) == f"“Yes” to “injected?” and “{words}” to “day?”"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"acne"}, "“acne” to “skin?”"),
        ({"acne", "wound"}, "“acne, wound” to “skin?”"),
        ({"not-sure"}, "“I am not sure” to “skin?”"),
        ({"acne", "wound", "not-sure"}, "“acne, wound” and of the rest “I am not sure” to “skin?”"),
        ({"none"}, "“no” to everything"),
    ],
)
def test_a_doubt_beside_a_yes_is_told_as_of_the_rest(answer, words):
    assert told_as(check(several("skin", "acne", "wound"), devices=()), {"skin": frozenset(answer)}) == words


def test_a_date_is_told_from_the_day_that_is_given():
    answers = {"injected": frozenset({"has"}), "day": frozenset({"2026-11-24"})}
    assert told_as(CHECK, answers, dt.date(2026, 11, 25)) == "“Yes” to “injected?” and “yesterday” to “day?”"


def test_the_quiet_date_is_no_date_that_anybody_would_give():
    told = told_as(CHECK, quiet(CHECK, {"injected": frozenset({"has"})}))
    assert told == "“Yes” to “injected?” and “long before the check” to “day?”"
