"""Whoever was stopped is asked once whether it was a mistake, before they change the answer that stopped them."""

import pytest

from screening.answers import AfterStop
from tests.screening.examples import NO, beta, questionnaire
from tests.screening.live import carrying, kept, publish, reply

HAS = frozenset({"has"})
UNSURE = frozenset({"not-sure"})


def test_the_answer_that_stopped_them_is_asked_about_before_it_can_be_changed(client, check):
    carrying(client, {"implant": HAS})
    text = client.get("/check/1/").text
    assert "You told us: “Has”. Was that a mistake?" in text
    assert 'name="answer"' not in text
    refused = client.post("/check/1/", {"answer": "none"})
    assert (refused.status_code, refused["Location"]) == (303, "/check/1/")
    assert kept(client).answers == {"implant": HAS}


def test_a_mistake_can_be_mended_and_that_is_kept(client, check):
    carrying(client, {"implant": HAS})
    assert client.post("/check/1/", {"mistake": "yes"})["Location"] == "/check/1/"
    assert kept(client).after_stop is AfterStop.WAS_ASKED
    assert 'name="answer"' in client.get("/check/1/").text
    assert reply(client, "/check/1/", answer="none")["Location"] == "/check/2/"
    assert kept(client).after_stop is AfterStop.CHANGED_IT
    reply(client, "/check/2/", answer="none")
    assert kept(client).after_stop is AfterStop.CHANGED_IT, "It stands until they start again."


def test_what_is_true_is_kept_and_nobody_asks_again(client, check):
    carrying(client, {"implant": HAS})
    assert client.post("/check/1/", {"mistake": "no"})["Location"] == "/check/result/"
    assert kept(client).answers == {"implant": HAS}
    assert 'name="answer"' in client.get("/check/1/").text


def test_giving_the_same_answer_again_changes_nothing(client, check):
    carrying(client, {"implant": HAS}, after_stop=AfterStop.WAS_ASKED)
    reply(client, "/check/1/", answer="has")
    assert kept(client).after_stop is AfterStop.WAS_ASKED


def test_who_was_not_sure_is_asked_whether_they_know_now(client, check):
    assert "Do you know now?" in carrying(client, {"implant": UNSURE}).get("/check/1/").text


def test_who_was_not_sure_of_the_rest_is_asked_about_all_that_they_said(client, db):
    document = questionnaire()
    skin = next(row for row in document["questions"] if row["key"] == "skin")
    skin["options"][0]["affirms"] = ["spots", "implant"]
    publish(document)
    publish(beta())
    doubting = {**NO, "skin": frozenset({"spots", "not-sure"}), "spots-where": frozenset({"jaw"})}
    text = carrying(client, doubting).get("/check/6/").text
    assert "You told us: “Spots; of the rest: I am not sure”. Was that a mistake?" in text


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        ({**NO, "implant": HAS}, 2),
        ({**NO, "feeding": HAS}, 2),
        ({"implant": frozenset({"none"}), "feeding": HAS}, 2),
        ({"implant": frozenset({"none"}), "metal": HAS}, 2),
    ],
)
def test_nobody_is_asked_about_an_answer_that_did_not_stop_them(client, check, answers, number):
    assert 'name="answer"' in carrying(client, answers).get(f"/check/{number}/").text


def test_a_stop_for_one_device_counts_once_its_result_can_be_seen(client, check):
    """Alpha's label says never to use it with metal; Beta's says nothing."""
    answers = {**NO, "metal": HAS}
    assert "Was that a mistake?" in carrying(client, answers).get("/check/5/").text
    del answers["medicines"]
    assert 'name="answer"' in carrying(client, answers).get("/check/5/").text


def test_the_history_of_the_browser_does_not_tell(client, check):
    text = carrying(client, {"implant": HAS}).get("/check/1/").text
    assert "<title>Question 1, suitability check \N{EN DASH} Celliara</title>" in text
