"""Two checks over the people of both: counted as brute force counts them, each set of answers judged by either."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine import Answers, Check, Direction, Kind, Option, Role, assess, compare, path
from screening.engine.proof.notes import days_of
from screening.engine.proof.united import asked_otherwise, judged_otherwise
from tests.screening.engine.checks import (
    CONDITIONS,
    TODAY,
    check,
    checks,
    device,
    every_answer,
    rule,
    several,
    where,
    yes_no,
)
from tests.screening.engine.proof.test_compare import direction


@st.composite
def edited(draw: st.DrawFn) -> tuple[Check, Check]:
    """A random check of one device, and what an editor makes of it: answers mean something else, boxes come and go, a
    question is dropped or moved, and other rules apply."""
    made = draw(checks())
    one, other = (replace(judged, key="mini") for judged in made.devices)
    questions = [draw(changed(question)) for question in made.questions]
    opening = {question.asked_after for question in questions}
    for question in [question for question in questions if question.key not in opening]:
        if draw(st.integers(0, 4)) == 0:
            questions.remove(question)
    after = draw(st.sampled_from([one, other]))
    old = Check(made.questions, made.conditions, (one,))
    new = check(*questions, devices=(after,))
    return (old, new) if draw(st.booleans()) else (new, old)


@st.composite
def changed(draw: st.DrawFn, question):
    options = []
    for option in question.options:
        if option.role is Role.AFFIRMS and question.kind in (Kind.SINGLE, Kind.SEVERAL):
            some = draw(st.sets(st.sampled_from(CONDITIONS), max_size=2))
            options.append(replace(option, affirms=draw(st.sampled_from([option.affirms, frozenset(some)]))))
        else:
            options.append(option)
    boxes = [option for option in options if option.role is Role.AFFIRMS]
    if question.kind is Kind.SEVERAL and draw(st.booleans()):
        options.remove(draw(st.sampled_from(boxes)))
    if question.kind is Kind.SEVERAL and draw(st.booleans()):
        options.insert(0, Option("added", "Added", Role.AFFIRMS, frozenset({draw(st.sampled_from(CONDITIONS))})))
    about = draw(st.sampled_from([question.about, frozenset({"a"})])) if question.about else question.about
    return replace(question, options=tuple(options), about=about)


def everybody(old: Check, new: Check, answers: Answers | None = None) -> Iterator[Answers]:
    """Who answers what either asks, by answers that both offer; a date is of any interval that either tells apart."""
    answers = answers or {}
    question = path(new, answers).next or path(old, answers).next
    if question is None:
        yield answers
        return
    for answer in possible(old, new, question.key):
        yield from everybody(old, new, {**answers, question.key: answer})


def possible(old: Check, new: Check, key: str) -> set[frozenset[str]]:
    asking = [(each, question) for each in (old, new) if (question := each.question(key))]
    choices = [
        {answer for answer in every_answer(each, question) if all(map(question.option, answer))}
        for each, question in asking
    ]
    shared = set.intersection(*choices)
    days = {day for each, question in asking if question.kind is Kind.WHEN for day in days_of(each, question)}
    return shared | {frozenset({(TODAY - dt.timedelta(days=day)).isoformat()}) for day in days}


@given(edited())
@settings(max_examples=150, deadline=None)
def test_the_people_of_both_are_counted_as_brute_force_counts_them(pair):
    old, new = pair
    comparison = compare(old, new)
    assert comparison.counted
    counted: Counter[Direction] = Counter()
    for answers in everybody(old, new):
        (was,), (becomes,) = (assess(each, answers, TODAY).devices for each in pair)
        if found := direction(was, becomes):
            counted[found] += 1
    assert {change.direction: change.count for change in comparison.changes} == counted
    for change in comparison.changes:
        (was,), (becomes,) = (assess(each, change.answers, TODAY).devices for each in pair)
        assert direction(was, becomes) is change.direction
    if counted:
        assert judged_otherwise(old, new) == {"mini"}, "Whoever is judged otherwise is named."


MINI = device("mini", rule("acne", "ASK"), rule("wound", "STOP"))


def asking(*questions) -> Check:
    return check(*questions, devices=(MINI,))


def test_a_new_wording_changes_nothing():
    old = asking(several("skin", "acne", "wound"))
    typo = replace(
        old.questions[0], text="Skin?", options=tuple(replace(o, label="!") for o in old.questions[0].options)
    )
    new = asking(typo)
    assert (compare(old, new).counted, compare(old, new).changes) == (True, ())
    assert (asked_otherwise(old, new), judged_otherwise(old, new)) == ((), frozenset())


def test_an_answer_that_no_longer_means_a_condition_is_counted():
    old = asking(several("skin", "acne", "wound"))
    (question,) = old.questions
    silent = replace(question, options=(replace(question.options[0], affirms=frozenset()), *question.options[1:]))
    new = Check((silent,), old.conditions, old.devices)
    assert asked_otherwise(old, new) == (silent,)
    (change,) = compare(old, new).changes
    # Nobody is asked about acne any more: only whoever said no to all becomes stricter, for what is unknown is ask too.
    assert (change.direction, change.count) == (Direction.STRICTER, 1)


@pytest.mark.parametrize("if_", [("wound",), ("acne", "wound")])
def test_where_the_same_answers_lead_to_other_questions_nobody_is_counted(if_):
    skin, place = several("skin", "acne", "wound"), where("place", "acne", after="skin", if_=("acne",))
    old, new = asking(skin, place), asking(skin, replace(place, asked_if=frozenset(if_)))
    assert not compare(old, new).counted
    assert judged_otherwise(old, new) == {"mini"}
    assert [question.key for question in asked_otherwise(old, new)] == ["place"]


def test_a_yes_that_becomes_a_no_cannot_be_counted():
    old = asking(yes_no("wound", "wound"))
    (question,) = old.questions
    new = asking(replace(question, options=(replace(question.options[0], role=Role.DENIES), *question.options[1:])))
    assert not compare(old, new).counted


def test_a_not_sure_that_becomes_a_no_is_a_difference():
    old = asking(yes_no("wound", "wound"))
    (question,) = old.questions
    sure = replace(question, options=(*question.options[:2], replace(question.options[2], role=Role.DENIES)))
    new = asking(sure)
    assert (compare(old, new).counted, judged_otherwise(old, new)) == (False, {"mini"})
