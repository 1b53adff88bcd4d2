import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guides.documents import assemble
from guides.models import Claim, Guide
from guides.publishing import contributors
from tests import factories

ADDRESS = "/admin/guides/guide/import/"


def test_a_pasted_article_becomes_a_draft_and_is_accounted_for(as_editor):
    response = as_editor.post(ADDRESS, {"text": "# Gel\n\nWhy.\n\n## It\n\n---\n"})
    assert response.status_code == 201
    guide = Guide.objects.get(slug="gel")
    page = response.content.decode()
    assert f'href="/admin/guides/guide/{guide.pk}/change/"' in page
    assert "a line across the page: headings separate sections here" in page
    assert "Problems of the guide" in page


def test_a_file_becomes_a_draft(as_editor):
    file = SimpleUploadedFile("gel.md", b"# Gel\n\nWhy.")
    assert as_editor.post(ADDRESS, {"file": file, "slug": "other"}).status_code == 201
    assert Guide.objects.get().slug == "other"


def test_who_imported_it_cannot_approve_it(as_editor, editor):
    as_editor.post(ADDRESS, {"text": "# Gel\n\nWhy."})
    guide = Guide.objects.get(slug="gel")
    assert "Imported." in as_editor.get(f"/admin/guides/guide/{guide.pk}/history/").content.decode()
    assert contributors(assemble(guide)) == {editor.pk}


def test_who_imported_a_record_cannot_approve_what_refers_to_it(as_editor, editor):
    text = "# Gel\n\nWhy.\n\n| Claim | Evidence |\n|---|---|\n| Water will do | weak |\n"
    as_editor.post(ADDRESS, {"text": text})
    other = factories.guide("other")
    other.guides_claimrow_set.create(claim=Claim.objects.get(), region="main", ordering=10)
    assert contributors(assemble(other)) == {editor.pk}, "Rule 5.4: who contributed does not approve."


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({}, "Choose a file or paste an article: one of the two."),
        ({"text": "No title."}, "pasted.md: the article has no title"),
        ({"text": "# A", "file": SimpleUploadedFile("a.md", b"# A")}, "one of the two"),
        ({"file": SimpleUploadedFile("a.docx", b"x")}, "File extension “docx” is not allowed"),
        ({"file": SimpleUploadedFile("a.md", b"# \xff")}, "a.md: line 1 is not encoded in UTF-8"),
    ],
)
def test_what_cannot_be_imported_is_said_on_the_form(as_editor, posted, message):
    response = as_editor.post(ADDRESS, posted)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Guide.objects.exists()


def test_only_who_may_write_guides_may_import_them(as_reviewer):
    assert as_reviewer.get(ADDRESS).status_code == 403
