"""Two people at work on questions: who saves second loses nothing of what the first deleted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.guides.admin.filled import address, another_editor, filled, opened


def test_an_option_of_a_question_with_what_it_means(as_editor, draft):
    question = draft.questions.get(key="fever")
    page = address(question)
    mine = opened(as_editor, page, **{"options-0-label": "Yes, I have"})
    other = another_editor()
    assert other.post(page, opened(other, page, **{"options-0-DELETE": "on"})).status_code == 302
    told = as_editor.post(page, mine)
    assert as_editor.post(page, filled(told)).status_code == 302
    option = question.options.get(key="yes")
    assert (option.label, [condition.key for condition in option.affirms.all()]) == ("Yes, I have", ["fever"])


def test_a_question_that_is_gone_is_left_out_of_the_questionnaire(as_editor, draft):
    """Its page held a place only; a question is made on a page of its own."""
    page = address(draft)
    mine = opened(as_editor, page, title="Mine")
    other = another_editor()
    fever = draft.questions.get(key="fever")
    assert other.post(f"/admin/screening/question/{fever.pk}/delete/", {"post": "yes"}).status_code == 302
    told = as_editor.post(page, mine)
    assert "Deleted question “" in told.content.decode()
    assert as_editor.post(page, filled(told)).status_code == 302
    draft.refresh_from_db()
    assert (draft.title, [question.key for question in draft.questions.all()]) == ("Mine", ["metal", "where"])


@pytest.mark.parametrize("shown", ["questionnaire", "question", "scenario"])
def test_the_questionnaire_is_assembled_once_for_a_page(as_editor, draft, shown):
    """Only assembly reads the rules of conditions."""
    row = {"questionnaire": draft, "question": draft.questions.first(), "scenario": draft.scenarios.get()}[shown]
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(address(row))
    assert sum('FROM "guides_rule"' in query["sql"] for query in queries) == 1
