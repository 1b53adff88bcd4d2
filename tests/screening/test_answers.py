import datetime as dt

import pytest
from django.core.signing import Signer, dumps
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from screening import answers
from screening.answers import COOKIE, AfterStop, Kept, TooOld, Unreadable, Unusable, forget, keep, read

AT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
GIVEN = {"pregnancy": frozenset({"none"}), "skin": frozenset({"spots", "scar"})}


def test_what_is_kept_is_read_again():
    assert read(cookies(GIVEN), at=AT) == Kept(3, GIVEN)


def test_a_doubt_beside_a_yes_is_kept():
    doubting = {"skin": frozenset({"spots", "not-sure"})}
    assert read(cookies(doubting), at=AT) == Kept(3, doubting)


def test_somebody_who_has_only_begun_has_no_answers_yet():
    assert read(cookies({}), at=AT) == Kept(3, {})
    assert read({}, at=AT) is None
    assert read({COOKIE: ""}, at=AT) is None


def test_the_cookie_stays_with_the_person():
    response = HttpResponse()
    keep(response, GIVEN, edition=3, at=AT)
    cookie = response.cookies[COOKIE]
    attributes = {name: value for name, value in cookie.items() if value}
    assert attributes == {"path": "/check/", "httponly": True, "secure": True, "samesite": "Lax"}, (
        "design.md 7: HttpOnly, Secure, SameSite=Lax, only below /check/, and gone when the browser closes."
    )


def test_the_cookie_is_not_secure_while_developing(settings):
    settings.DEBUG = True
    response = HttpResponse()
    keep(response, GIVEN, edition=3, at=AT)
    assert not response.cookies[COOKIE]["secure"]


def test_the_cookie_holds_edition_moment_and_answers_only():
    signed = cookies(GIVEN)[COOKIE]
    written = {"pregnancy": ["none"], "skin": ["scar", "spots"]}
    assert Signer(salt="screening.answers.1").unsign_object(signed) == [3, 1795348800, written, 0, None, {}]


def test_the_path_is_that_of_the_check():
    assert reverse("screening:start") == answers.PATH


def test_answers_are_refused_after_half_an_hour():
    kept = cookies(GIVEN)
    assert read(kept, at=AT + dt.timedelta(minutes=30)) == Kept(3, GIVEN)
    with pytest.raises(TooOld, match=r"we cleared your answers: the last was more than 30 minutes old\."):
        read(kept, at=AT + dt.timedelta(minutes=30, seconds=1))


def test_what_happened_meanwhile_is_kept_too():
    response = HttpResponse()
    keep(response, GIVEN, edition=3, at=AT, after_stop=AfterStop.CHANGED_IT, updated=2)
    assert read({COOKIE: response.cookies[COOKIE].value}, at=AT) == Kept(3, GIVEN, AfterStop.CHANGED_IT, updated=2)


def test_a_cookie_with_another_salt_is_refused():
    with pytest.raises(Unreadable, match="could not be read"):
        read({COOKIE: dumps([3, int(AT.timestamp()), {}], compress=True)}, at=AT)


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        "text",
        [],
        [3],
        [3, "noon", {}],
        [3, 10**30, {}],
        [3, 1795348800, {}],
        [3, 1795348800, ["pregnancy"], 0, None],
        [3, 1795348800, {"pregnancy": 7}, 0, None],
        [3, 1795348800, {}, 7, None],
        ["three", 1795348800, {}, 0, None],
        {"edition": 3},
    ],
)
def test_a_signed_cookie_of_an_older_shape_is_refused(value):
    signed = Signer(salt="screening.answers.1").sign_object(value)
    with pytest.raises(Unreadable):
        read({COOKIE: signed}, at=AT)


@given(st.text(min_size=1) | st.binary(min_size=1).map(lambda value: value.decode(errors="replace")))
def test_whatever_a_browser_sends_is_refused_without_an_error(value):
    with pytest.raises(Unreadable):
        read({COOKIE: value}, at=AT)


@given(st.integers(min_value=0), st.characters())
def test_a_cookie_with_one_character_changed_is_refused(place, character):
    signed = cookies(GIVEN)[COOKIE]
    place %= len(signed)
    forged = signed[:place] + character + signed[place + 1 :]
    if forged != signed:
        with pytest.raises(Unusable):
            read({COOKIE: forged}, at=AT)


def test_forgetting_deletes_the_cookie_at_its_own_path():
    response = HttpResponse()
    forget(response)
    cookie = response.cookies[COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/check/")


def cookies(given) -> dict[str, str]:
    """What the browser sends back after these answers to edition 3, given at noon."""
    response = HttpResponse()
    keep(response, given, edition=3, at=AT)
    return {COOKIE: response.cookies[COOKIE].value}
