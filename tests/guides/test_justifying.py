"""Against which edition a softening is looked for (rule 5.5)."""

import datetime as dt

import pytest

from guides.justifying import read_last
from guides.models import Device, Edition, LabelStatement
from guides.publishing import NotPublishable, publish, set_end, withdraw
from tests import factories
from tests.guides import examples

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
SOFTENED = "“an implanted device”, by the label: was “do not use”, would be nothing."


@pytest.fixture
def editor():
    return factories.user("editor")


def ended(edition: Edition, editor, at: dt.datetime) -> None:
    set_end(edition, by=editor, at=at, ends_at=at)


def taken_back(edition: Edition, editor, at: dt.datetime) -> None:
    withdraw(edition, by=editor, at=at, reason="It was wrong.", advice="Ask.")


@pytest.mark.parametrize("no_longer_live", [ended, taken_back])
def test_what_is_no_longer_live_can_be_softened_too(no_longer_live, editor, at):
    device = examples.import_device()
    no_longer_live(publish(device, by=editor, at=at), editor, at + DAY)
    LabelStatement.objects.all().delete()
    Device.objects.update(label_source=None)
    with pytest.raises(NotPublishable) as refused:
        publish(device, by=editor, at=at + 2 * DAY, note="Corrected.")
    assert [problem.message for problem in refused.value.problems] == [
        f"Nothing says why this may be milder than before: {SOFTENED}"
    ], "Rule 5.5: a softened disposition must be justified, also where nothing is live to compare with."
    edition = publish(device, by=editor, at=at + 2 * DAY, note="Corrected.", justified={SOFTENED: "It was misread."})
    assert edition.note == f"Corrected.\n\nMilder than before: {SOFTENED} Why: It was misread."


def test_what_nobody_could_read_is_no_measure(at):
    """It waits for its time; the one that is published now comes before it."""
    factories.edition("device", "mini", at=at + DAY)
    assert read_last(Edition.objects.about(("device", "mini")), at) is None


def test_the_live_edition_is_the_measure_where_there_is_one(editor, at):
    first = factories.edition("device", "mini", at=at)
    taken_back(factories.edition("device", "mini", number=2, at=at), editor, at + DAY)
    assert read_last(Edition.objects.about(("device", "mini")), at + DAY) == first
