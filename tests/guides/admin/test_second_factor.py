"""The second factor: who is asked for it and when, how it is set up, and what is done for who has lost it."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from guides import second_factor
from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS
from guides.models import Edition
from guides.publishing import publish
from tests import factories
from tests.guides.examples import import_guide

SET_UP = "/admin/second-factor/"
VERIFY = "/admin/second-factor/verify/"
KEY = "0123456789abcdef0123456789abcdef01234567"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR = True


@pytest.fixture
def person() -> User:
    return factories.user("pat", group=(EDITORS, PUBLISHERS, REVIEWERS))


@pytest.fixture
def client(person) -> Client:
    return factories.signed_in(person)


def shown_by_app(key: str) -> str:
    return f"{totp(bytes.fromhex(key)):06}"


def app_of(person: User) -> TOTPDevice:
    return TOTPDevice.objects.create(user=person, name="app", key=KEY)


def set_up_through(client: Client):
    key = client.get(SET_UP) and client.session["second_factor_key"]
    return client.post(SET_UP, {"code": shown_by_app(key)})


@pytest.fixture(params=["publish", "approve", "withdraw", "end", "correct"])
def decision(request, at) -> str:
    """The address of a page that asks for the second factor."""
    guide = import_guide()
    if request.param in ("publish", "approve"):
        return f"/admin/guides/guide/{guide.pk}/{request.param}/"
    return f"/admin/guides/edition/{publish(guide, by=factories.user('x'), at=at).pk}/{request.param}/"


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_none_is_led_to_set_it_up_first(client, decision, method):
    editions = Edition.objects.count()
    response = getattr(client, method)(decision)
    assert (response.status_code, response.url) == (302, f"{SET_UP}?next={decision.replace('/', '%2F')}")
    assert Edition.objects.count() == editions


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_one_is_asked_once_for_the_session(client, person, decision, method):
    app_of(person)
    response = getattr(client, method)(decision)
    assert (response.status_code, response.url) == (302, f"{VERIFY}?next={decision.replace('/', '%2F')}")
    passed = client.post(response.url, {"code": shown_by_app(KEY)})
    assert (passed.status_code, passed.url) == (302, decision)
    assert [client.get(decision).status_code for _ in range(2)] == [200, 200]


def test_a_new_session_is_asked_again(client, person, decision):
    app_of(person)
    client.post(VERIFY, {"code": shown_by_app(KEY)})
    client.logout()
    client.force_login(person)
    assert client.get(decision).status_code == 302


def test_nobody_is_asked_where_it_is_switched_off(client, decision, settings):
    settings.SECOND_FACTOR = False
    assert client.get(decision).status_code == 200


def test_nobody_is_asked_for_reading_and_writing(client, at):
    guide = import_guide()
    edition = publish(guide, by=factories.user("x"), at=at)
    pages = ["", "guides/guide/", f"guides/guide/{guide.pk}/change/", f"guides/edition/{edition.pk}/restore/"]
    assert [client.get(f"/admin/{page}").status_code for page in pages] == [200, 200, 200, 200]


def test_who_may_not_publish_is_refused_and_not_asked(decision):
    assert factories.signed_in(factories.user("ed", group=EDITORS)).get(decision).status_code == 403


def test_setting_up_shows_a_key_that_stays_and_its_picture(client):
    first, second = client.get(SET_UP).context, client.get(SET_UP).context
    assert first["secret"] == second["secret"]
    assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", first["secret"])
    assert first["picture"].startswith("data:image/svg+xml")
    assert not TOTPDevice.objects.exists()


def test_setting_up_ends_with_recovery_codes_shown_once(client, person):
    page = set_up_through(client)
    codes = page.context["codes"]
    assert (page.status_code, len(set(codes)), page["Cache-Control"]) == (
        200,
        10,
        "max-age=0, no-cache, no-store, must-revalidate, private",
    )
    assert all(code in page.content.decode() for code in codes)
    assert second_factor.device(person).confirmed
    assert not any(code in client.get(SET_UP).content.decode() for code in codes)


def test_setting_up_counts_as_having_shown_it(client, decision):
    set_up_through(client)
    assert client.get(decision).status_code == 200


def test_a_wrong_code_sets_nothing_up(client):
    key = client.get(SET_UP).context["secret"]
    page = client.post(SET_UP, {"code": "12345x"})
    assert (page.status_code, page.context["secret"]) == (422, key)
    assert page.context["form"].errors["code"] == [
        "This is not the code that the app should show now. Is the clock of the phone right?"
    ]
    assert not TOTPDevice.objects.exists()


def test_a_code_works_once(client, person):
    app_of(person)
    code = shown_by_app(KEY)
    assert client.post(VERIFY, {"code": code}).status_code == 302
    again = client.post(VERIFY, {"code": code})
    assert (again.status_code, again.context["form"].errors["code"]) == (
        422,
        ["This code is not right, or was used before. Wait until the app shows the next one."],
    )


def test_after_a_wrong_code_even_the_right_one_has_to_wait(client, person):
    app_of(person)
    TOTPDevice.objects.update(throttling_failure_count=1, throttling_failure_timestamp="2099-01-01T00:00:00Z")
    refused = client.post(VERIFY, {"code": shown_by_app(KEY)})
    assert refused.context["form"].errors["code"] == ["Too many wrong codes. Try again after 00:00:01 UTC."]


def test_a_recovery_code_works_once_and_in_capital_letters(client, person):
    app_of(person)
    first, *_ = second_factor.new_recovery_codes(person)
    assert client.post(VERIFY, {"code": f" {first.upper()} "}).status_code == 302
    assert second_factor.recovery_codes_left(person) == 9
    client.force_login(person)
    assert client.post(VERIFY, {"code": first}).status_code == 422


def test_a_code_made_on_the_server_works_too(client, person, capsys):
    app_of(person)
    second_factor.new_recovery_codes(person)
    call_command("addstatictoken", "pat")
    assert client.post(VERIFY, {"code": capsys.readouterr().out.strip()}).status_code == 302


def test_the_codes_of_somebody_else_open_nothing(client, person):
    app_of(person)
    code, *_ = second_factor.new_recovery_codes(factories.user("eve"))
    assert client.post(VERIFY, {"code": code}).status_code == 422


def test_new_recovery_codes_end_the_old_ones(client, person):
    old = set_up_through(client).context["codes"]
    page = client.post("/admin/second-factor/recovery-codes/")
    assert not set(old) & set(page.context["codes"])
    assert set(StaticToken.objects.values_list("token", flat=True)) == set(page.context["codes"])


@pytest.mark.parametrize("page", [SET_UP, "/admin/second-factor/recovery-codes/"])
def test_a_stolen_password_alone_replaces_nothing(client, person, page):
    app_of(person)
    response = client.post(page, {"code": "123456"})
    assert (response.status_code, response.url) == (302, f"{VERIFY}?next={SET_UP.replace('/', '%2F')}")
    assert TOTPDevice.objects.get().key == KEY


def test_another_app_takes_the_place_of_the_first(client, person):
    app_of(person)
    client.post(VERIFY, {"code": shown_by_app(KEY)})
    assert set_up_through(client).status_code == 200
    assert TOTPDevice.objects.get().key != KEY


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_nobody_is_led_to_another_site(client, person, elsewhere):
    app_of(person)
    assert client.post(f"{VERIFY}?next={elsewhere}", {"code": shown_by_app(KEY)}).url == "/admin/"


def test_a_superuser_takes_a_lost_one_away(as_superuser, client, person):
    app = app_of(person)
    set_up_through(as_superuser)
    page = as_superuser.get(f"/admin/otp_totp/totpdevice/{app.pk}/change/")
    assert KEY not in page.content.decode()
    as_superuser.post(f"/admin/otp_totp/totpdevice/{app.pk}/delete/", {"post": "yes"})
    assert client.get(VERIFY).url.startswith(SET_UP)


@pytest.mark.parametrize("page", ["auth/user/", "auth/group/add/", "otp_totp/totpdevice/", "otp_static/staticdevice/"])
def test_who_changes_accounts_is_asked_too(as_superuser, page):
    """Otherwise a superuser's password alone would do away with the second factor."""
    assert as_superuser.get(f"/admin/{page}").url.startswith(SET_UP)
    set_up_through(as_superuser)
    assert as_superuser.get(f"/admin/{page}").status_code == 200


@pytest.mark.parametrize("page", [SET_UP, VERIFY])
def test_who_is_not_signed_in_signs_in_first(page):
    assert Client().get(page).url == f"/admin/login/?next={page}"
