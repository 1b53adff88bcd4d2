"""Answers that are called like nothing else (sentinels), given along every kind of path and then looked for everywhere.

design.md 7: no answer is ever stored on the server, written to a log, or put in an address.
"""

import logging
import pickle
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import caches
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guides.documents import Document
from screening.answers import COOKIE
from screening.recall import COOKIE as LAST_RESULT
from screening.urls import urlpatterns
from tests.screening.examples import alpha, beta, gamma, questionnaire
from tests.screening.live import publish, reply

type Seen = list[tuple[str, HttpResponse]]

YES, NO, UNSURE = "sentinelyes", "sentinelno", "sentinelunsure"
SENTINEL = re.compile(rf"{YES}|{NO}|{UNSURE}|(?<!\d)1987(?!\d)")
"""1987 is the year of a date that is given; among the digits of a moment it is nothing."""

RENAMED = {"has": YES, "spots": YES, "none": NO, "not-sure": UNSURE}
SENT = [
    ("/check/", {}),
    ("/check/1/", {"answer": YES}),
    ("/check/1/", {"mistake": "yes"}),
    ("/check/1/", {"answer": NO}),
    ("/check/2/", {"answer": UNSURE}),
    ("/check/3/", {}),
    ("/check/3/", {"answer": [YES, NO]}),
    ("/check/3/", {"answer": NO}),
    ("/check/4/", {"answer": YES}),
    ("/check/5/", {"day": "31", "month": "2", "year": "1987"}),
    ("/check/5/", {"day": "17", "month": "4", "year": "1987"}),
    ("/check/6/", {"answer": ["jaw", "cheeks"]}),
    ("/check/7/", {"answer": NO}),
    ("/check/8/", {"answer": [YES, "thyroid"]}),
    ("/check/9/", {"answer": "neck"}),
    ("/check/10/", {"answer": NO}),
]
PLAIN = [f"/check/{address.pattern}" for address in urlpatterns if "<" not in str(address.pattern)]
"""Every address of the check that needs no number."""


@pytest.fixture
def secret(db) -> None:
    for document in (alpha(), beta(), gamma()):
        publish(document)
    publish(renamed(questionnaire()))


def test_no_answer_is_found_in_the_database_or_in_what_is_asked_of_it(secret, client):
    before = all_rows()
    with CaptureQueriesContext(connection) as queries:
        drive(client)
    assert all_rows() == before, "Not one row of any table is written, changed or deleted."
    assert_secret("a query", (query["sql"] for query in queries))


def test_no_answer_is_found_in_logs_mail_or_caches(secret, client, caplog):
    caplog.set_level(logging.DEBUG)
    drive(client)
    assert_secret("a log", [caplog.text, *(repr(vars(record)) for record in caplog.records)])
    assert_secret("a cache", (repr(pickle.dumps(vars(caches[name])["_cache"])) for name in caches))
    assert mail.outbox == []


def test_no_answer_is_found_in_addresses_or_headers(secret, client):
    seen = drive(client)
    publish({**renamed(questionnaire()), "title": "Check better"}, number=2)
    for path, response in [*seen, *get(client, "/check/answers/", "/check/result/")]:
        cookies = {name: str(cookie) for name, cookie in response.cookies.items() if name != COOKIE}
        assert_secret("an address or a header", [path, *map(str, response.items())])
        assert_secret("a cookie but that of the answers", cookies.values())
        assert cookies.keys() <= {LAST_RESULT, "csrftoken"}
        assert response["Referrer-Policy"] in {"no-referrer", "same-origin"}, (
            "No other site learns where one came from."
        )


def test_no_answer_is_found_in_the_report_of_an_error(secret, caplog, settings):
    """A real one: this edition lacks what the list of answers shows."""
    settings.ADMINS = ["somebody@example.org"]
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    document = renamed(questionnaire())
    for row in document["questions"]:
        del row["topic"]
    publish(document, number=2)
    client = Client(raise_request_exception=False)
    failed = [path for path, response in drive(client) if response.status_code == 500]
    assert "/check/answers/" in failed
    assert len(mail.outbox) == len(failed)
    assert all("KeyError" in message.body for message in mail.outbox)
    assert_secret("a report", [caplog.text, *(message.subject + message.body for message in mail.outbox)])


def test_the_check_works_with_a_database_that_cannot_be_written(secret, client):
    with read_only():
        with pytest.raises(DatabaseError), transaction.atomic():
            Group.objects.create(name="Nobody")
        statuses = [response.status_code for _, response in drive(client)]
    assert set(statuses) == {200, 204, 303, 404, 405, 422}


def drive(client: Client) -> Seen:
    """To a stop and back, to errors, to follow-ups and to a result, in whole pages and in parts; and away again."""
    seen = []
    for path, answer in SENT:
        seen += [(path, reply(client, path, **answer)), *get(client, path)]
    seen += [(path, client.get(path, headers={"HX-Request": "true"})) for path in ("/check/1/", *PLAIN)]
    seen += get(client, *PLAIN, "/check/99/", "/recall/", "/")
    return [*seen, ("/check/clear/", client.post("/check/clear/"))]


def get(client: Client, *paths: str) -> Seen:
    return [(path, client.get(path, headers={"Referer": "http://testserver/check/3/"})) for path in paths]


def renamed(document: Document) -> Document:
    """``document`` with the sentinels as keys of its options."""
    for row in document["questions"]:
        row["options"] = [{**option, "key": RENAMED.get(option["key"], option["key"])} for option in row["options"]]
        row["ask_if"] = [f"{question}/{YES}" for question, _, _ in (name.partition("/") for name in row["ask_if"])]
    return document


def all_rows() -> dict[str, list[tuple]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: cursor.execute(f"SELECT * FROM {table}") and cursor.fetchall() for table in tables}


def assert_secret(place: str, texts: Iterable[str]) -> None:
    found = [text for text in texts if SENTINEL.search(text)]
    assert found == [], f"design.md 7: no answer is ever in {place}."


@contextmanager
def read_only() -> Iterator[None]:
    """Every write is refused by the database itself."""
    on_sqlite = connection.vendor == "sqlite"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON" if on_sqlite else "SET TRANSACTION READ ONLY")
        try:
            yield
        finally:
            if on_sqlite:
                cursor.execute("PRAGMA query_only = OFF")
