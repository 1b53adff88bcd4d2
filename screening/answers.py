"""The answers of one person: kept in a signed cookie in their own browser, and nowhere else."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse

from screening.engine import Answer, Answers

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
        super().__init__("We cleared your answers after 30 minutes to protect your privacy.")


class OtherEdition(Unusable):
    def __init__(self) -> None:
        super().__init__("The questions have been updated since you started, so we cleared your answers.")


def read(cookies: Mapping[str, str], *, edition: int, at: dt.datetime) -> Answers | None:
    """The answers given to this edition of the questionnaire; None where there is no cookie.

    Raises Unusable for whatever else a browser may send.
    """
    if not (cookie := cookies.get(COOKIE)):
        return None
    number, answered_at, answers = _opened(cookie)
    if at - answered_at > MAX_AGE:
        raise TooOld
    if number != edition:
        raise OtherEdition
    return answers


def keep(response: HttpResponse, answers: Answers, *, edition: int, at: dt.datetime) -> None:
    """Send the answers back to the browser, where they are accepted for half an hour from ``at``."""
    written = {question: sorted(answer) for question, answer in answers.items()}
    response.set_cookie(
        COOKIE,
        _signer.sign_object([edition, int(at.timestamp()), written], compress=True),
        path=PATH,
        secure=not settings.DEBUG,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def _opened(cookie: str) -> tuple[int, dt.datetime, dict[str, Answer]]:
    """Raises Unreadable; what is signed may still be of an older shape."""
    try:
        edition, seconds, written = _signer.unsign_object(cookie)
        return edition, dt.datetime.fromtimestamp(seconds, dt.UTC), _answers(written)
    except (BadSignature, AttributeError, OverflowError, TypeError, ValueError) as error:
        raise Unreadable from error


def _answers(written: dict[str, Any]) -> dict[str, Answer]:
    return {question: frozenset(map(str, answer)) for question, answer in written.items()}
