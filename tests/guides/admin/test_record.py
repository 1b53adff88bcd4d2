import pytest

from guides.models import Claim, Source
from guides.publishing import publish
from tests import factories
from tests.guides.admin.filled import filled, with_row
from tests.guides.examples import import_guide


def test_a_key_is_given_once(as_editor):
    form = filled(as_editor.get("/admin/guides/source/add/"))
    as_editor.post("/admin/guides/source/add/", form | {"key": "s1", "title": "Manual", "kind": "manual"})
    source = Source.objects.get()
    page = as_editor.get(f"/admin/guides/source/{source.pk}/change/")
    assert "key" not in page.context["adminform"].form.fields
    as_editor.post(f"/admin/guides/source/{source.pk}/change/", filled(page) | {"key": "s2", "title": "Label"})
    source.refresh_from_db()
    assert (source.key, source.title) == ("s1", "Label")


def test_the_grade_is_computed_from_the_rows_below(as_editor):
    claim, study = factories.claim(), factories.study()
    address = f"/admin/guides/claim/{claim.pk}/change/"
    assert readonly(as_editor.get(address), "grade") == "none"
    form = with_row(
        filled(as_editor.get(address)), "evidence", study=study.pk, stance="for", finding="More ATP.", position=""
    )
    as_editor.post(address, form | {"grade": "high"})
    assert readonly(as_editor.get(address), "grade") == "very low"


def test_a_piece_of_evidence_names_a_study_or_a_source(as_editor):
    claim = factories.claim()
    address = f"/admin/guides/claim/{claim.pk}/change/"
    form = with_row(filled(as_editor.get(address)), "evidence", stance="for", finding="More ATP.", position="")
    response = as_editor.post(address, form)
    assert response.context["errors"] == [["Name either a study or a source."]]


def test_a_record_says_where_readers_see_it(as_editor, editor, at):
    edition = publish(import_guide(), by=editor, at=at)
    claim = Claim.objects.get()
    unused = factories.claim("unused")
    assert readonly(as_editor.get(f"/admin/guides/claim/{claim.pk}/change/"), "read_in") == (
        f'<a href="/admin/guides/edition/{edition.pk}/change/">How it works, edition 1</a>'
    )
    assert readonly(as_editor.get(f"/admin/guides/claim/{unused.pk}/change/"), "read_in") == (
        "No live edition. A change appears when something that refers to it is published."
    )


@pytest.mark.parametrize("name", ["source", "study", "claim", "chart", "condition", "product", "term", "topic"])
def test_every_record_has_a_form_and_a_list_that_can_be_searched(as_editor, name):
    assert as_editor.get(f"/admin/guides/{name}/add/").status_code == 200
    assert as_editor.get(f"/admin/guides/{name}/?q=gel").status_code == 200


def readonly(response, name: str) -> str:
    """What the page shows in the field ``name``."""
    lines = [line for fieldset in response.context["adminform"] for line in fieldset]
    fields = [field for line in lines for field in line if field.is_readonly]
    (field,) = [field for field in fields if field.field["name"] == name]
    return field.contents()
