from collections import Counter

from hypothesis import given, settings

from screening.engine import Check, Disposition, assess, distinct_outcomes
from tests.screening.engine.checks import TODAY, check, checks, device, every_answer_set, rule, yes_no

STOP, ASK, LIMITED, SUITABLE = Disposition.STOP, Disposition.ASK, Disposition.LIMITED, Disposition.SUITABLE


def dispositions(check: Check, answers) -> tuple[Disposition, ...]:
    return tuple(assessed.disposition for assessed in assess(check, answers, TODAY).devices)


@given(checks())
@settings(max_examples=50, deadline=None)
def test_distinct_outcomes_are_those_of_brute_force_with_the_same_counts(random_check):
    counted = Counter(dispositions(random_check, answers) for answers in every_answer_set(random_check))
    found = {tuple(outcome.dispositions.values()): outcome.count for outcome in distinct_outcomes(random_check)}
    assert found == counted


@given(checks())
@settings(max_examples=50, deadline=None)
def test_distinct_outcomes_give_examples_that_the_engine_judges_alike(random_check):
    for outcome in distinct_outcomes(random_check):
        assert assess(random_check, outcome.answers, TODAY).complete
        assert dispositions(random_check, outcome.answers) == tuple(outcome.dispositions.values())


def test_distinct_outcomes_name_every_device_and_the_plainest_person():
    devices = (device("mini", rule("a", "STOP")), device("twin", rule("a", "STOP")), device("maxi", rule("a", "ASK")))
    found = list(distinct_outcomes(check(yes_no("first", "a"), yes_no("second", "b"), devices=devices)))
    assert [(dict(outcome.dispositions), outcome.count) for outcome in found] == [
        ({"mini": SUITABLE, "twin": SUITABLE, "maxi": SUITABLE}, 3),
        ({"mini": ASK, "twin": ASK, "maxi": ASK}, 3),
        ({"mini": STOP, "twin": STOP, "maxi": ASK}, 3),
    ]
    assert found[2].answers == {"first": {"has"}, "second": {"none"}}


def test_distinct_outcomes_of_a_check_without_devices():
    (outcome,) = distinct_outcomes(check(yes_no("first", "a"), devices=()))
    assert (outcome.dispositions, outcome.count) == ({}, 3)


def test_distinct_outcomes_where_two_limits_together_leave_nowhere():
    limits = [rule("a", "LIMITED", areas=frozenset({"jaw"})), rule("b", "LIMITED", areas=frozenset({"neck"}))]
    judged = check(
        yes_no("first", "a"), yes_no("second", "b"), devices=(device("mini", *limits, areas=("jaw", "neck")),)
    )
    assert {outcome.dispositions["mini"]: outcome.count for outcome in distinct_outcomes(judged)} == {
        SUITABLE: 1,
        LIMITED: 2,
        ASK: 6,
    }
