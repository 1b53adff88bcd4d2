"""The second factor of those who publish, approve, withdraw or change accounts: a code from an app, or a recovery code.

A session is asked for it once, when it first needs it, and never for reading or writing.
"""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_otp import verify_token
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10


class WrongCode(Exception):
    """The code was not accepted; the message says why, and what to do."""


def missing(request: HttpRequest) -> HttpResponse | None:
    """The way to what this person still has to show or set up; None where that was done in this session, or where no
    second factor is required (``SECOND_FACTOR``)."""
    if not settings.SECOND_FACTOR or request.user.is_verified():
        return None
    return way_to("verify" if device(request.user) else "second_factor", back_to=request.path)


def way_to(name: str, *, back_to: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse(f'guides:{name}')}?{urlencode({'next': back_to})}")


def device(user: User) -> TOTPDevice | None:
    """The person's app, if it has been set up."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def set_up(user: User, key: str, code: str, *, at: dt.datetime) -> TOTPDevice:
    """Make the app that holds ``key`` the person's only one, once it has shown its code. Raises WrongCode."""
    totp = TOTP(bytes.fromhex(key))
    totp.time = at.timestamp()
    if not (code.isdecimal() and totp.verify(int(code), tolerance=1)):
        raise WrongCode("This is not the code that the app should show now. Is the clock of the phone right?")
    TOTPDevice.objects.filter(user=user).delete()
    return TOTPDevice.objects.create(user=user, name="app", key=key, drift=totp.drift, last_t=totp.t())


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Codes that work once each, in place of all earlier ones. They are to be shown now and never again."""
    mine = StaticDevice.objects.filter(user=user)
    holder = mine.first() or mine.create(user=user, name="recovery codes")
    holder.token_set.all().delete()
    tokens = [StaticToken(device=holder, token=StaticToken.random_token()) for _ in range(RECOVERY_CODES)]
    return [row.token for row in StaticToken.objects.bulk_create(tokens)]


def verified(user: User, code: str) -> Any:
    """The device whose code this is. Raises WrongCode; after every failure the next try has to wait longer."""
    code = "".join(code.split()).lower()
    model = TOTPDevice if code.isdecimal() and len(code) == 6 else StaticDevice
    asked = model.objects.filter(user=user, confirmed=True).first()
    if asked is None:
        raise WrongCode("This code is not right.")
    allowed, why = asked.verify_is_allowed()
    if not allowed:
        raise WrongCode(f"Too many wrong codes. Try again after {why['locked_until']:%H:%M:%S} UTC.")
    if accepted := verify_token(user, asked.persistent_id, code):
        return accepted
    raise WrongCode("This code is not right, or was used before. Wait until the app shows the next one.")
