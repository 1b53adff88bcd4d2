"""Every edition of the questionnaire, for everybody to read."""

import datetime as dt
import hashlib
from copy import deepcopy

import feedparser
import pytest
from django.test import Client

from guides.models import Approval, Edition, Withdrawal
from screening.answers import COOKIE
from screening.engine import PROMISES
from screening.pages.proof_report import proof_report
from tests import factories
from tests.screening.examples import NO, questionnaire
from tests.screening.live import LONG_AGO, carrying, publish

PATHS = ["/check/editions/", "/check/editions/1/", "/check/editions/1.json", "/check/editions/feed/"]


@pytest.mark.parametrize("path", PATHS)
def test_any_cache_may_keep_it_and_it_sets_no_cookie(client, check, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=300"
    assert response.headers.get("Vary", "") == ""
    assert not response.cookies


@pytest.mark.parametrize("path", PATHS)
def test_it_is_the_same_for_somebody_with_answers(client, check, path):
    assert carrying(Client(), NO).get(path).content == client.get(path).content


def test_what_is_not_there_is_private_like_the_rest_of_the_check(client, check):
    assert client.get("/check/editions").headers["Cache-Control"] == "no-store"
    assert client.get("/check/editions/2/").status_code == 404
    assert client.get("/check/editions/2.json").status_code == 404


def test_the_list_names_dates_approver_and_state(client, check):
    softened(check)
    reviewer = factories.user("grace", first_name="Grace", last_name="Hopper")
    Approval.objects.create(
        kind=check.kind,
        key=check.key,
        sha256=check.sha256,
        by=reviewer,
        at=LONG_AGO,
        credential="consultant neurologist",
        conflict_of_interest="none",
    )
    text = client.get("/check/editions/").text
    assert text.index("Edition 2</a>") < text.index("Edition 1</a>")
    assert text.count(">Live<") == text.count(">Superseded<") == 1
    assert "Approved by Grace Hopper, consultant neurologist, on 1 January 2020. Conflicts of interest: none" in text
    assert text.count("Not approved by a clinician.") == 1


def test_what_is_milder_comes_before_other_changes(client, check):
    softened(check)
    text = client.get("/check/editions/2/").text
    assert "“a condition called feeding”, microcurrent, if present: was “ask" in text
    assert text.index("Milder than before") < text.index("Other rules") < text.index("Questions asked in another way")
    assert "Are you feeding a baby?" in text
    assert "This is the first edition" in client.get("/check/editions/1/").text


def test_a_withdrawn_edition_says_why_and_what_to_do(client, check):
    withdraw(check)
    for path in PATHS[:2]:
        text = client.get(path).text
        assert "A rule was too mild." in text
        assert "Take the check again." in text
    assert "Do not rely on a result that came from it." in client.get("/check/editions/1/").text


def test_the_json_is_what_the_hash_was_taken_of(client, check):
    response = client.get("/check/editions/1.json")
    assert response["Content-Type"] == "application/json"
    assert hashlib.sha256(response.content).hexdigest() == check.sha256
    assert response["ETag"] == f'"{check.sha256}"'


def test_an_edition_without_a_report_of_its_proof_says_so(client, check):
    assert "No report of a proof was kept with this edition" in client.get("/check/editions/1/").text


def test_what_was_proved_of_an_edition_is_told_in_numbers(client, starter):
    """Of the starter's own, as it was published."""
    edition = Edition.objects.get(kind="questionnaire")
    text = " ".join(client.get("/check/editions/1/").text.split())
    assert f"<strong>{edition.attested['answer_sets']:,}</strong> sets of answers" in text
    assert text.count("Kept by all.") == len(PROMISES)
    assert "Broken in" not in text
    assert edition.attested["digest"] in text


def test_a_promise_that_was_broken_is_not_said_to_be_kept():
    promises = {"1": 0, "2": 3}
    report = proof_report({"by": "engine 1", "answer_sets": 8, "promises": promises, "beside": {"alpha": 1}})
    assert report is not None
    assert [(promise.number, promise.breaches) for promise in report.promises] == [(1, 0), (2, 3)]
    assert (report.devices, report.outcomes, report.digest) == (1, 0, "")


def test_an_edition_that_is_not_in_use_yet_is_not_shown(client, check):
    tomorrow = dt.datetime(2999, 1, 1, tzinfo=dt.UTC)
    document = questionnaire()
    factories.edition("questionnaire", document["key"], 2, at=tomorrow, document=document, slug="check")
    assert "Edition 2" not in client.get("/check/editions/").text
    assert client.get("/check/editions/2/").status_code == 404
    assert client.get("/check/editions/2.json").status_code == 404


def test_the_feed_names_every_edition_and_its_withdrawal(client, check):
    softened(check)
    withdraw(check)
    response = client.get("/check/editions/feed/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(response.content)
    assert not read.bozo
    assert [(entry.title, entry.link) for entry in read.entries] == [
        ("Edition 2 of “Check first”", "http://testserver/check/editions/2/"),
        ("Withdrawn: Edition 1 of “Check first”", "http://testserver/check/editions/1/"),
    ]


def test_the_result_leads_to_its_edition(client, check):
    assert 'href="/check/editions/1/"' in carrying(client, NO).get("/check/result/").text


def test_no_page_of_it_reads_the_answers(client, check):
    client.cookies[COOKIE] = "not signed by anybody"
    assert [client.get(path).status_code for path in PATHS] == [200] * len(PATHS)


@pytest.mark.parametrize("editions", [1, 3])
def test_queries_do_not_grow_with_editions(client, check, django_assert_num_queries, editions):
    for number in range(2, editions + 1):
        publish(questionnaire(), number)
    with django_assert_num_queries(4):  # the editions, their approvals, the live one, the next change
        client.get("/check/editions/")


def softened(check):
    document = deepcopy(questionnaire())
    document["references"]["condition"]["feeding"]["rules"][0]["if_present"] = "limited"
    document["questions"][1]["text"] = "Are you feeding a baby?"
    return publish(document, 2)


def withdraw(edition) -> None:
    by = factories.user("wendy")
    said = {"reason": "A rule was too mild.", "advice": "Take the check again."}
    Withdrawal.objects.create(edition=edition, at=LONG_AGO + dt.timedelta(days=1), by=by, **said)
