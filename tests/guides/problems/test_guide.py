import pytest

from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db


def test_the_complete_example_has_no_problem(at):
    assert codes(examples.guide(), at) == []


@pytest.mark.parametrize(
    ("where", "value", "expected"),
    [
        ("standfirst", "", [("standfirst-missing", "standfirst")]),
        ("answer", "", [("answer-missing", "answer")]),
        ("blocks.1.list", "helps", [("answer-one-sided", "blocks")]),
        ("blocks.2.list", "helps", [("answer-one-sided", "blocks")]),
        ("blocks.10.conditions", [], [("conditions-empty", "blocks[10]")]),
        ("blocks.11.html", "", [("block-empty", "blocks[11].html")]),
        ("blocks.7.ends_week", 0, [("phase-backwards", "blocks[7].ends_week")]),
        ("blocks.8.starts_week", 0, [("phase-out-of-order", "blocks[8].starts_week")]),
        ("blocks.8.starts_week", 3, [("phase-out-of-order", "blocks[8].starts_week")]),
        ("blocks.8.starts_week", 5, []),
        ("blocks.7.ends_week", None, [("phase-out-of-order", "blocks[8].starts_week")]),
        ("blocks.7.ends_week", 1, []),
    ],
)
def test_one_thing_spoiled(where, value, expected, at):
    assert codes(spoiled(examples.guide(), where, value), at) == expected


def test_a_guide_that_says_nothing_of_effects_needs_no_lists(at):
    document = examples.guide()
    document["blocks"] = [block for block in document["blocks"] if block["kind"] != "answer-item"]
    assert codes(document, at) == []


def test_phases_that_are_not_neighbours_are_timelines_of_their_own(at):
    document = examples.guide()
    document["blocks"].append(document["blocks"].pop(7))
    assert codes(document, at) == []


def test_a_guide_without_blocks(at):
    document = spoiled(examples.guide(), "blocks", [])
    assert codes(document, at) == [("guide-empty", "blocks"), ("authorship-missing", "blocks")]


def test_a_problem_says_what_to_do(at):
    (problem,) = found(spoiled(examples.guide(), "answer", ""), at)
    assert str(problem) == "There is no quick answer. Write one sentence that a reader in a hurry can keep."
