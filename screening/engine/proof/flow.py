"""Promises 5, 6 and 8: the path ends, everything on it can be reached, and nothing off it counts."""

from collections.abc import Iterator

from screening.engine.model import Check, Kind, Question, Role
from screening.engine.path import path
from screening.engine.proof.breach import Breach, quiet


def endless(check: Check) -> Iterator[Breach]:
    """Promise 5: every question can be answered, and follows earlier ones only, so that the path is never longer than
    the questionnaire."""
    earlier: set[str] = set()
    for question in check.questions:
        if question.key in earlier:
            yield Breach(5, f"Two questions have the key “{question.key}”.")
        if question.asked_after and question.asked_after not in earlier:
            message = f"“{question.text}” is asked after “{question.asked_after}”, which does not come before it."
            yield Breach(5, message)
        if not question.options:
            yield Breach(5, f"Nobody can go on from “{question.text}”: it has no answer to choose.")
        earlier.add(question.key)


def unreachable(check: Check) -> Iterator[Breach]:
    """Promise 6. Assumes that promise 5 holds."""
    reached: dict[str, Question] = {}
    for question in check.questions:
        opener = reached.get(question.asked_after)
        if question.asked_after and not (opener and _leads_to(opener, question)):
            yield Breach(6, f"Nobody is ever asked “{question.text}”: no answer leads to it.")
            continue
        reached[question.key] = question
        yield from _meaningless(check, question)
    yield from _rules_nobody_triggers(check, list(reached.values()))


def stale_answers(check: Check) -> Iterator[Breach]:
    """Promise 8: an answer to a question that has left the path changes nothing, whatever it says."""
    walked = path(check, quiet(check, {}))
    for question in check.questions:
        if question in walked.questions:
            continue
        for option in question.options:
            stale = {**walked.answers, question.key: frozenset({option.key})}
            if path(check, stale) != walked:
                message = f"“{option.label}” to “{question.text}” counts for somebody who is not asked that."
                yield Breach(8, message, count=1, answers=stale)


def _leads_to(opener: Question, question: Question) -> bool:
    return any(option.key in question.asked_if for option in opener.options)


def _meaningless(check: Check, question: Question) -> Iterator[Breach]:
    """An option that affirms nothing and leads nowhere would be as good as a “no”."""
    if question.kind not in (Kind.SINGLE, Kind.SEVERAL):
        return
    leading = frozenset().union(*(follow_up.asked_if for follow_up in check.follow_ups(question)))
    for option in question.options:
        if option.role is Role.AFFIRMS and not option.affirms and option.key not in leading:
            yield Breach(6, f"“{option.label}” to “{question.text}” means nothing: it affirms no condition.")


def _rules_nobody_triggers(check: Check, reached: list[Question]) -> Iterator[Breach]:
    asked = frozenset().union(*(question.mentions for question in reached))
    for device in check.devices:
        for condition in sorted({rule.condition for rule in device.rules} - asked):
            name = check.conditions[condition].name
            yield Breach(6, f"The rule on “{name}” for {device.title} can never be reached: no question asks about it.")
