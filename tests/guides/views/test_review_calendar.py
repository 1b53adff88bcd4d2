"""The calendar of reviews, as somebody else's parser reads it."""

import datetime as dt

import pytest
import vobject
from django.contrib.auth.models import User
from django.core.signing import Signer
from django.test import Client

from guides import review_calendar
from guides.accounts import REVIEWERS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return factories.user("rosa", group=REVIEWERS)


def edition(review_by: str | None, *, at: dt.datetime, **fields):
    return factories.edition(at=at, document={"review_by": review_by, "references": {}}, **fields)


def events(user: User, client: Client) -> list[vobject.base.Component]:
    calendar = vobject.readOne(client.get(review_calendar.address(user)).content.decode())
    return calendar.contents.get("vevent", [])


def test_a_review_is_a_day_with_a_way_to_its_edition(reviewer, client, at):
    made = edition("2027-05-01", at=at)
    (event,) = events(reviewer, client)
    assert event.uid.value == "guide-basics-review@celliara"
    assert event.dtstart.value == dt.date(2027, 5, 1)
    assert event.dtstamp.value == at
    assert event.summary.value == "Review due: Basics"
    assert event.description.value == "Edition 1 of the guide is to be reviewed by this day."
    assert event.url.value == f"http://testserver/admin/guides/edition/{made.pk}/change/"


def test_the_next_edition_moves_the_same_event(reviewer, client, at):
    edition("2027-05-01", at=at)
    edition("2028-05-01", at=at, number=2)
    (event,) = events(reviewer, client)
    assert (event.uid.value, event.dtstart.value) == ("guide-basics-review@celliara", dt.date(2028, 5, 1))


def test_without_a_day_there_is_no_event(reviewer, client, at):
    edition(None, at=at)
    factories.edition(key="other", at=at)
    assert events(reviewer, client) == []


def test_it_is_the_same_each_time_and_needs_no_session(reviewer, client, at):
    edition("2027-05-01", at=at)
    first, second = (client.get(review_calendar.address(reviewer)) for _ in range(2))
    assert first.content == second.content
    assert (first["Content-Type"], first["Cache-Control"]) == ("text/calendar; charset=utf-8", "private, max-age=3600")
    assert "Cookie" not in first.get("Vary", "")
    assert not first.cookies


def test_a_new_password_ends_the_address(reviewer, client):
    before = review_calendar.address(reviewer)
    reviewer.set_password("another one")
    reviewer.save()
    assert client.get(before).status_code == 404
    assert client.get(review_calendar.address(reviewer)).status_code == 200


@pytest.mark.parametrize("lost", [{"is_staff": False}, {"is_active": False}])
def test_who_has_left_reads_nothing(reviewer, client, lost):
    address = review_calendar.address(reviewer)
    User.objects.filter(pk=reviewer.pk).update(**lost)
    assert client.get(address).status_code == 404


def test_who_may_not_read_drafts_reads_nothing(client):
    assert client.get(review_calendar.address(factories.user("new"))).status_code == 404


@pytest.mark.parametrize("token", ["1", "x:y", ":", "1:forged", "999:x", f"{2**70}:x"])
def test_a_forged_address(client, token):
    assert client.get(f"/calendar/{token}/reviews.ics").status_code == 404


def test_the_address_of_one_person_is_not_that_of_another(reviewer, client):
    """Not even with the same password and the same key."""
    other = factories.user("ada", group=REVIEWERS)
    signature = review_calendar.address(reviewer).split("/")[2].partition(":")[2]
    assert client.get(f"/calendar/{other.pk}:{signature}/reviews.ics").status_code == 404
    assert client.get(f"/calendar/{Signer().sign(other.pk)}/reviews.ics").status_code == 404
