from itertools import chain, combinations
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import Kind, Role, fault
from screening.forms import AnswerForm
from tests.screening.examples import checklist

CHECK = checklist().check
UNSURE = "answer=not-sure"


@pytest.mark.parametrize(
    ("key", "posted", "answer"),
    [
        ("implant", "answer=has", {"has"}),
        ("skin", "answer=spots&answer=thyroid", {"spots", "thyroid"}),
        ("skin", "answer=none", {"none"}),
        ("skin", "answer=spots&answer=not-sure", {"spots", "not-sure"}),
        ("where", "answer=jaw&answer=neck", {"jaw", "neck"}),
        ("where", UNSURE, {"not-sure"}),
        ("when", UNSURE, {"not-sure"}),
        ("when", "day=7&month=03&year=2026", {"2026-03-07"}),
        ("when", "day=+7+&month=3&year=2026", {"2026-03-07"}),
        ("when", "day=31&month=1&year=2099", {"2099-01-31"}),
        ("when", "day=29&month=2&year=2028", {"2028-02-29"}),
    ],
)
def test_accepted(key, posted, answer):
    assert form(key, posted).cleaned_data["answer"] == answer


@pytest.mark.parametrize(
    ("key", "posted", "code", "message"),
    [
        ("implant", "", "blank", "Select an answer. If you do not know, select “I am not sure”."),
        ("skin", "", "blank", "Select what applies to you, or select “No to: Do you have any of these?”."),
        ("where", "", "blank", "Select where it is, or select “I am not sure”."),
        ("when", "", "blank", "Enter the date, or select “I am not sure”."),
        ("when", "day=+&month=&year=", "blank", "Enter the date, or select “I am not sure”."),
        ("implant", "answer=has&answer=none", "too-many", "Select one answer only."),
        ("implant", "answer=maybe", "unknown", "Select one of the answers on this page."),
        ("skin", "answer=spots&answer=maybe", "unknown", "Select one of the answers on this page."),
        (
            "skin",
            "answer=spots&answer=none",
            "contradiction",
            "You selected “Spots” and “No to: Do you have any of these?”. Select what applies to you, or only "
            "“No to: Do you have any of these?”.",
        ),
        (
            "where",
            "answer=eyes&answer=not-sure",
            "contradiction",
            "You selected “Around the eyes” and “I am not sure”. If you are unsure about any place, select only "
            "“I am not sure”: it counts for all of them.",
        ),
        (
            "skin",
            "answer=not-sure&answer=none",
            "contradiction",
            "You selected “I am not sure” and “No to: Do you have any of these?”. Select what applies to you, or only "
            "“No to: Do you have any of these?”.",
        ),
        ("implant", "answer=has&answer=not-sure", "too-many", "Select one answer only."),
        (
            "when",
            "day=7&month=3&year=2026&answer=not-sure",
            "unknown",
            "You entered a date and selected “I am not sure”. Do one of the two.",
        ),
    ],
)
def test_refused_with_what_to_do(key, posted, code, message):
    found = form(key, posted)
    assert not found.is_valid()
    ((error,),) = found.errors.as_data().values()
    assert (error.code, error.message) == (code, message)


@pytest.mark.parametrize(
    "posted",
    [
        "day=31&month=2&year=2026",
        "day=7&month=3",
        "day=7&month=3&year=26",
        "day=7&month=3&year=0026",
        "day=7&month=3&year=1899",
        "day=7&month=march&year=2026",
        "day=-7&month=3&year=2026",
        "day=7.0&month=3&year=2026",
        "day=\u0667&month=3&year=2026",
        "day=7&month=3&year=2_026",
        "day=7&month=3&year=99999999999999999999",
        "day=2026-03-07",
        "day=%00&month=3&year=2026",
    ],
)
def test_what_is_no_date_is_never_guessed(posted):
    found = form("when", posted)
    assert not found.is_valid()
    assert found.non_field_errors() == [
        "Enter a date with day, month and year as numbers, such as 27 3 2026, or select “I am not sure”."
    ]


@given(
    st.sampled_from([question.key for question in CHECK.questions]),
    st.lists(st.text() | st.sampled_from(["has", "none", "not-sure", "spots", "thyroid", "jaw"]), max_size=4),
    st.lists(st.text() | st.integers(-1, 3000).map(str), min_size=3, max_size=3),
)
def test_what_the_form_accepts_the_engine_accepts(key, answer, date):
    posted = QueryDict(mutable=True)
    posted.setlist("answer", answer)
    posted.update(dict(zip(("day", "month", "year"), date, strict=True)))
    question = CHECK.question(key)
    found = AnswerForm(question, posted)
    if found.is_valid():
        assert fault(question, found.cleaned_data["answer"]) is None
    else:
        assert found.non_field_errors()


@pytest.mark.parametrize("key", [question.key for question in CHECK.questions])
def test_of_all_sets_of_boxes_only_those_that_make_sense_are_accepted(key):
    """One box, or several yeses where several may be given, in a list with a doubt; none at all, and a yes beside a no,
    never."""
    question = CHECK.question(key)
    boxes = [option.key for option in question.options]
    yeses = {option.key for option in question.options if option.role is Role.AFFIRMS}
    go_together = {Kind.SEVERAL: {*yeses, "not-sure"}, Kind.WHERE: yeses}.get(question.kind, set())
    for chosen in chain.from_iterable(combinations(boxes, size) for size in range(len(boxes) + 1)):
        posted = urlencode([("answer", box) for box in chosen])
        expected = len(chosen) == 1 or (len(chosen) > 1 and set(chosen) <= go_together)
        assert form(key, posted).is_valid() == expected, f"{key}: {chosen}"


def form(key: str, posted: str) -> AnswerForm:
    found = AnswerForm(CHECK.question(key), QueryDict(posted))
    found.is_valid()
    return found
