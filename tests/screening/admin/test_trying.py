"""A question of the draft, tried: as visitors see it, with nothing kept and nothing in an address."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from screening.admin.trying import following
from screening.engine import Disposition
from screening.models import Question
from tests import factories
from tests.screening.examples import NO, checklist

CHECK = checklist().check


def address(key: str) -> str:
    return f"/admin/screening/question/{Question.objects.get(key=key).pk}/try/"


def given(response) -> dict:
    return json.loads(response.context["given"])


def test_the_question_is_shown_as_visitors_see_it(as_editor, live):
    response = as_editor.get(address("metal"))
    text = response.content.decode()
    assert '<legend class="ask-legend"><h1 class="check-heading" tabindex="-1">Does metal apply to you?</h1>' in text
    assert [choice.label for choice in response.context["question"].choices] == ["Yes", "No", "Unsure"]
    assert "no-store" in response["Cache-Control"]
    assert set(response.cookies) == {"csrftoken"}


def test_a_yes_asks_the_follow_up_and_then_says_what_comes_out(as_editor, live):
    shown = as_editor.post(address("metal"), {"asked": "metal", "given": "{}", "answer": "yes"})
    assert (shown.status_code, shown.context["question"].text, given(shown)) == (
        200,
        "Where is it?",
        {"metal": ["yes"]},
    )
    shown = as_editor.post(address("metal"), {"asked": "where", "given": '{"metal": ["yes"]}', "answer": ["jaw"]})
    (line,) = shown.context["came_out"]
    assert (line.level, line.titles, line.because) == (Disposition.ASK, ("Wave",), ("metal in face",))
    assert shown.context["told_as"] == "“Yes” to “Does metal apply to you?” and “jaw” to “Where is it?”"
    assert shown.context["outcome"].heading == "Talk to a clinician before you use a facial microcurrent device"


def test_a_date_is_told_by_how_long_before_the_check_it_lies(as_editor, live):
    fever = Question.objects.get(key="fever")
    when = factories.question(fever.questionnaire, "when", kind="when", position=40, text="Since when?")
    when.options.all().delete()
    when.ask_if.set(fever.options.filter(key="yes"))
    date = {"day": "1", "month": "1", "year": "2025"}
    shown = as_editor.post(address("when"), {"asked": "when", "given": '{"fever": ["yes"]}', **date})
    assert shown.context["told_as"].endswith(" days before the check” to “Since when?”")


def test_a_no_comes_out_at_once(as_editor, live):
    shown = as_editor.post(address("metal"), {"asked": "metal", "given": "{}", "answer": "no"})
    assert [line.words for line in shown.context["came_out"]] == ["No reason found"]
    assert "“no” to everything" in shown.content.decode()


def test_a_follow_up_is_tried_as_if_it_had_been_opened(as_editor, live):
    shown = as_editor.get(address("where"))
    assert (shown.context["question"].text, given(shown)) == ("Where is it?", {"metal": ["yes"]})


def test_a_refused_answer_says_why_with_422(as_editor, live):
    shown = as_editor.post(address("metal"), {"asked": "metal", "given": "{}"})
    assert (shown.status_code, shown.context["question"].error) == (
        422,
        "Select an answer. If you do not know, select “Unsure”.",
    )


@pytest.mark.parametrize("sent", ["", "[", "[1]", '"no"', '{"metal": 1}', '{"metal": ["nonsense"]}'])
def test_what_no_form_of_ours_brought_back_counts_for_nothing(as_editor, live, sent):
    shown = as_editor.post(address("metal"), {"given": sent})
    assert (shown.status_code, shown.context["question"].text) == (200, "Does metal apply to you?")


def test_nothing_is_written(as_editor, live):
    where = address("metal")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        as_editor.post(where, {"asked": "metal", "given": "{}", "answer": "yes"})
    assert {query["sql"].split()[0] for query in queries.captured_queries} == {"SELECT"}, "Rule 7: no answer is stored."


def test_a_draft_that_cannot_be_followed_says_so(as_editor, live):
    Question.objects.get(key="where").ask_if.add(Question.objects.get(key="fever").options.get(key="yes"))
    assert "“where” follows more than one question." in as_editor.get(address("where")).content.decode()


def test_it_is_for_those_who_may_read_the_draft(client, live):
    assert factories.signed_in(factories.user("nobody")).get(address("metal")).status_code == 403
    assert client.get(address("metal")).status_code == 302


def test_only_what_the_question_opens_is_asked():
    skin = CHECK.question("skin")
    assert following(CHECK, skin, {}) == skin
    assert following(CHECK, skin, {"skin": frozenset({"spots"})}) == CHECK.question("spots-where")
    assert following(CHECK, skin, {"skin": frozenset({"none"})}) is None
    assert following(CHECK, skin, NO) is None
