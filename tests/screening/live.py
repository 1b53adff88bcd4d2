"""The example check as published, and people who come to its pages with answers."""

import datetime as dt
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from guides.documents import Document, sha256
from guides.models import Edition
from screening.answers import COOKIE, Kept, keep, read
from screening.engine import Answers
from tests import factories

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def publish(document: Document, number: int = 1) -> Edition:
    """An edition as publishing leaves it, without the checks."""
    names = {"slug": document["slug"], "title": document["title"], "sha256": sha256(document)}
    return factories.edition(document["kind"], document["key"], number, at=LONG_AGO, document=document, **names)


def carrying(
    client: Client, answers: Answers, *, edition: int = 1, at: dt.datetime | None = None, **more: Any
) -> Client:
    """``client`` with the cookie of somebody who gave these answers at ``at``, or just now."""
    response = HttpResponse()
    keep(response, answers, edition=edition, at=at or timezone.now(), **more)
    client.cookies[COOKIE] = response.cookies[COOKIE].value
    return client


def reply(client: Client, path: str, **answer: str | list[str]) -> HttpResponse:
    """What ``client`` gets for an answer given on the page of ``path``, which says which question it is."""
    return client.post(path, {**answer, **question_on(client, path)})


def question_on(client: Client, path: str) -> dict[str, list[str]]:
    """What the form there sends to say so; nothing where no question is asked."""
    found = re.findall(r'name="question" value="(\w+)"', client.get(path).text)
    return {"question": found} if found else {}


def kept(client: Client) -> Kept:
    """What the browser of ``client`` holds now."""
    found = read({COOKIE: client.cookies[COOKIE].value}, at=timezone.now())
    assert found is not None
    return found
