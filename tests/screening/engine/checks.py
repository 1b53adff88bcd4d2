"""Small questionnaires for the tests of the engine, and the plain enumeration that the proof must agree with."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from hypothesis import strategies as st

from screening.engine.answers import fault
from screening.engine.model import (
    NOT_SURE,
    Answers,
    Check,
    Condition,
    Device,
    Disposition,
    Floor,
    Kind,
    Option,
    Question,
    Role,
    Rule,
)
from screening.engine.path import path
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.proof.notes import days_of

TODAY = DAY_OF_PROOF


def yes_no(key: str, *affirms: str, after: str = "", if_: tuple[str, ...] = ()) -> Question:
    """A single question: has, none, not-sure."""
    options = (
        Option("has", "Yes", Role.AFFIRMS, frozenset(affirms)),
        Option("none", "No", Role.DENIES),
        Option("not-sure", "I am not sure", Role.UNSURE),
    )
    return Question(key, Kind.SINGLE, f"{key}?", options, after, frozenset(if_))


def several(key: str, *affirms: str, after: str = "", if_: tuple[str, ...] = ()) -> Question:
    """A question with one box for each condition, named like it."""
    options = (
        *(Option(condition, condition, Role.AFFIRMS, frozenset({condition})) for condition in affirms),
        Option("none", "No, none of these", Role.DENIES),
        Option("not-sure", "I am not sure", Role.UNSURE),
    )
    return Question(key, Kind.SEVERAL, f"{key}?", options, after, frozenset(if_))


def where(
    key: str, *about: str, after: str, if_: tuple[str, ...], areas: tuple[str, ...] = ("jaw", "neck")
) -> Question:
    options = (*(Option(area, area, Role.AFFIRMS) for area in areas), Option(NOT_SURE, "I am not sure", Role.UNSURE))
    return Question(key, Kind.WHERE, f"{key}?", options, after, frozenset(if_), frozenset(about))


def when(key: str, *about: str, after: str, if_: tuple[str, ...]) -> Question:
    options = (Option(NOT_SURE, "I am not sure", Role.UNSURE),)
    return Question(key, Kind.WHEN, f"{key}?", options, after, frozenset(if_), frozenset(about))


def rule(condition: str, present: str, unknown: str = "ASK", **more: object) -> Rule:
    return Rule(condition, Disposition[present], Disposition[unknown], **more)


def device(
    key: str, *rules: Rule, areas: tuple[str, ...] = ("cheeks", "jaw", "neck"), floors: tuple[Floor, ...] = ()
) -> Device:
    return Device(key, key.title(), frozenset(areas), rules, floors)


def check(*questions: Question, devices: tuple[Device, ...], must_stop: tuple[str, ...] = ()) -> Check:
    keys = {key for question in questions for key in question.mentions}
    keys |= {rule.condition for device in devices for rule in device.rules}
    keys |= {floor.condition for device in devices for floor in device.floors}
    return Check(questions, {key: Condition(key, key, key in must_stop) for key in sorted(keys)}, devices)


def every_answer_set(check: Check, answers: Answers | None = None) -> Iterator[Answers]:
    """One by one, by following the path: the slow way that needs no cleverness."""
    answers = answers or {}
    question = path(check, answers).next
    if question is None:
        yield answers
        return
    for answer in every_answer(check, question):
        yield from every_answer_set(check, {**answers, question.key: answer})


def every_answer(check: Check, question: Question) -> Iterator[frozenset[str]]:
    """Every set of options that is not refused, and a date of every interval."""
    keys = [option.key for option in question.options]
    chosen = (frozenset(some) for size in range(1, len(keys) + 1) for some in combinations(keys, size))
    yield from (answer for answer in chosen if fault(question, answer) is None)
    if question.kind is Kind.WHEN:
        for days in days_of(check, question):
            yield frozenset({(TODAY - dt.timedelta(days=days)).isoformat()})


CONDITIONS = ("a", "b", "c")


@st.composite
def checks(draw: st.DrawFn) -> Check:
    """Random questionnaires of up to four questions, sound and unsound ones alike."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 4))):
        questions.append(draw(_questions(f"q{number}", tuple(questions))))
    rules = draw(st.lists(_rules(), min_size=1, max_size=5))
    devices = (device("one", *rules[:3]), device("two", *rules, areas=("jaw",)))
    return check(*questions, devices=devices, must_stop=draw(st.sampled_from([(), ("a",)])))


@st.composite
def _questions(draw: st.DrawFn, key: str, earlier: tuple[Question, ...]) -> Question:
    opener = draw(st.sampled_from([None, *earlier]))
    after, if_ = "", ()
    if opener:
        after = opener.key
        if_ = tuple(draw(st.sets(st.sampled_from([option.key for option in opener.options]), min_size=1)))
    conditions = tuple(sorted(draw(st.sets(st.sampled_from(CONDITIONS), min_size=1, max_size=2))))
    make = draw(st.sampled_from([yes_no, several] if not opener else [yes_no, several, where, when]))
    return make(key, *conditions, after=after, if_=if_)


@st.composite
def _rules(draw: st.DrawFn) -> Rule:
    present = draw(st.sampled_from(["LIMITED", "WAIT", "ASK", "STOP"]))
    return rule(
        draw(st.sampled_from(CONDITIONS)),
        present,
        draw(st.sampled_from(["ASK", "STOP", "LIMITED"])),
        areas=frozenset(draw(st.sets(st.sampled_from(["jaw", "neck"])))),
        where_told=draw(st.booleans()),
        wait_days=draw(st.sampled_from([None, 14, 30])) if present == "WAIT" else None,
    )
