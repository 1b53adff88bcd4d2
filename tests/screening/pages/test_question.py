import pytest
from django.http import QueryDict

from screening.forms import AnswerForm
from screening.pages.question import QuestionPage, question_page
from tests.screening.examples import checklist


def test_a_single_question():
    page = _page("implant", number=1)
    assert (page.text, page.why) == ("Do you have an implant?", "Why implant")
    assert (page.input_type, page.back) == ("radio", "/check/")
    assert [(choice.id, choice.value, choice.label) for choice in page.choices] == [
        ("answer-1", "has", "Has"),
        ("answer-2", "none", "No to: Do you have an implant?"),
        ("answer-3", "not-sure", "I am not sure"),
    ]
    assert [choice.comes_after_or for choice in page.choices] == [False, False, True]
    assert not any(choice.is_chosen for choice in page.choices), "Nothing is chosen for anybody."


def test_a_question_with_several_answers():
    page = _page("skin", number=8)
    assert (page.input_type, page.back) == ("checkbox", "/check/7/")
    assert [choice.value for choice in page.choices] == ["spots", "thyroid", "melasma", "not-sure", "none"]
    assert [choice.comes_after_or for choice in page.choices] == [False, False, False, False, True]
    assert [choice.unticks for choice in page.choices] == [False, False, False, False, True], (
        "design.md 6: “No, none of these” is exclusive, and nothing else is."
    )


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("skin", "You can select this beside what applies to you. It counts for all that you do not select."),
        ("where", "If you are unsure about any place, select only “I am not sure”: it counts for all of them."),
        ("implant", ""),
        ("when", ""),
    ],
)
def test_who_knows_one_thing_and_doubts_another_reads_what_the_doubt_counts_for(key, hint):
    assert [choice.hint for choice in _page(key).choices if choice.value == "not-sure"] == [hint]
    assert {choice.hint for choice in _page(key).choices if choice.value != "not-sure"} <= {""}


def test_where_is_it():
    page = _page("where")
    assert [choice.label for choice in page.choices] == [
        "Forehead",
        "Temples",
        "Around the eyes",
        "Cheeks",
        "Mouth and chin",
        "Jaw",
        "Neck",
        "I am not sure",
    ]
    assert (page.input_type, page.choices[-1].comes_after_or) == ("checkbox", True)
    assert [(area.code, area.input) for area in page.map.areas] == [
        (choice.value, choice.id) for choice in page.choices[:-1]
    ]
    assert _page("skin").map is None


def test_when_was_it():
    page = _page("when")
    assert [field.label for field in page.date] == ["Day", "Month", "Year"]
    assert [choice.value for choice in page.choices] == ["not-sure"]
    assert page.error_at == "id_day"


def test_what_was_answered_before_is_ticked_or_typed():
    assert [choice.value for choice in _page("skin", given={"spots", "thyroid"}).choices if choice.is_chosen] == [
        "spots",
        "thyroid",
    ]
    doubting = _page("skin", given={"spots", "not-sure"})
    assert [choice.value for choice in doubting.choices if choice.is_chosen] == ["spots", "not-sure"]
    dated = _page("when", given={"2026-03-07"})
    assert [field.value() for field in dated.date] == [7, 3, 2026]
    assert not dated.choices[0].is_chosen
    assert _page("when", given={"not-sure"}).choices[0].is_chosen


def test_what_was_refused_stays_as_it_was():
    page = _page("skin", posted="answer=spots&answer=none")
    assert [choice.value for choice in page.choices if choice.is_chosen] == ["spots", "none"]
    assert page.error.startswith("You selected “Spots” and “No to: Do you have any of these?”.")
    assert page.error_at == page.choices[0].id
    assert [field.value() for field in _page("when", posted="day=31&month=x").date] == ["31", "x", None]


def _page(key: str, *, number: int = 2, given=frozenset(), posted: str = "") -> QuestionPage:
    check = checklist()
    data = QueryDict(posted) if posted else None
    question = check.check.question(key)
    return question_page(check.document, number, AnswerForm(question, data, given=frozenset(given)))
