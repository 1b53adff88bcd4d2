"""The second factor without its pages: the moment is passed in. The pages have tests in ``admin``."""

import pytest
from django_otp.oath import TOTP

from celliara import settings as production
from guides import second_factor
from guides.second_factor import WrongCode
from tests import factories

KEY = "0123456789abcdef0123456789abcdef01234567"


def test_it_is_switched_off_under_debug_only():
    """Tests switch it off in Django's settings, not in the module that production reads."""
    assert (production.DEBUG, production.SECOND_FACTOR) == (False, True)


@pytest.mark.parametrize(("seconds", "is_right"), [(-31, False), (-30, True), (0, True), (59, True), (60, False)])
def test_a_clock_may_be_half_a_minute_wrong(db, at, seconds, is_right):
    """A code is right for half a minute, and so are its two neighbours; the moment begins one."""
    app = TOTP(bytes.fromhex(KEY))
    app.time = at.timestamp() + seconds
    try:
        second_factor.set_up(factories.user(), KEY, f"{app.token():06}", at=at)
    except WrongCode:
        assert not is_right
    else:
        assert is_right
