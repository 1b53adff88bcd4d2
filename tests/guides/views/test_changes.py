"""What changed in an edition, and the edition itself for machines."""

import datetime as dt
import hashlib

import pytest

from guides.documents import canonical
from tests.guides.pages import documents
from tests.guides.views.editions import publish, text

MINUTE = dt.timedelta(minutes=1)

pytestmark = pytest.mark.usefixtures("db", "now")


def test_edition_for_machines_is_the_document_in_its_canonical_form(client, at):
    edition = publish(documents.guide(), at=at)
    response = client.get("/guides/gel/editions/1.json")
    assert (response["Content-Type"], response["ETag"]) == ("application/json", f'"{edition.sha256}"')
    assert response.content == canonical(edition.document)
    assert hashlib.sha256(response.content).hexdigest() == edition.sha256


@pytest.mark.parametrize("path", ["editions/1.json", "editions/2/changes/"])
def test_past_address_of_machines_and_changes_leads_to_the_present_one(client, at, path):
    publish(documents.guide(slug="one"), at=at)
    publish(documents.guide(slug="two"), number=2, at=at)
    response = client.get(f"/guides/one/{path}")
    assert (response.status_code, response["Location"]) == (301, f"/guides/two/{path}")


@pytest.mark.parametrize("kind", ["guide", "device"])
def test_changes_compare_with_the_edition_before(client, at, kind):
    make, slug = {"guide": (documents.guide, "gel"), "device": (documents.device, "wave")}[kind]
    publish(make(title="Old"), at=at)
    publish(make(title="New"), number=3, at=at, note="A better name.")
    response = client.get(f"/{kind}s/{slug}/editions/3/changes/")
    assert "compared with edition 1 of 22 November 2026" in text(response)
    assert "A better name." in text(response)
    assert "Changed: title OldNew" in text(response)
    assert client.get(f"/{kind}s/{slug}/editions/1/changes/").status_code == 404, "There is nothing before it."
    assert client.get(f"/{kind}s/{slug}/editions/2/changes/").status_code == 404


def test_changes_of_a_scheduled_edition_are_not_found(client, at, now):
    publish(documents.guide(), at=at)
    publish(documents.guide(title="Secret"), number=2, at=now + MINUTE)
    for path in ("2/changes/", "2.json"):
        assert client.get(f"/guides/gel/editions/{path}").status_code == 404


def test_changes_name_what_is_milder_first(client, at):
    strict = documents.condition(documents.rule("stop"))
    milder = documents.condition(documents.rule("ask"))
    publish(documents.device(references={"condition": {"epilepsy": strict}}), at=at)
    publish(documents.device(references={"condition": {"epilepsy": milder}}), number=2, at=at)
    said = text(client.get("/devices/wave/editions/2/changes/"))
    assert "Milder than before “epilepsy”, microcurrent, if present: was “do not use”" in said
    assert said.index("Milder than before") < said.index("Conditions it refers to")
