"""Rows inside a page: in the order of their numbers, and quick however many there are."""

from html.parser import HTMLParser

import pytest
from django.db import connection
from django.forms import Select
from django.test.utils import CaptureQueriesContext

from guides.admin.rows import QuickSelect, spread
from guides.models import DeviceFact
from tests import factories
from tests.guides.admin.filled import filled, with_row


class Elements(HTMLParser):
    """Start tags with their attributes in any order, and the texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted(attrs)))

    def handle_data(self, data):
        self.found.append(data.strip())


@pytest.mark.parametrize("value", [None, "", 1, "2", 9])
def test_a_quick_select_is_what_django_would_write(value):
    choices = [("", "---------"), (1, "Label & manual"), (2, "<b>Record</b>")]
    written, expected = (
        Elements(widget(attrs={"id": "id_source"}, choices=choices).render("source", value, {"required": False})).found
        for widget in (QuickSelect, Select)
    )
    assert [part for part in written if part] == [part for part in expected if part]


def facts(device) -> list[tuple[str, int]]:
    return list(device.facts.values_list("value", "position"))


def test_rows_are_saved_in_the_order_of_their_numbers_and_spread(as_editor):
    device = factories.device()
    factories.fact(device, value="first", position=0)
    factories.fact(device, value="second", position=1)
    address = f"/admin/guides/device/{device.pk}/change/"
    form = filled(as_editor.get(address)) | {"facts-0-position": 7}
    form = with_row(form, "facts", name="price", basis="maker", value="new", position="")
    assert as_editor.post(address, form).status_code == 302
    assert facts(device) == [("second", 10), ("first", 20), ("new", 30)]


def test_a_number_out_of_range_is_refused(as_editor):
    device = factories.device()
    factories.fact(device)
    address = f"/admin/guides/device/{device.pk}/change/"
    response = as_editor.post(address, filled(as_editor.get(address)) | {"facts-0-position": 40000})
    assert response.context["errors"] == [["Ensure this value is less than or equal to 32767."]]


def test_spreading_leaves_what_is_spread(db):
    device = factories.device()
    factories.fact(device, position=10)
    with CaptureQueriesContext(connection) as queries:
        spread(DeviceFact.objects.all())
    assert len(queries) == 1


def test_the_number_of_queries_does_not_grow_with_the_rows(as_editor):
    device = factories.device()
    source = factories.source()
    counts = []
    for size in (1, 3):
        for index in range(size):
            factories.fact(device, source=source)
            factories.label(device, factories.condition(f"c-{size}-{index}"))
        as_editor.get(f"/admin/guides/device/{device.pk}/change/")
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(f"/admin/guides/device/{device.pk}/change/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
