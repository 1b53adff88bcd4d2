"""What readers could ever read, told from what never went live."""

import datetime as dt

import pytest

from guides.models import Edition, Withdrawal
from tests import factories

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


def public(at: dt.datetime) -> list[int]:
    return [edition.number for edition in Edition.objects.public(at).order_by("number")]


def live(at: dt.datetime) -> list[int]:
    return [edition.number for edition in Edition.objects.live(at)]


def withdraw(edition: Edition, at: dt.datetime) -> None:
    Withdrawal.objects.create(edition=edition, at=at, by=edition.published_by, reason="Wrong.", advice="Stop.")


def test_what_was_withdrawn_before_its_time_was_never_public(at):
    withdraw(factories.edition(number=1, at=at, live_from=at + HOUR), at)
    withdraw(factories.edition(number=2, at=at), at)
    assert public(at + 2 * HOUR) == [2]
    assert [edition.number for edition in Edition.objects.withdrawn(at + 2 * HOUR)] == [2]


def test_what_was_superseded_before_its_time_was_never_public(at):
    factories.edition(number=1, at=at)
    factories.edition(number=2, at=at, live_from=at + 2 * HOUR)
    newer = factories.edition(number=3, at=at + HOUR)
    assert live(at + 2 * HOUR) == [3]
    assert public(at + 2 * HOUR) == [1, 3]
    withdraw(newer, at + 3 * HOUR)
    assert live(at + 3 * HOUR) == [2], "Its time had come after all."
    assert public(at + 3 * HOUR) == [1, 2, 3]


def test_of_two_that_wait_for_the_same_time_the_newer_is_read(at):
    for number in (1, 2):
        factories.edition(number=number, at=at, live_from=at + HOUR)
    assert public(at + HOUR) == [2]


def test_a_correction_is_one_of_something_that_readers_had(at):
    withdraw(factories.edition(number=1, at=at, live_from=at + HOUR), at)
    factories.edition(number=2, at=at + 2 * HOUR)
    factories.edition(number=3, at=at + 3 * HOUR)
    found = Edition.objects.public(at + 3 * HOUR).corrections(at + 3 * HOUR)
    assert [edition.number for edition in found] == [3]
