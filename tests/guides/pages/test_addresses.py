from guides.models import Edition
from guides.pages.addresses import (
    address,
    address_in_edition,
    addresses,
    edition_address,
    editions_address,
    subjects_linked,
)
from tests.guides.pages import documents


def test_addresses_of_a_subject():
    assert address("guide", "gel") == "/guides/gel/"
    assert editions_address("device", "wave") == "/devices/wave/editions/"
    assert edition_address("guide", "gel", 3) == "/guides/gel/editions/3/"


def test_editions_of_guides_and_devices_have_pages_and_the_check_s_have_none():
    edition = Edition(kind="device", slug="wave", number=2)
    assert address_in_edition(edition) == "/devices/wave/editions/2/"
    assert address_in_edition(edition, "changes/") == "/devices/wave/editions/2/changes/"
    assert address_in_edition(Edition(kind="questionnaire", slug="check", number=2), "changes/") == ""


def test_guides_and_devices_are_linked_to():
    references = {"guide": {"gel": {"title": "Gel"}}, "device": {"wave": {"title": "Wave"}}, "source": {"S1": {}}}
    assert list(subjects_linked(documents.guide(references=references))) == [("guide", "gel"), ("device", "wave")]


def test_addresses_of_live_editions_are_found_by_key():
    live = [Edition(kind="guide", key="gel", slug="why-gel"), Edition(kind="device", key="wave", slug="wave-2")]
    assert addresses(live) == {("guide", "gel"): "/guides/why-gel/", ("device", "wave"): "/devices/wave-2/"}
