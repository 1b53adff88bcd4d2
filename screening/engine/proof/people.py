"""People made up for what they are told: a few who together are told every reason there is, and plain ones."""

from collections.abc import Collection, Iterator
from itertools import zip_longest

from screening.engine.answers import fault
from screening.engine.model import NOT_SURE, Answer, Answers, Check, Kind, Option, Question, Role
from screening.engine.path import path
from screening.engine.proof.breach import mildest

type Choice = tuple[str, str]
"""A question, and one of its options."""


def told_everything(check: Check) -> Iterator[tuple[Answers, frozenset[Choice]]]:
    """People who together make every choice that somebody can make and that is no “no”, each with those that they stand
    for: first those who are not sure, then those who say yes, last those who say yes to one thing of a list and are not
    sure of the rest. Assumes that promise 5 holds: the path ends.

    A rule says the same to all of whom its condition is present, or unknown, but for places and days: so whatever can
    be said to anybody is said to one of these. What somebody is not sure of may be told beside their yes.
    """
    for choices in (_by_role(check, Role.UNSURE), _by_role(check, Role.AFFIRMS), *_doubting_the_rest(check)):
        left = choices
        while made := left & _choices(answers := telling(check, left)):
            yield answers, made
            left -= made


def _by_role(check: Check, role: Role) -> frozenset[Choice]:
    return frozenset(
        (question.key, option.key)
        for question in check.questions
        if question.kind in (Kind.SINGLE, Kind.SEVERAL)
        for option in question.options
        if option.role is role
    )


def _doubting_the_rest(check: Check) -> Iterator[frozenset[Choice]]:
    """Of all lists the first box, then of all the second, and so on, each with “not sure”."""
    lists = [question for question in check.questions if question.kind is Kind.SEVERAL]
    unsure = _by_role(check, Role.UNSURE)
    for boxes in zip_longest(*([(q.key, o.key) for o in q.options if o.role is Role.AFFIRMS] for q in lists)):
        ticked = frozenset(box for box in boxes if box)
        yield ticked | {doubt for doubt in unsure if doubt[0] in {question for question, _ in ticked}}


def telling(check: Check, choices: Collection[Choice]) -> Answers:
    """The plainest person who makes as many of ``choices`` as come together, and what leads to them.

    Other places and days they do not know, so that every wait counts, and no area as free of it.
    """
    answers: dict[str, Answer] = {}
    while question := path(check, answers).next:
        answers[question.key] = _answer(check, question, choices)
    return answers


def _answer(check: Check, question: Question, choices: Collection[Choice]) -> Answer:
    wanted = [option for option in question.options if (question.key, option.key) in choices]
    if not wanted:
        leading = _leading(check, question, choices)
        found = [option for option in question.options if option.key in leading]
        wanted = [option for option in found if option.role is not Role.UNSURE] or found
    otherwise = NOT_SURE if question.kind in (Kind.WHERE, Kind.WHEN) else mildest(question)
    return frozenset(option.key for option in _together(question, wanted)) or frozenset({otherwise})


def _together(question: Question, wanted: list[Option]) -> list[Option]:
    """All of them, if they go together; else the first."""
    return wanted if fault(question, frozenset(option.key for option in wanted)) is None else wanted[:1]


def _leading(check: Check, question: Question, choices: Collection[Choice]) -> frozenset[str]:
    """The options that lead to a follow-up where one of ``choices`` can be made, there or further on."""
    leading = (other.asked_if for other in check.follow_ups(question) if _is_wanted(check, other, choices))
    return frozenset().union(*leading)


def _is_wanted(check: Check, question: Question, choices: Collection[Choice]) -> bool:
    return any((question.key, option.key) in choices for option in question.options) or any(
        _is_wanted(check, follow_up, choices) for follow_up in check.follow_ups(question)
    )


def _choices(answers: Answers) -> frozenset[Choice]:
    return frozenset((question, option) for question, answer in answers.items() for option in answer)
