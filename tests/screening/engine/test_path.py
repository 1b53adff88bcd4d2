import pytest

from screening.engine.path import answered, leading_to, path
from tests.screening.engine.checks import check, device, several, when, where, yes_no

QUESTIONNAIRE = check(
    yes_no("heart", "pacemaker"),
    several("skin", "acne", "wound"),
    where("acne-where", "acne", after="skin", if_=("acne",)),
    yes_no("baby", "pregnancy"),
    devices=(device("mini"),),
)


def walk(**answers):
    return path(QUESTIONNAIRE, {key.replace("_", "-"): frozenset(answer) for key, answer in answers.items()})


def keys(walked):
    return [question.key for question in walked.questions]


def test_path_without_answers_is_what_everybody_is_asked():
    walked = walk()
    assert keys(walked) == ["heart", "skin", "baby"]
    assert walked.next.key == "heart"


def test_path_opens_a_follow_up_after_the_answer_that_leads_to_it():
    walked = walk(heart={"none"}, skin={"acne", "wound"})
    assert keys(walked) == ["heart", "skin", "acne-where", "baby"]
    assert walked.next.key == "acne-where"
    assert walked.ordinal("baby") == 4


def test_path_opens_the_follow_up_of_a_yes_beside_not_sure():
    walked = walk(heart={"none"}, skin={"acne", "not-sure"}, baby={"none"})
    assert walked.answers["skin"] == {"acne", "not-sure"}
    assert walked.next.key == "acne-where"
    assert walk(heart={"none"}, skin={"wound", "not-sure"}, baby={"none"}).next is None


def test_path_counts_no_answer_to_a_question_that_is_not_on_it():
    walked = walk(heart={"none"}, skin={"none"}, acne_where={"jaw"}, baby={"none"})
    assert keys(walked) == ["heart", "skin", "baby"]
    assert walked.answers == {"heart": {"none"}, "skin": {"none"}, "baby": {"none"}}
    assert walked.next is None


def test_path_treats_an_invalid_answer_as_none():
    walked = walk(heart={"none", "has"}, skin={"none"})
    assert walked.next.key == "heart"
    assert walked.answers == {"skin": {"none"}}


LATER = check(
    several("skin", "spots", "wound", "mole"),
    where("skin-where", "spots", "wound", after="skin", if_=("spots", "wound")),
    yes_no("toxin", "toxin"),
    when("toxin-when", "toxin", after="toxin", if_=("has",)),
    devices=(device("mini"),),
)
AFTER_SPOTS = {"skin": frozenset({"spots"}), "skin-where": frozenset({"jaw"})}


def changing(answers, key, *answer):
    return answered(LATER, answers, LATER.question(key), frozenset(answer))


@pytest.mark.parametrize("ticked", [("spots", "wound"), ("wound",)])
def test_who_ticks_more_is_asked_again_where_it_is(ticked):
    """Or a wound would count as where the spots are."""
    now = changing(AFTER_SPOTS, "skin", *ticked)
    assert now == {"skin": frozenset(ticked)}
    assert path(LATER, now).next.key == "skin-where"


@pytest.mark.parametrize("between", ["none", "not-sure", "mole"])
def test_nor_does_the_old_place_come_back_by_a_detour(between):
    now = changing(changing(AFTER_SPOTS, "skin", between), "skin", "spots", "wound")
    assert path(LATER, now).next.key == "skin-where"


@pytest.mark.parametrize("ticked", [("spots",), ("spots", "mole"), ("spots", "not-sure")])
def test_the_place_of_what_was_ticked_before_is_kept(ticked):
    assert changing(AFTER_SPOTS, "skin", *ticked)["skin-where"] == {"jaw"}


def test_who_ticks_less_keeps_the_place():
    both = AFTER_SPOTS | {"skin": frozenset({"spots", "wound"})}
    assert changing(both, "skin", "wound")["skin-where"] == {"jaw"}


def test_a_follow_up_about_one_thing_only_is_kept_for_coming_back():
    """Design 6: answers that are no longer on the path are kept."""
    given = {"toxin": frozenset({"has"}), "toxin-when": frozenset({"2026-11-20"})}
    assert changing(changing(given, "toxin", "none"), "toxin", "has") == given


def test_leading_to_a_question_are_the_first_answers_after_which_it_is_asked():
    assert leading_to(QUESTIONNAIRE, QUESTIONNAIRE.question("skin")) == {}
    assert leading_to(QUESTIONNAIRE, QUESTIONNAIRE.question("acne-where")) == {"skin": frozenset({"acne"})}
