"""When reviews are due, for people's own calendars: an address that needs no session, signed for one person."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from icalendar import Calendar, Event

from guides.models import Edition


def address(user: User) -> str:
    """Works as long as ``user`` may read drafts and keeps the password: a new one ends it."""
    return reverse("guides:review_calendar", args=[_signer(user).sign(str(user.pk))])


def may_read(token: str) -> bool:
    """Whether somebody who may read drafts was given this."""
    pk = token.partition(":")[0]
    user = User.objects.filter(pk=pk, is_staff=True).first() if pk.isdecimal() else None
    if user is None:
        return False
    try:
        _signer(user).unsign(token)
    except BadSignature:
        return False
    return user.has_perm("guides.view_guide")


def review_calendar(editions: Iterable[Any], page: Callable[[Edition], str]) -> Calendar:
    """One day for each edition that says when it is to be reviewed (``review_by``), under a name that stays the same
    from edition to edition. ``page`` gives the address to go to."""
    calendar = Calendar.new(name="Reviews due", prodid="-//Celliara//Reviews due//EN", uid="reviews-due@celliara")
    for edition in editions:
        if edition.review_by:
            calendar.add_component(_event(edition, page(edition)))
    return calendar


def _event(edition: Any, url: str) -> Event:
    return Event.new(
        uid=f"{edition.kind}-{edition.key}-review@celliara",
        stamp=edition.published_at,
        start=dt.date.fromisoformat(edition.review_by),
        summary=f"Review due: {edition.title}",
        description=f"Edition {edition.number} of the {edition.kind} is to be reviewed by this day.",
        url=url,
    )


def _signer(user: User) -> Signer:
    return Signer(salt=f"guides.review_calendar.{user.get_session_auth_hash()}")
