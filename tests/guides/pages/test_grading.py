import pytest

from guides.models import Study
from guides.pages.grading import how_graded
from tests.guides.pages import documents


def test_steps_say_exactly_what_the_method_did():
    studies = {"a": documents.study(design="controlled", participants=24), "b": documents.study(design="cells")}
    rows = [documents.evidence(study="a", direct=True), documents.evidence(source="S1"), documents.evidence(study="b")]
    graded = how_graded(documents.claim(*rows), studies)
    assert [(step.words, step.effect) for step in graded.steps] == [
        ("The best design among the studies that count: controlled, not randomised.", "Start at 2 of 4"),
        ("It was tested directly.", "Nothing off"),
        ("Nothing was compared with a sham.", "One step down"),
        ("24 people took part, fewer than 100.", "One step down"),
        ("Studies in people point one way.", "Nothing off"),
        ("As long as a study in people counts, it does not fall below this.", "Very low"),
    ]
    assert graded.set_aside == ["", "", "It is no study in people, and others are."]
    assert (graded.grade.code, graded.method) == ("very-low", 1)


def test_claim_without_a_study_that_counts():
    graded = how_graded(documents.claim(documents.evidence(source="S1")), {})
    assert [(step.words, step.effect) for step in graded.steps] == [
        ("No study that counts points either way.", "No grade")
    ]


def test_claim_with_studies_in_animals_only():
    graded = how_graded(documents.claim(documents.evidence(study="a")), {"a": documents.study(design="animal")})
    assert [step.effect for step in graded.steps] == ["Very low at most"]
    assert graded.grade.code == "very-low"


@pytest.mark.parametrize(
    ("sizes", "words", "effect"),
    [
        ([None], "We do not know how many people took part.", "One step down"),
        ([None, None], "We do not know how many people took part.", "One step down"),
        ([None, 30], "That we know of, 30 people took part, fewer than 100.", "One step down"),
        ([None, 100], "That we know of, 100 people took part, which is 100 or more.", "Nothing off"),
        ([1], "1 person took part, fewer than 100.", "One step down"),
        ([60, 60], "120 people took part, which is 100 or more.", "Nothing off"),
    ],
)
def test_number_of_people_that_nobody_gives_is_not_none(sizes, words, effect):
    studies = {f"s{n}": documents.study(design="rct", participants=size) for n, size in enumerate(sizes)}
    graded = how_graded(documents.claim(*(documents.evidence(study=key) for key in studies)), studies)
    assert [(step.words, step.effect) for step in graded.steps if "took part" in step.words] == [(words, effect)], (
        "design.md 8: what is unknown is shown as unknown."
    )


def test_every_design_can_start_or_is_set_aside():
    for design in Study.Design.values:
        studies = {"a": documents.study(design=design, participants=1)}
        assert how_graded(documents.claim(documents.evidence(study="a")), studies).steps
