"""After repeated failures even the right password waits; others with that name, elsewhere, do not."""

import datetime as dt
import logging

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests import factories

HERE, ELSEWHERE = {"X-Real-IP": "203.0.113.7"}, {"X-Real-IP": "198.51.100.9"}


@pytest.fixture
def person(db) -> User:
    return factories.user("patricia")


def signs_in(password: str, *, headers=HERE):
    return Client().post("/admin/login/", {"username": "patricia", "password": password}, headers=headers)


@pytest.fixture
def locked_out(person) -> None:
    for _ in range(5):
        signs_in("wrong")


def test_four_failures_are_forgotten_after_success(person):
    assert [signs_in("wrong").status_code for _ in range(4)] == [200] * 4
    assert signs_in("password").status_code == 302
    assert [signs_in("wrong").status_code for _ in range(4)] == [200] * 4


def test_the_fifth_failure_locks_out_and_says_for_how_long(person):
    page = [signs_in("wrong") for _ in range(5)][-1]
    text = page.content.decode()
    assert page.status_code == 429
    assert "<h1>Too many failed attempts</h1>" in text
    assert "failed 5 times" in text
    assert "15 minutes" in " ".join(text.split())


def test_the_right_password_waits_too(locked_out):
    assert signs_in("password").status_code == 429


def test_who_comes_from_elsewhere_is_not_locked_out(locked_out):
    assert signs_in("password", headers=ELSEWHERE).status_code == 302


def test_what_the_browser_says_of_its_address_counts_for_nothing(locked_out):
    assert signs_in("password", headers=HERE | {"X-Forwarded-For": "198.51.100.9"}).status_code == 429


def test_after_a_quarter_of_an_hour_it_is_over(locked_out):
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=15, seconds=1))
    assert signs_in("password").status_code == 302


def test_a_superuser_lets_them_in_at_once(locked_out, as_superuser):
    attempt = AccessAttempt.objects.get()
    as_superuser.post(f"/admin/axes/accessattempt/{attempt.pk}/delete/", {"post": "yes"})
    assert signs_in("password").status_code == 302


def test_the_server_lets_them_in_at_once(locked_out):
    call_command("axes_reset_username", "patricia")
    assert signs_in("password").status_code == 302


def test_neither_password_nor_name_nor_address_is_logged(person, caplog):
    caplog.set_level(logging.DEBUG)
    for _ in range(5):
        signs_in("hunter2")
    assert not any(word in caplog.text for word in ("hunter2", "patricia", "203.0.113.7"))
    (attempt,) = AccessAttempt.objects.all()
    assert "hunter2" not in str(vars(attempt))
