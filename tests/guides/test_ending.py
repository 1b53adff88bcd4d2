"""How the time of an edition ends: withdrawn in one of three ways, or at an end that was set; and errata beside it."""

import datetime as dt

import pytest

from guides.models import Edition, Guide, Withdrawal
from guides.publishing import NotPublishable, correct, publish, set_end, withdraw
from tests import factories
from tests.guides import examples

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def guide() -> Guide:
    return examples.import_guide()


@pytest.fixture
def editor():
    return factories.user("editor")


def reword(guide: Guide, words: str) -> None:
    guide.standfirst = words
    guide.save()


def test_withdraw_brings_the_one_before_back(guide, editor, at):
    first = publish(guide, by=editor, at=at)
    reword(guide, "A mistake.")
    second = publish(guide, by=editor, at=at)
    withdraw(second, by=editor, at=at + DAY, reason="It was wrong.", advice="Read it again.")
    assert list(guide.editions.live(at + DAY)) == [first]


def test_after_a_withdrawal_the_same_can_be_published_again(guide, editor, at):
    withdraw(publish(guide, by=editor, at=at), by=editor, at=at, reason="Too early.", advice="Wait.")
    edition = publish(guide, by=editor, at=at + DAY, note="Its time has come.")
    assert (edition.number, edition.is_major) == (2, True)


@pytest.mark.parametrize("way", ["gone", "redirect"])
def test_a_page_that_is_gone_has_nothing_to_come_back_to(guide, editor, way, at):
    publish(guide, by=editor, at=at)
    reword(guide, "Other.")
    second = publish(guide, by=editor, at=at)
    reword(guide, "Later.")
    publish(guide, by=editor, at=at, live_from=at + 2 * DAY)
    leads_to = "guide:conductive-gel" if way == "redirect" else ""
    withdraw(second, by=editor, at=at + DAY, reason="Wrong.", advice="Stop.", way=way, leads_to=leads_to)
    assert list(guide.editions.live(at + DAY)) == []
    assert [(row.edition.number, row.way) for row in Withdrawal.objects.order_by("edition__number")] == [
        (1, way),
        (2, way),
    ]
    assert [edition.number for edition in guide.editions.live(at + 2 * DAY)] == [3]


def test_publish_until_an_end(guide, editor, at):
    edition = publish(guide, by=editor, at=at, ends_at=at + DAY)
    assert list(guide.editions.live(at + DAY - dt.timedelta(seconds=1))) == [edition]
    assert list(guide.editions.live(at + DAY)) == []


def test_publish_refuses_an_end_before_the_start(guide, editor, at):
    with pytest.raises(NotPublishable) as refused:
        publish(guide, by=editor, at=at, live_from=at + DAY, ends_at=at + DAY)
    assert [problem.code for problem in refused.value.problems] == ["ends-too-early"]
    assert not Edition.objects.exists()


def test_an_end_is_set_later_and_taken_back(guide, editor, at):
    edition = publish(guide, by=editor, at=at)
    set_end(edition, by=editor, at=at + DAY, ends_at=at)
    assert (list(guide.editions.live(at)), list(guide.editions.live(at + DAY))) == ([edition], []), "Never backdated."
    set_end(edition, by=editor, at=at + 2 * DAY, ends_at=None)
    assert list(guide.editions.live(at + 2 * DAY)) == [edition]


def test_an_erratum_stands_beside_the_edition(guide, editor, at):
    edition = publish(guide, by=editor, at=at)
    erratum = correct(edition, by=editor, at=at + DAY, text="It was in 1982.")
    assert list(edition.errata.all()) == [erratum]
