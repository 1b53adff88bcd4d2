import pytest

from guides.grading import GRADES
from guides.models import Claim
from guides.pages.grades import grade, grades, verdict, verdicts


@pytest.mark.parametrize(
    ("code", "steps"),
    [
        ("none", (False, False, False, False)),
        ("very-low", (True, False, False, False)),
        ("low", (True, True, False, False)),
        ("moderate", (True, True, True, False)),
        ("high", (True, True, True, True)),
    ],
)
def test_meter_has_one_step_for_each_grade(code, steps):
    assert grade(code).steps == steps


def test_every_grade_has_words_and_a_meaning():
    assert [(shown.code, bool(shown.words and shown.meaning)) for shown in grades()] == [
        (code, True) for code in GRADES
    ]


def test_grade_that_the_method_does_not_give_is_refused():
    with pytest.raises(KeyError):
        grade("certain")


def test_every_verdict_has_words_and_a_meaning():
    assert [(shown.code, bool(shown.meaning)) for shown in verdicts()] == [
        (code, True) for code in Claim.Verdict.values
    ]
    assert verdict("refuted").words == "Contradicted"


def test_no_verdict_yet():
    assert verdict("") is None
