"""What a path tells of each condition."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from screening.engine.answers import told_date
from screening.engine.model import NOT_SURE, Answer, Check, Kind, Question, Role, Status
from screening.engine.path import Path


@dataclass(frozen=True, slots=True)
class Told:
    """``areas`` and ``on`` are None where the person did not say, or was not sure; ``by`` names the questions."""

    status: Status = Status.UNKNOWN
    areas: frozenset[str] | None = None
    on: dt.date | None = None
    by: tuple[str, ...] = ()


# How much a statement counts: present beats unsure beats absent, so a contradiction counts as present.
_WEIGHT = {Status.ABSENT: 1, Status.UNKNOWN: 2, Status.PRESENT: 3}


def told(check: Check, walked: Path) -> dict[str, Told]:
    """The status of every condition: absent only if an answer on the path denies it."""
    said: dict[str, list[tuple[str, Status]]] = {key: [] for key in check.conditions}
    for question in walked.questions:
        if (answer := walked.answers.get(question.key)) is not None:
            for condition, status in statements(check, question, answer):
                said[condition].append((question.key, status))
    return {key: _told(check, walked, key, statements) for key, statements in said.items()}


def statements(check: Check, question: Question, answer: Answer) -> Iterator[tuple[str, Status]]:
    """What one answer says: affirmed conditions are present, the question's others absent; with “not sure” unknown.

    An answer that is sure and does not lead to a follow-up denies what the follow-up could have affirmed;
    otherwise everybody who said “no” would be unknown there. “Not sure” closes nothing, beside a yes neither.
    """
    chosen = [option for option in question.options if option.key in answer]
    is_sure = all(option.role is not Role.UNSURE for option in chosen)
    affirmed = frozenset().union(*(option.affirms for option in chosen if option.role is not Role.UNSURE))
    otherwise = Status.ABSENT if is_sure else Status.UNKNOWN
    for condition in sorted(question.mentions):
        yield condition, Status.PRESENT if condition in affirmed else otherwise
    for follow_up in check.follow_ups(question):
        if is_sure and not answer & follow_up.asked_if:
            yield from ((condition, Status.ABSENT) for condition in sorted(reach(check, follow_up)))


def reach(check: Check, question: Question) -> frozenset[str]:
    """The conditions that this question or any follow-up of it could affirm."""
    return question.mentions.union(*(reach(check, follow_up) for follow_up in check.follow_ups(question)))


def _told(check: Check, walked: Path, condition: str, said: list[tuple[str, Status]]) -> Told:
    status = max((status for _, status in said), key=_WEIGHT.__getitem__, default=Status.UNKNOWN)
    by = tuple(question for question, stated in said if stated is status)
    return Told(status, _areas(walked, condition), _latest(walked, condition), by)


def _areas(walked: Path, condition: str) -> frozenset[str] | None:
    answers = _answers_about(walked, condition, Kind.WHERE)
    if not answers or any(NOT_SURE in answer for answer in answers):
        return None
    return frozenset().union(*answers)


def _latest(walked: Path, condition: str) -> dt.date | None:
    dates = [told_date(answer) for answer in _answers_about(walked, condition, Kind.WHEN)]
    known = [date for date in dates if date]
    return max(known) if known and len(known) == len(dates) else None


def _answers_about(walked: Path, condition: str, kind: Kind) -> list[Answer]:
    return [
        walked.answers[question.key]
        for question in walked.questions
        if question.kind is kind and condition in question.about and question.key in walked.answers
    ]
