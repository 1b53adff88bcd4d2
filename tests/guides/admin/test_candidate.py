"""What the pages for publishing and approving say of a draft as it would be published now."""

import datetime as dt

import pytest

from guides.models import Device, LabelStatement
from guides.publishing import publish, set_end
from tests.guides.examples import import_device


@pytest.fixture
def device(db) -> Device:
    return import_device()


def test_a_minor_change_is_told_by_what_was_compared(as_editor, editor, device, at):
    publish(device, by=editor, at=at)
    Device.objects.filter(pk=device.pk).update(summary="A device.")
    page = as_editor.get(f"/admin/guides/device/{device.pk}/publish/").content.decode()
    assert (
        "minor: no claim, verdict, grade, certainty, condition, dose, disclosure, label, fact of a device, "
        "question of the check or quick answer differs; nothing else was compared to tell"
    ) in page, "Rule 5.5: whether a change matters is computed, and nobody is told more than that."


def test_a_softening_is_asked_for_where_nothing_is_live(as_editor, editor, device, at):
    set_end(publish(device, by=editor, at=at), by=editor, at=at, ends_at=at + dt.timedelta(minutes=1))
    LabelStatement.objects.update(if_present="ask")
    page = as_editor.get(f"/admin/guides/device/{device.pk}/publish/")
    assert page.context["candidate"].softened == [
        "“an implanted device”, by the label: was “do not use”, would be “ask a clinician first”."
    ], "Rule 5.5: a softened disposition is named."
    assert "why-1" in page.context["form"].fields
