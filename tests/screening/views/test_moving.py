"""A new edition, or a withdrawal, while somebody is answering (design.md 5: editions never change; people move on)."""

import pytest

from guides.documents import Document
from guides.models import Edition, Withdrawal
from screening.answers import AfterStop
from tests import factories
from tests.screening.examples import NO, questionnaire
from tests.screening.live import LONG_AGO, carrying, kept, publish, question_on, reply

HAS = frozenset({"has"})


def test_answers_to_questions_that_are_the_same_are_kept_and_the_rest_is_asked(client, check):
    carrying(client, {**NO, "metal": HAS})
    publish(reworded("fever"), number=2)
    response = client.get("/check/result/")
    assert (response.status_code, response["Location"]) == (303, "/check/3/")
    asked = client.get("/check/3/")
    assert "We have updated 1 question since you started. Your other answers are kept." in asked.text
    assert reply(client, "/check/3/", answer="none")["Location"] == "/check/answers/"
    assert kept(client).answers == {**NO, "metal": HAS}
    assert "since you started" not in client.get("/check/answers/").text


def test_whoever_had_answered_everything_else_sees_what_to_do_on_the_list(client, check):
    carrying(client, NO)
    publish({**questionnaire(), "title": "Check better"}, number=2)
    assert client.get("/check/result/")["Location"] == "/check/answers/"
    assert "We have updated this check since you started. Your answers are kept." in client.get("/check/answers/").text
    assert kept(client).edition == 2


def test_an_answer_to_a_question_of_the_edition_before_is_not_taken_for_another(client, check):
    """The new edition asks something else at this number."""
    carrying(client, {"implant": frozenset({"none"})})
    document = questionnaire()
    document["questions"].insert(1, reworded("feeding")["questions"][1] | {"key": "nursing"})
    publish(document, number=2)
    response = client.post("/check/2/", {"answer": "has"})
    assert (response.status_code, response["Location"]) == (303, "/check/2/")
    assert kept(client).answers == {"implant": {"none"}}


def test_an_answer_goes_to_the_question_that_was_on_its_page(client, check):
    """In another window, a change has brought another question to this number."""
    carrying(client, NO)
    sent = question_on(client, "/check/5/")
    carrying(client, {**NO, "botulinum": HAS})
    response = client.post("/check/5/", {"answer": "none", **sent})
    assert (response.status_code, response["Location"]) == (303, "/check/5/")
    assert kept(client).answers == {**NO, "botulinum": HAS}


def test_an_answer_that_does_not_say_to_which_question_is_not_taken(client, check):
    carrying(client, {"implant": frozenset({"none"})})
    response = client.post("/check/2/", {"answer": "none"})
    assert (response.status_code, response["Location"]) == (303, "/check/2/")
    assert kept(client).answers == {"implant": {"none"}}


def test_the_start_leads_on_to_the_questions_that_have_changed(client, check):
    carrying(client, NO)
    publish(reworded("fever"), number=2)
    text = client.get("/check/").text
    assert "We have updated 1 question" in text
    assert 'href="/check/3/"' in text


def test_what_was_done_after_a_stop_is_not_forgotten_with_the_edition(client, check):
    carrying(client, NO, after_stop=AfterStop.CHANGED_IT)
    publish(reworded("fever"), number=2)
    client.get("/check/3/")
    assert kept(client).after_stop is AfterStop.CHANGED_IT


@pytest.mark.parametrize("path", ["/check/3/", "/check/answers/", "/check/result/"])
def test_a_withdrawn_edition_stops_whoever_was_answering_it(client, check, path):
    carrying(client, NO)
    publish(reworded("fever"), number=2)
    withdraw(check)
    response = client.get(path)
    assert response.status_code == 410
    assert "<strong>Why.</strong> It asked the wrong thing." in response.text
    assert "<strong>What to do.</strong> Ask your doctor." in response.text
    assert "Start again with edition 2" in response.text
    assert "/devices/the-" not in response.text
    assert client.post("/check/3/", {"answer": "none"}).status_code == 410
    assert "The questions that you were answering have been withdrawn" in client.get("/check/").text
    client.post("/check/")
    assert client.get("/check/1/").status_code == 200


def test_where_the_one_before_is_live_again_they_start_with_that(client, check):
    second = publish(reworded("fever"), number=2)
    carrying(client, NO, edition=2)
    withdraw(second)
    response = client.get("/check/answers/")
    assert response.status_code == 410
    assert "Start again with edition 1" in response.text


def test_where_nothing_is_live_any_more_the_reason_is_said_too(client, check):
    carrying(client, NO)
    withdraw(check)
    response = client.get("/check/3/")
    assert response.status_code == 503
    assert "<strong>Why.</strong> It asked the wrong thing." in response.text


def reworded(key: str) -> Document:
    document = questionnaire()
    rows = [row | {"text": f"Really? {row['text']}"} if row["key"] == key else row for row in document["questions"]]
    return {**document, "questions": rows}


def withdraw(edition: Edition) -> None:
    words = {"reason": "It asked the wrong thing.", "advice": "Ask your doctor."}
    Withdrawal.objects.create(edition=edition, at=LONG_AGO, by=factories.user(), **words)
