from screening.pages.answer_list import answer_list
from tests.screening.examples import visit


def test_topics_in_the_order_of_the_path():
    found = answer_list(visit(botulinum={"has"}, when=5, where={"forehead", "jaw"}))
    assert [(answer.topic, answer.said.words, answer.is_follow_up) for answer in found][3:7] == [
        ("Topic botulinum", ("Has",), False),
        ("Topic when", ("17 November 2026",), True),
        ("Topic where", ("Forehead", "Jaw"), True),
        ("Topic metal", ("No to: Do you have metal in your face?",), False),
    ]
    assert [answer.said.number for answer in found] == list(range(1, 10))


def test_not_sure_says_what_it_leads_to():
    unsure = {"not-sure"}
    found = answer_list(visit(implant=unsure, botulinum={"has"}, when=unsure, where=unsure))
    assert [answer.if_unsure.partition(",")[0] for answer in found if answer.if_unsure] == [
        "We take “I am not sure” as a reason to ask a professional",
        "We count from today.",
        "No area counts as free of it.",
    ]


def test_not_sure_beside_a_yes_says_that_it_is_of_the_rest():
    found = answer_list(visit(skin={"spots", "not-sure"}, spots_where={"jaw"}))
    (doubting,) = (answer for answer in found if answer.if_unsure)
    assert doubting.said.words == ("Spots", "of the rest: I am not sure")
    assert doubting.if_unsure.startswith("We take “I am not sure” as a reason to ask a professional, ")
    assert doubting.if_unsure.endswith(" Here it counts for all that you did not select.")
