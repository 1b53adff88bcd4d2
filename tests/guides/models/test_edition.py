import datetime as dt

import pytest
from django.core.exceptions import FieldFetchBlocked
from django.db import IntegrityError, connection, models, transaction

from guides.models import Approval, Edition, Expiry, ImmutableError, Withdrawal
from tests import factories

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)


def live(at: dt.datetime) -> list[tuple[str, int]]:
    return [(edition.key, edition.number) for edition in Edition.objects.live(at).order_by("key")]


def withdrawn(edition: Edition, at: dt.datetime) -> Withdrawal:
    return Withdrawal.objects.create(edition=edition, at=at, by=edition.published_by, reason="Wrong.", advice="Stop.")


def end(edition: Edition, ends_at: dt.datetime | None, at: dt.datetime) -> Expiry:
    return Expiry.objects.create(edition=edition, ends_at=ends_at, at=at, by=edition.published_by)


def withdraw(edition: Edition, at: dt.datetime, **fields) -> Withdrawal:
    return Withdrawal.objects.create(
        edition=edition, at=at, by=edition.published_by, reason="Wrong.", advice="Stop.", **fields
    )


def test_live_is_the_newest_edition_of_each_subject(at):
    for key in ("a", "b", "c"):
        for number in (1, 2, 3):
            factories.edition("guide", key, number, at=at)
    assert live(at) == [("a", 3), ("b", 3), ("c", 3)]


def test_live_keeps_kinds_apart(at):
    factories.edition("guide", "wave", 2, at=at)
    factories.edition("device", "wave", 1, at=at)
    assert sorted(Edition.objects.live(at).values_list("kind", "number")) == [("device", 1), ("guide", 2)]


def test_an_edition_goes_live_at_its_instant(at):
    factories.edition("guide", "a", 1, at=at)
    factories.edition("guide", "a", 2, at=at, live_from=at + HOUR)
    assert live(at - SECOND) == []
    assert live(at) == [("a", 1)]
    assert live(at + HOUR - SECOND) == [("a", 1)]
    assert live(at + HOUR) == [("a", 2)]


def test_a_withdrawal_brings_the_one_before_back(at):
    factories.edition("guide", "a", 1, at=at)
    withdrawn(factories.edition("guide", "a", 2, at=at), at + HOUR)
    assert live(at + HOUR - SECOND) == [("a", 2)]
    assert live(at + HOUR) == [("a", 1)]


def test_a_withdrawal_of_the_only_one_leaves_none(at):
    withdrawn(factories.edition("guide", "a", at=at), at + HOUR)
    assert live(at + HOUR) == []


def test_an_edition_is_live_until_its_end_and_nothing_takes_its_place(at):
    factories.edition("guide", "a", 1, at=at)
    end(factories.edition("guide", "a", 2, at=at), at + HOUR, at)
    assert live(at + HOUR - SECOND) == [("a", 2)]
    assert live(at + HOUR) == []


def test_the_edition_after_one_that_ended_is_live(at):
    end(factories.edition("guide", "a", 1, at=at), at + HOUR, at)
    factories.edition("guide", "a", 2, at=at, live_from=at + 2 * HOUR)
    assert live(at + HOUR) == []
    assert live(at + 2 * HOUR) == [("a", 2)]


@pytest.mark.parametrize(("later", "expected"), [(3 * HOUR, [("a", 1)]), (None, [("a", 1)]), (HOUR, [])])
def test_the_latest_decision_on_an_end_holds(later, expected, at):
    edition = factories.edition("guide", "a", at=at)
    end(edition, at + HOUR, at)
    end(edition, at + later if later else None, at + SECOND)
    assert live(at + 2 * HOUR) == expected


@pytest.mark.parametrize(("after", "expected"), [(0, 1), (1, 2), (2, 3), (3, None)])
def test_next_change_is_the_next_start_end_or_withdrawal(after, expected, at):
    factories.edition("guide", "a", at=at, live_from=at + HOUR)
    end(factories.edition("guide", "b", at=at), at + 2 * HOUR, at)
    withdraw(factories.edition("guide", "c", at=at), at + 3 * HOUR)
    change = Edition.objects.next_change(at + after * HOUR)
    assert change == (at + expected * HOUR if expected else None)


def test_a_withdrawn_page_leads_to_the_end_of_the_way_in_one_step(at):
    withdraw(factories.edition("guide", "b", at=at), at, way="redirect", leads_to="device:c")
    live_one = factories.edition("device", "c", at=at)
    assert Edition.objects.led_to("guide:b", at) == live_one


@pytest.mark.parametrize("key", ["a", "b", "nowhere"])
def test_a_circle_of_withdrawn_pages_leads_nowhere(key, at):
    withdraw(factories.edition("guide", "a", at=at), at, way="redirect", leads_to="guide:b")
    withdraw(factories.edition("guide", "b", at=at), at, way="redirect", leads_to="guide:a")
    assert Edition.objects.led_to(f"guide:{key}", at) is None


@pytest.mark.parametrize("fields", [{"way": "redirect"}, {"way": "gone", "leads_to": "guide:b"}])
def test_only_a_page_that_leads_elsewhere_names_where(fields, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        withdraw(factories.edition("guide", "a", at=at), at, **fields)


@pytest.mark.parametrize("subjects", [1, 3])
def test_live_is_one_query_however_many_there_are(subjects, at, django_assert_num_queries):
    for n in range(subjects):
        withdrawn(factories.edition("guide", f"g{n}", 1, at=at), at)
        factories.edition("guide", f"g{n}", 2, at=at)
    with django_assert_num_queries(1):
        found = list(Edition.objects.live(at).for_readers().order_by("key"))
        assert [(edition.number, edition.published_by.username) for edition in found] == [
            (2, f"publisher-g{n}-2") for n in range(subjects)
        ]


def test_for_readers_asks_nothing_more_of_the_database(at, django_assert_num_queries):
    factories.edition("guide", "a", at=at)
    with django_assert_num_queries(1):
        (edition,) = Edition.objects.live(at).for_readers()
        assert edition.published_by.username == "publisher-a-1"
    with pytest.raises(FieldFetchBlocked):
        Edition.objects.defer("document").fetch_mode(models.FETCH_RAISE).get().document  # noqa: B018


def append_only(at) -> list[models.Model]:
    edition = factories.edition("guide", "a", at=at)
    approval = Approval.objects.create(
        kind="guide",
        key="a",
        sha256=edition.sha256,
        by=edition.published_by,
        at=at,
        credential="Physiotherapist",
        conflict_of_interest="None.",
    )
    return [edition, withdrawn(edition, at), approval]


@pytest.mark.parametrize("index", [0, 1, 2], ids=["edition", "withdrawal", "approval"])
class TestRowsThatNeverChange:
    """Rule 5.1: the model, the queryset and the database refuse."""

    def test_save(self, index, at):
        with pytest.raises(ImmutableError):
            append_only(at)[index].save()

    def test_delete(self, index, at):
        with pytest.raises(ImmutableError):
            append_only(at)[index].delete()

    def test_queryset_update(self, index, at):
        row = append_only(at)[index]
        with pytest.raises(ImmutableError):
            type(row).objects.filter(pk=row.pk).update(pk=0)

    def test_queryset_delete(self, index, at):
        row = append_only(at)[index]
        with pytest.raises(ImmutableError):
            type(row).objects.filter(pk=row.pk).delete()

    def test_bulk_update(self, index, at):
        row = append_only(at)[index]
        with pytest.raises(ImmutableError):
            type(row).objects.bulk_update([row], ["pk"])

    def test_raw_sql(self, index, at):
        row = append_only(at)[index]
        with pytest.raises(IntegrityError, match="Rule 5.1"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {row._meta.db_table} SET id = id + 1")


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
        {"is_major": True, "note": ""},
    ],
)
def test_the_database_keeps_the_invariants(fields, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.edition("guide", "a", at=at, published_by=factories.user(), **fields)


def test_a_number_is_given_once(at):
    factories.edition("guide", "a", 1, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.edition("guide", "a", 1, at=at, published_by=factories.user())


def test_an_edition_is_withdrawn_once(at):
    edition, *_ = append_only(at)
    with pytest.raises(IntegrityError), transaction.atomic():
        withdrawn(edition, at)
