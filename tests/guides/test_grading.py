import pytest

from guides.grading import GRADES, METHOD, grade, grading


def row(design: str, stance: str = "for", *, study: str = "", direct=True, sham=True, n=200, retracted=False) -> dict:
    return {
        "study": study or design,
        "stance": stance,
        "direct": direct,
        "design": design,
        "sham_controlled": sham,
        "participants": n,
        "retracted": retracted,
    }


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([], "none"),
        ([row("rct", "neither")], "none"),
        ([row("rct", retracted=True)], "none"),
        ([row("cells")], "very-low"),
        ([row("animal"), row("cells"), row("narrative")], "very-low"),
        ([row("review")], "high"),
        ([row("rct")], "moderate"),
        ([row("controlled")], "low"),
        ([row("uncontrolled")], "very-low"),
        ([row("rct", direct=False)], "low"),
        ([row("rct", sham=False)], "low"),
        ([row("rct", n=99)], "low"),
        ([row("rct", n=100)], "moderate"),
        ([row("rct", study="a"), row("rct", "against", study="b")], "low"),
        ([row("rct", direct=False, sham=False, n=30)], "very-low"),
        # The one uncontrolled trial of microcurrent on faces is lent nothing by a trial of something else.
        ([row("uncontrolled", sham=False, n=30), row("rct", direct=False)], "very-low"),
        # A large uncontrolled study lends its people to no review.
        ([row("review", n=None), row("uncontrolled", n=500)], "moderate"),
        # Two rows of one study are its people once.
        ([row("rct", study="a", n=60), row("rct", study="a", n=60)], "low"),
        ([row("rct", study="a", n=60), row("rct", study="b", n=60)], "moderate"),
    ],
)
def test_grade(evidence, expected):
    assert grade(evidence) == expected


@pytest.mark.parametrize(("design", "ceiling"), [("review", 4), ("rct", 3), ("controlled", 2), ("uncontrolled", 1)])
def test_no_grade_is_above_what_the_best_study_allows(design, ceiling):
    """However many others there are, of its own design or of lesser ones: a grade cannot be chosen, only computed."""
    designs = ["review", "rct", "controlled", "uncontrolled", "narrative", "animal", "cells"]
    lesser = designs[designs.index(design) :]
    evidence = [row(each, study=f"{each}-{n}", n=10_000) for each in lesser for n in range(5)]
    assert GRADES.index(grade(evidence)) == ceiling


def test_animals_and_cells_never_lift_a_claim_above_very_low():
    many = [row(design, study=f"{design}-{n}", n=10_000) for n in range(50) for design in ("animal", "cells")]
    assert grade(many) == "very-low", "content.md: animal and cell studies alone never lift a claim above very low."


def test_grades_go_from_worst_to_best():
    assert GRADES == ("none", "very-low", "low", "moderate", "high")
    assert METHOD == 1


def test_every_step_is_told():
    graded = grading([row("rct", sham=False, n=30, study="a"), row("rct", sham=False, n=60, study="b")])
    assert (graded.grade, graded.design, graded.participants) == ("very-low", "rct", 90)
    assert [(step.code, step.points) for step in graded.steps] == [
        ("start", 3),
        ("indirect", 0),
        ("no-sham", -1),
        ("few-people", -1),
        ("both-ways", 0),
    ]


def test_steps_add_up_to_the_grade_or_to_less_than_the_lowest():
    graded = grading([row("uncontrolled", sham=False, n=30)])
    assert (sum(step.points for step in graded.steps), graded.grade) == (-1, "very-low")


@pytest.mark.parametrize(("evidence", "code"), [([], "nothing"), ([row("cells")], "nobody")])
def test_without_people_one_step_says_why(evidence, code):
    assert [step.code for step in grading(evidence).steps] == [code]


def test_every_row_that_does_not_count_says_why():
    rows = [
        row("rct"),
        row("rct", retracted=True),
        row("rct", "neither"),
        row("cells"),
        row("review", direct=False),
        row("controlled"),
    ]
    assert grading(rows).set_aside == ["", "retracted", "neither", "not-in-people", "not-direct", "weaker"]
