import pytest

from screening.answers import AfterStop, Kept
from screening.returning import carried_over
from tests.screening.examples import NO, questionnaire

HAS = frozenset({"has"})
OPTION = {"key": "more", "label": "More", "hint": "", "role": "affirms", "affirms": ["fever"]}


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Do you have a fever today?"},
        {"hint": "Above 38 °C."},
        {"kind": "several"},
        {"options": [*questionnaire()["questions"][2]["options"], OPTION]},
        {"options": [row | {"affirms": []} for row in questionnaire()["questions"][2]["options"]]},
        {"options": [row | {"label": "Oh"} for row in questionnaire()["questions"][2]["options"]]},
    ],
)
def test_a_question_that_could_be_answered_differently_is_asked_again(changed):
    carried = carried_over(Kept(1, NO), questionnaire(), _with_fever(changed))
    assert carried.updated == 1
    assert NO.keys() - carried.answers.keys() == {"fever"}


@pytest.mark.parametrize("changed", [{"why": "Because."}, {"topic": "Temperature"}, {"ask_if": ["implant/none"]}])
def test_what_changes_no_answer_keeps_it(changed):
    carried = carried_over(Kept(1, NO), questionnaire(), _with_fever(changed))
    assert (carried.updated, carried.answers) == (0, NO)


def test_answers_to_questions_that_are_gone_go_with_them():
    new = questionnaire()
    del new["questions"][2]
    carried = carried_over(Kept(1, NO), questionnaire(), new)
    assert (carried.updated, carried.answers) == (0, {key: NO[key] for key in NO if key != "fever"})


def test_new_questions_count_as_updated():
    old = questionnaire()
    del old["questions"][2]
    assert carried_over(Kept(1, {"implant": HAS}), old, questionnaire()).updated == 1


def test_where_it_is_is_asked_again_where_there_is_more_that_it_could_be():
    """The place was told of spots; a wound could be anywhere."""
    new = questionnaire()
    skin = next(row for row in new["questions"] if row["key"] == "skin")
    skin["options"].insert(0, OPTION)
    given = {**NO, "skin": frozenset({"spots"}), "spots-where": frozenset({"cheeks"})}
    carried = carried_over(Kept(1, given), questionnaire(), new)
    assert (carried.updated, given.keys() - carried.answers.keys()) == (2, {"skin", "spots-where"})


def test_what_else_the_cookie_holds_stays():
    kept = Kept(1, NO, AfterStop.CHANGED_IT)
    assert carried_over(kept, questionnaire(), questionnaire()) == Kept(1, NO, AfterStop.CHANGED_IT, updated=0)


def _with_fever(changed):
    document = questionnaire()
    rows = [row | changed if row["key"] == "fever" else row for row in document["questions"]]
    return {**document, "questions": rows}
