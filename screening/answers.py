"""The answers of one person: kept in a signed cookie in their own browser, and nowhere else."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse

from screening.engine import Answer, Answers
from screening.preferences import NO_PREFERENCES, Preferences

COOKIE = "answers"
PATH = "/check/"
MAX_AGE = dt.timedelta(minutes=30)

# Not Django's TimestampSigner, which asks the clock itself: here the moment is passed in.
_signer = Signer(salt="screening.answers.1")


class Unusable(Exception):
    """The cookie cannot be used. The message tells the person why."""


class Unreadable(Unusable):
    def __init__(self) -> None:
        super().__init__("Your answers could not be read, so we cleared them.")


class TooOld(Unusable):
    def __init__(self) -> None:
        super().__init__("To protect your privacy, we cleared your answers: the last was more than 30 minutes old.")


class AfterStop(IntEnum):
    """What somebody did after an answer of theirs had stopped them."""

    NOTHING = 0
    WAS_ASKED = 1
    CHANGED_IT = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cookie holds. ``edition``: which one of the questionnaire the answers were given to.

    ``updated``: how many questions have changed under the person's hands, until they answer the next one; None
    while nothing has. ``preferences`` are no answers: nothing is judged by them.
    """

    edition: int
    answers: Answers
    after_stop: AfterStop = AfterStop.NOTHING
    updated: int | None = None
    preferences: Preferences = NO_PREFERENCES


def read(cookies: Mapping[str, str], *, at: dt.datetime) -> Kept | None:
    """What the browser has kept; None where there is no cookie. Raises Unusable for whatever else it may send."""
    if not (cookie := cookies.get(COOKIE)):
        return None
    answered_at, kept = _opened(cookie)
    if at - answered_at > MAX_AGE:
        raise TooOld
    return kept


def keep(
    response: HttpResponse,
    answers: Answers,
    *,
    edition: int,
    at: dt.datetime,
    after_stop: AfterStop = AfterStop.NOTHING,
    updated: int | None = None,
    preferences: Preferences = NO_PREFERENCES,
) -> None:
    """Send the answers back to the browser, where they are accepted for half an hour from ``at``."""
    written = {question: sorted(answer) for question, answer in answers.items()}
    kept = [edition, int(at.timestamp()), written, after_stop, updated, preferences.written()]
    response.set_cookie(
        COOKIE,
        _signer.sign_object(kept, compress=True),
        path=PATH,
        secure=not settings.DEBUG,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def _opened(cookie: str) -> tuple[dt.datetime, Kept]:
    """Raises Unreadable; what is signed may still be of an older shape."""
    try:
        edition, seconds, written, after_stop, updated, wanted = _signer.unsign_object(cookie)
        answered_at = dt.datetime.fromtimestamp(seconds, dt.UTC)
        kept = Kept(int(edition), _answers(written), AfterStop(after_stop), updated, Preferences.read(wanted))
        return answered_at, kept
    except (BadSignature, AttributeError, OverflowError, TypeError, ValueError) as error:
        raise Unreadable from error


def _answers(written: dict[str, Any]) -> dict[str, Answer]:
    return {question: frozenset(map(str, answer)) for question, answer in written.items()}
