"""Promises that hold by construction, tried on every set of answers to random questionnaires."""

import datetime as dt

from hypothesis import given, settings

from screening.engine import Disposition, assess, path
from screening.engine.model import NOT_SURE, Kind, Status
from screening.engine.told import told
from tests.screening.engine.checks import TODAY, checks, every_answer, every_answer_set


@given(checks())
@settings(max_examples=15, deadline=None)
def test_promise_8_answers_off_the_path_change_nothing(random_check):
    for answers in every_answer_set(random_check):
        assessed = assess(random_check, answers, TODAY)
        for question in set(random_check.questions) - set(path(random_check, answers).questions):
            for stale in every_answer(random_check, question):
                assert assess(random_check, {**answers, question.key: stale}, TODAY) == assessed


@given(checks())
@settings(max_examples=25, deadline=None)
def test_promise_10_come_back_is_the_latest_end_and_never_beside_a_stop(random_check):
    for answers in every_answer_set(random_check):
        statuses = told(random_check, path(random_check, answers))
        for assessed in assess(random_check, answers, TODAY).devices:
            waits = [
                (rule.wait_days, statuses[rule.condition].on or TODAY)
                for rule in assessed.device.rules
                if rule.if_present is Disposition.WAIT and statuses[rule.condition].status is Status.PRESENT
            ]
            ends = [on + dt.timedelta(days=days) for days, on in waits if days is not None]
            latest = max((end for end in ends if end > TODAY), default=None)
            has_no_end = any(days is None for days, _ in waits)
            stopped = assessed.disposition is Disposition.STOP
            assert assessed.come_back == (None if stopped or has_no_end else latest)


@given(checks())
@settings(max_examples=25, deadline=None)
def test_promise_11_only_areas_that_no_reason_leaves_out_are_allowed(random_check):
    for answers in every_answer_set(random_check):
        for assessed in assess(random_check, answers, TODAY).devices:
            left = assessed.device.areas.difference(*(_left_out(random_check, answers, r) for r in assessed.reasons))
            usable = assessed.disposition <= Disposition.LIMITED
            assert assessed.areas == (left if usable else frozenset())
            assert left or not usable


def _left_out(check, answers, reason) -> frozenset[str]:
    """From the answers themselves: the rule's own areas, and where the person said it is, or everywhere."""
    if reason.status is not Status.PRESENT:
        return frozenset()
    if not reason.rule.where_told:
        return reason.rule.areas
    walked = path(check, answers)
    told_where = [
        walked.answers[q.key] for q in walked.questions if q.kind is Kind.WHERE and reason.rule.condition in q.about
    ]
    everywhere = not told_where or any(NOT_SURE in answer for answer in told_where)
    return reason.rule.areas | (frozenset(["cheeks", "jaw", "neck"]) if everywhere else frozenset().union(*told_where))
