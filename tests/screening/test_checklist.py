import copy
import datetime as dt

import pytest

from guides.documents import sha256
from guides.models import Edition
from guides.publishing import withdraw
from screening.checklist import live_checklist
from tests import factories

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def questionnaire(starter):
    return Edition.objects.get(kind="questionnaire")


@pytest.mark.django_db
def test_live_checklist_is_none_while_no_questionnaire_is_live(at):
    assert live_checklist(at) is None


def test_live_checklist_judges_the_live_devices_by_the_live_questionnaire(questionnaire, at):
    found = live_checklist(at)
    judged = Edition.objects.of("device").filter(document__is_reference=False)
    assert found.edition == questionnaire
    assert found.document == questionnaire.document
    assert [question.key for question in found.check.questions] == [q["key"] for q in found.document["questions"]]
    assert {device.key for device in found.check.devices} == set(judged.values_list("key", flat=True))
    assert set(found.devices) == set(Edition.objects.of("device").values_list("key", flat=True))


def test_live_checklist_forgets_a_withdrawn_device(questionnaire, at):
    device = Edition.objects.get(kind="device", key="nuface-mini")
    withdraw(device, by=factories.user(), at=at + SECOND, reason="Recalled.", advice="Stop using it.")
    assert "nuface-mini" in {device.key for device in live_checklist(at).check.devices}
    assert "nuface-mini" not in {device.key for device in live_checklist(at + SECOND).check.devices}


def test_live_checklist_is_proved_as_it_was_published(questionnaire, at):
    assert questionnaire.attested["beside"] == {device.key: 1 for device in Edition.objects.of("device")}
    assert live_checklist(at).is_proved


def test_live_checklist_is_proved_anew_with_other_devices(questionnaire, at):
    device = Edition.objects.get(kind="device", key="nuface-mini")
    withdraw(device, by=factories.user(), at=at + SECOND, reason="Recalled.", advice="Stop using it.")
    assert live_checklist(at + SECOND).is_proved


def test_live_checklist_is_not_proved_with_a_device_that_breaks_a_promise(questionnaire, at):
    """As when a withdrawal brings back what was never proved with these questions."""
    device = Edition.objects.get(kind="device", key="nuface-mini")
    document = copy.deepcopy(device.document)
    document["references"]["condition"]["gout"] = {"name": "gout", "must_stop": False, "rules": []}
    document["label"].append({**document["label"][0], "condition": "gout"})
    factories.edition("device", "nuface-mini", 2, at=at, slug="nuface-mini", document=document, sha256=sha256(document))
    assert not live_checklist(at).is_proved, "design.md 1: nobody meets questions and devices that were not proved."


def test_live_checklist_asks_the_database_twice(questionnaire, at, django_assert_num_queries):
    with django_assert_num_queries(2):
        live_checklist(at)
