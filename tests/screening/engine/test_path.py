from screening.engine.path import path
from tests.screening.engine.checks import check, device, several, where, yes_no

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


def test_path_counts_no_answer_to_a_question_that_is_not_on_it():
    walked = walk(heart={"none"}, skin={"none"}, acne_where={"jaw"}, baby={"none"})
    assert keys(walked) == ["heart", "skin", "baby"]
    assert walked.answers == {"heart": {"none"}, "skin": {"none"}, "baby": {"none"}}
    assert walked.next is None


def test_path_treats_an_invalid_answer_as_none():
    walked = walk(heart={"none", "has"}, skin={"none"})
    assert walked.next.key == "heart"
    assert walked.answers == {"skin": {"none"}}
