"""Telling people, when they come back, that the edition that judged them has been withdrawn since.

The browser keeps which edition gave the last result, and on which day: no answer, and nothing of the result.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse

from guides.models import Edition

COOKIE = "last-result"
MAX_AGE = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class LastResult:
    edition: int
    on: dt.date


@dataclass(frozen=True, slots=True)
class Recall:
    """The result of ``on`` must not be relied on: ``reason`` says why, ``advice`` what to do."""

    on: dt.date
    reason: str
    advice: str


def recall(cookies: Mapping[str, str], *, at: dt.datetime) -> Recall | None:
    """None where no result is remembered, or the edition that gave it still stands."""
    last = last_result(cookies)
    if last is None:
        return None
    edition = Edition.objects.of("questionnaire").withdrawn(at).for_readers().numbered(last.edition)
    return Recall(last.on, edition.withdrawal.reason, edition.withdrawal.advice) if edition else None


def last_result(cookies: Mapping[str, str]) -> LastResult | None:
    """Anything else that a browser may send counts as nothing."""
    number, _, day = cookies.get(COOKIE, "").partition(".")
    try:
        return LastResult(int(number), dt.date.fromisoformat(day)) if number.isascii() else None
    except ValueError:
        return None


def remember(response: HttpResponse, last: LastResult) -> None:
    response.set_cookie(
        COOKIE,
        f"{last.edition}.{last.on.isoformat()}",
        max_age=MAX_AGE,
        path="/",
        secure=not settings.DEBUG,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path="/", samesite="Lax")
