"""What can be done about an edition is done once, and never so that its end comes before its time."""

import datetime as dt

import pytest

from guides.models import Edition, Erratum, Expiry, Withdrawal
from guides.publishing import Refused, correct, set_end, withdraw
from tests import factories

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
SAID = {"reason": "It was wrong.", "advice": "Stop."}


@pytest.fixture
def edition(at) -> Edition:
    return factories.edition(at=at)


def test_an_end_before_the_start_of_a_scheduled_edition_is_refused(editor, at):
    scheduled = factories.edition(at=at, live_from=at + 2 * DAY)
    for ends_at in (at + DAY, at + 2 * DAY):
        with pytest.raises(Refused, match="It would end before it goes live"):
            set_end(scheduled, by=editor, at=at, ends_at=ends_at)
    assert not Expiry.objects.exists()
    set_end(scheduled, by=editor, at=at, ends_at=at + 3 * DAY)
    assert list(Edition.objects.live(at + 2 * DAY)) == [scheduled]


def test_what_is_withdrawn_is_not_withdrawn_again(edition, editor, at):
    seen_by_another = Edition.objects.get()
    withdraw(edition, by=editor, at=at, **SAID)
    with pytest.raises(Refused, match="Basics, edition 1 is withdrawn already"):
        withdraw(seen_by_another, by=editor, at=at, **SAID)
    assert Withdrawal.objects.count() == 1


def test_what_is_still_to_go_live_is_withdrawn_with_it_or_nothing_is(edition, editor, at):
    second, third = (factories.edition(number=n, at=at, live_from=at + n * DAY) for n in (2, 3))
    withdraw(second, by=editor, at=at, **SAID)
    with pytest.raises(Refused, match="Basics, edition 2 is withdrawn already"):
        withdraw(edition, by=editor, at=at, also=[second, third], **SAID)
    assert list(Edition.objects.live(at)) == [edition]
    assert withdraw(edition, by=editor, at=at, also=[third], **SAID).edition == edition
    assert not Edition.objects.live(at + 9 * DAY).exists()


def test_what_goes_anyway_can_be_named_as_well(editor, at):
    first, second, third = (factories.edition(number=n, at=at, live_from=at + n * DAY) for n in (1, 2, 3))
    withdraw(third, by=editor, at=at, also=[second], way=Withdrawal.Way.GONE, **SAID)
    assert set(Edition.objects.filter(withdrawal__way="gone")) == {first, second, third}


def test_the_same_erratum_stands_once(edition, editor, at):
    correct(edition, by=editor, at=at, text="It was in 1982.")
    with pytest.raises(Refused, match="Exactly this stands beside it already"):
        correct(edition, by=editor, at=at + DAY, text="It was in 1982.")
    correct(edition, by=editor, at=at + DAY, text="It was in 1983.")
    assert Erratum.objects.count() == 2
