"""The way through questions, in words."""

from screening.admin.flow import flow
from tests.screening.engine.checks import check, device, several, when, where, yes_no

CHECK = check(
    yes_no("toxin", "botox"),
    when("toxin-when", "botox", after="toxin", if_=("has",)),
    where("toxin-where", "botox", after="toxin", if_=("has",), areas=("cheeks", "jaw")),
    several("skin", "acne", "spots"),
    where("acne-where", "acne", after="skin", if_=("acne",), areas=("cheeks", "jaw")),
    devices=(device("mini"),),
)
ADDRESSES = {question.key: f"/{question.key}/" for question in CHECK.questions}
FLOW = flow(CHECK, ADDRESSES)


def effects(question) -> dict[str, tuple[str, ...]]:
    return {answer.label: answer.effects for answer in question.answers}


def test_follow_ups_stand_below_what_they_follow():
    shown = [(asked.number, asked.address, [below.number for below in asked.follow_ups]) for asked in FLOW]
    assert shown == [(1, "/toxin/", [2, 3]), (4, "/skin/", [5])]


def test_each_question_says_when_it_is_asked():
    first, _ = FLOW
    opener, text = first.answers[0].label, first.text
    assert first.asked == "Asked of everybody."
    assert first.follow_ups[0].asked == f"Asked only after “{opener}” to “{text}”"
    assert first.follow_ups[0].supplied.startswith("Answered by giving a date, or “I am not sure”. About: ")
    assert first.follow_ups[1].supplied.startswith("Answered by choosing areas, or “I am not sure”. About: ")
    assert first.follow_ups[0].answers == ()


def test_each_answer_says_what_it_means_opens_and_closes():
    toxin, skin = map(effects, FLOW)
    name = CHECK.conditions["botox"].name
    assert list(toxin.values()) == [
        (f"means: {name}", "opens questions 2 and 3"),
        ("means: none of what this question is about", "closes questions 2 and 3, as if answered with no"),
        (
            "leaves open all that is not answered with yes",
            "does not open questions 2 and 3, but what that would tell stays open",
        ),
    ]
    acne, spots = CHECK.conditions["acne"].name, CHECK.conditions["spots"].name
    assert list(skin.values()) == [
        (f"means: {acne}", "opens question 5"),
        (f"means: {spots}",),
        ("means: none of what this question is about", "closes question 5, as if answered with no"),
        (
            "leaves open all that is not answered with yes",
            "does not open question 5, but what that would tell stays open",
        ),
    ]
