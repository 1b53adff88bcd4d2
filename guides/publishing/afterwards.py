"""What can be done about a published edition, which itself never changes: set its end, correct it, withdraw it."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User

from guides.models import Edition, Erratum, Expiry, Withdrawal
from guides.publishing.turn import turn


class Refused(Exception):
    """It cannot be done with this edition; the message says why. Nothing was written."""


def set_end(edition: Edition, *, by: User, at: dt.datetime, ends_at: dt.datetime | None) -> Expiry:
    """From ``ends_at`` on (earliest: ``at``) ``edition`` is no longer live, and nothing takes its place.

    None takes an end back that was set before. Raises Refused for an end before it goes live.
    """
    end = max(ends_at, at) if ends_at else None
    if end and end <= edition.live_from:
        raise Refused("It would end before it goes live. Choose a later end, or withdraw it.")
    return Expiry.objects.create(edition=edition, by=by, at=at, ends_at=end)


def correct(edition: Edition, *, by: User, at: dt.datetime, text: str) -> Erratum:
    """Put right what the note of ``edition`` says. The edition itself is corrected by publishing the next one.

    Raises Refused where the same stands beside it already: an erratum stays for ever.
    """
    with turn():
        if edition.errata.filter(text=text).exists():
            raise Refused("Exactly this stands beside it already.")
        return Erratum.objects.create(edition=edition, by=by, at=at, text=text)


def withdraw(
    edition: Edition,
    *,
    by: User,
    at: dt.datetime,
    reason: str,
    advice: str,
    way: str = Withdrawal.Way.BANNER,
    leads_to: str = "",
    also: Iterable[Edition] = (),
) -> Withdrawal:
    """Take ``edition`` back from ``at`` on; the one before it, if any, is live again.

    A page that is gone or leads elsewhere has nothing to come back to: the earlier editions are withdrawn with it.
    One that is still to go live does so all the same, unless it is among ``also``.
    Raises Refused for what is withdrawn already.
    """
    said = {"by": by, "at": at, "reason": reason, "advice": advice, "way": way, "leads_to": leads_to}
    with turn():
        if already := Withdrawal.objects.filter(edition__in=[edition, *also]).select_related("edition").first():
            raise Refused(f"{already.edition} is withdrawn already.")
        earlier = Edition.objects.up_to(edition) if way != Withdrawal.Way.BANNER else ()
        for each in {*earlier, *also} - {edition}:
            Withdrawal.objects.create(edition=each, **said)
        return Withdrawal.objects.create(edition=edition, **said)
