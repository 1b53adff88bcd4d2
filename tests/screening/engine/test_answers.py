from dataclasses import replace

import pytest

from screening.engine.answers import Fault, fault
from screening.engine.model import Option, Role
from tests.screening.engine.checks import several, when, where, yes_no

SINGLE = yes_no("heart", "pacemaker")
SEVERAL = several("skin", "acne", "wound")
TWO_DOUBTS = replace(SEVERAL, options=(*SEVERAL.options, Option("maybe", "Maybe", Role.UNSURE)))
WHERE = where("place", "acne", after="skin", if_=("acne",))
WHEN = when("date", "botox", after="injected", if_=("has",))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (SINGLE, {"has"}, None),
        (SINGLE, set(), Fault.BLANK),
        (SINGLE, {"maybe"}, Fault.UNKNOWN),
        (SINGLE, {"has", "none"}, Fault.TOO_MANY),
        (SINGLE, {"has", "not-sure"}, Fault.TOO_MANY),
        (SEVERAL, {"acne", "wound"}, None),
        (SEVERAL, {"none"}, None),
        (SEVERAL, set(), Fault.BLANK),
        (SEVERAL, {"acne", "none"}, Fault.CONTRADICTION),
        (SEVERAL, {"acne", "not-sure"}, None),
        (SEVERAL, {"acne", "wound", "not-sure"}, None),
        (SEVERAL, {"none", "not-sure"}, Fault.CONTRADICTION),
        (SEVERAL, {"acne", "none", "not-sure"}, Fault.CONTRADICTION),
        (TWO_DOUBTS, {"acne", "not-sure"}, None),
        (TWO_DOUBTS, {"not-sure", "maybe"}, Fault.CONTRADICTION),
        (SEVERAL, {"acne", "scurvy"}, Fault.UNKNOWN),
        (WHERE, {"jaw", "neck"}, None),
        (WHERE, {"jaw", "not-sure"}, Fault.CONTRADICTION),
        (WHERE, {"elbow"}, Fault.UNKNOWN),
        (WHEN, {"2026-11-01"}, None),
        (WHEN, {"not-sure"}, None),
        (WHEN, {"1 November"}, Fault.NO_DATE),
        (WHEN, {"2026-11-01", "2026-11-02"}, Fault.NO_DATE),
        (WHEN, {"2026-11-01", "not-sure"}, Fault.UNKNOWN),
        (WHEN, set(), Fault.BLANK),
    ],
)
def test_fault(question, answer, expected):
    assert fault(question, frozenset(answer)) == expected
