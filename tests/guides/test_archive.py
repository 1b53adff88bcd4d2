"""The whole site, out and in again."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models.signals import pre_save

from guides.archive import BadArchive, export_content, has_content, import_content
from guides.documents import sha256
from guides.models import AbsoluteWord, Edition, ExternalLink, Guide, SearchSection
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def archive(starter, at, tmp_path) -> Path:
    """The starter content with an approved edition and a picture, exported; nothing of it is left in the database."""
    factories.user("editor", first_name="Edith")
    AbsoluteWord.objects.get_or_create(words="miracle")  # A journey may have emptied what the migration filled.
    default_storage.save("pictures/face.txt", ContentFile(b"a face"))
    export_content(tmp_path / "archive")
    return tmp_path / "archive"


def empty() -> None:
    """As on a machine where nothing but `migrate` was run, which puts absolute words there."""
    models = [m for label in ("guides", "screening") for m in apps.get_app_config(label).get_models(True)]
    with connection.cursor() as cursor:
        for model in models:
            if model is not AbsoluteWord:
                cursor.execute(f"DELETE FROM {model._meta.db_table}")


def lines(archive: Path) -> list[dict]:
    return [json.loads(line) for line in (archive / "content.jsonl").read_text().splitlines()]


def write(archive: Path, rows: list[dict]) -> None:
    (archive / "content.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))


def test_an_archive_comes_out_as_it_went_in(archive, settings, tmp_path):
    hashes = dict(Edition.objects.values_list("pk", "sha256"))
    empty()
    settings.MEDIA_ROOT = tmp_path / "other-media"
    assert import_content(archive) == len(lines(archive))
    assert dict(Edition.objects.values_list("pk", "sha256")) == hashes
    findable = set(Edition.objects.with_pages().values_list("pk", flat=True))
    assert set(SearchSection.objects.values_list("edition_id", flat=True)) == findable
    export_content(tmp_path / "again")
    files = [path.relative_to(archive) for path in sorted(archive.rglob("*")) if path.is_file()]
    assert [str(file) for file in files] == ["content.jsonl", "media/pictures/face.txt"]
    for file in files:
        assert (archive / file).read_bytes() == (tmp_path / "again" / file).read_bytes()


def test_the_words_of_an_archive_take_the_place_of_those_of_the_migration(archive):
    AbsoluteWord.objects.create(words="only here")
    rows = [row for row in lines(archive) if row["fields"].get("words") != "permanent"]
    write(archive, rows)
    empty()
    import_content(archive)
    taken_in = {row["fields"]["words"] for row in rows if row["model"] == "guides.absoluteword"}
    assert set(AbsoluteWord.objects.values_list("words", flat=True)) == taken_in
    assert "miracle" in taken_in


def test_where_an_import_fails_the_words_stay(db, tmp_path):
    AbsoluteWord.objects.create(words="only here")
    write(tmp_path, [{"model": "no.such"}])
    with pytest.raises(BadArchive):
        import_content(tmp_path)
    assert AbsoluteWord.objects.filter(words="only here").exists()


def test_what_was_found_at_the_end_of_links_is_no_content(db, tmp_path):
    ExternalLink.objects.create(url="https://example.org/")
    export_content(tmp_path / "archive")
    assert {row["model"] for row in lines(tmp_path / "archive")} <= {"guides.absoluteword"}
    assert not has_content()
    write(tmp_path, [{"model": "guides.externallink", "pk": 9, "fields": {"url": "https://example.org/"}}])
    with pytest.raises(BadArchive, match=r"line 1: rows of guides.ExternalLink are not taken in"):
        import_content(tmp_path)


def test_new_rows_get_new_numbers_after_an_import_and_none_twice(archive):
    """PostgreSQL takes no sequence back with the import that set it."""
    before = AbsoluteWord.objects.create(words="only here").pk
    empty()
    import_content(archive)
    assert AbsoluteWord.objects.create(words="new").pk > before
    assert Guide.objects.create(slug="new", title="New").pk > 0


def test_nobody_gets_rights_by_an_import(db, tmp_path):
    person = {"username": "mallory", "is_superuser": True, "password": "known", "is_active": True}
    write(tmp_path, [{"model": "auth.user", "fields": person}])
    import_content(tmp_path)
    mallory = User.objects.get(username="mallory")
    assert (mallory.is_superuser, mallory.is_active, mallory.has_usable_password()) == (False, True, False)


def test_an_export_holds_no_password(archive):
    people = [row["fields"] for row in lines(archive) if row["model"] == "auth.user"]
    names = {"username", "first_name", "last_name", "is_staff", "is_active", "date_joined"}
    assert [set(person) for person in people] == [names] * User.objects.count()


def test_an_account_that_is_known_stays_as_it_is(archive):
    User.objects.filter(username="editor").update(first_name="Ed", is_active=False)
    empty()
    import_content(archive)
    editor = User.objects.get(username="editor")
    assert (editor.first_name, editor.is_active) == ("Ed", False)


def test_an_empty_database_has_no_content(db):
    assert not has_content()


@pytest.mark.parametrize("make", [factories.source, factories.guide, factories.questionnaire])
def test_one_row_is_content(db, make):
    make()
    assert has_content()


def test_an_edition_is_content_even_without_its_draft(db, at):
    factories.edition(at=at)
    assert has_content()


def test_content_is_never_mixed(archive):
    with pytest.raises(BadArchive, match="There is content already"):
        import_content(archive)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (
            lambda row: row | {"model": "auth.group", "fields": {"name": "x"}},
            r"line 1: rows of auth.Group are not taken",
        ),
        (lambda row: row | {"model": "no.such"}, r"line 1: .*Invalid model identifier"),
        (lambda row: row | {"fields": {"colour": "red"}}, r"line 1: .*has no field named 'colour'"),
        (lambda row: row | {"model": "guides.edition", "fields": {"number": "x"}}, r"line 1: .*“x” value must be"),
        (lambda row: "text", r"line 1: "),
    ],
)
def test_a_row_at_fault_is_named_with_its_line(archive, spoil, message):
    first, *rest = lines(archive)
    write(archive, [spoil(first), *rest])
    empty()
    with pytest.raises(BadArchive, match=message):
        import_content(archive)
    assert not Guide.objects.exists()


def test_an_edition_that_was_tampered_with_is_refused(archive):
    rows = lines(archive)
    edition = next(row for row in rows if row["model"] == "guides.edition" and row["fields"]["kind"] == "guide")
    edition["fields"]["document"]["standfirst"] = "Never published."
    write(archive, rows)
    empty()
    with pytest.raises(BadArchive, match=r"the document was changed\.\s+1 of \d+ editions are not what was published"):
        import_content(archive)
    assert not Edition.objects.exists()


def test_html_that_no_editor_could_write_is_refused(archive):
    rows = lines(archive)
    number, edition = next(
        (number, row)
        for number, row in enumerate(rows, start=1)
        if row["model"] == "guides.edition" and row["fields"]["kind"] == "guide"
    )
    edition["fields"]["document"]["blocks"].append({"kind": "prose", "uid": "x", "html": "<script>x()</script>"})
    write(archive, rows)
    empty()
    with pytest.raises(BadArchive, match=rf"line {number}: the edition's document holds HTML that is not allowed"):
        import_content(archive)


@pytest.mark.parametrize("document", [{}, [], {"references": {}}, {"references": {"claim": {"a": {}}}}])
def test_an_edition_whose_document_is_none_is_refused_and_no_media_stay(archive, document, settings, tmp_path):
    rows = lines(archive)
    edition = next(row for row in rows if row["model"] == "guides.edition" and row["fields"]["kind"] == "guide")
    edition["fields"] |= {"document": document, "sha256": sha256(document)}
    write(archive, rows)
    empty()
    settings.MEDIA_ROOT = tmp_path / "other-media"
    with pytest.raises(BadArchive, match=r"content\.jsonl"):
        import_content(archive)
    assert not default_storage.exists("pictures/face.txt")


def test_media_go_again_whatever_fails(archive, settings, tmp_path):
    """Here the work is stopped from outside."""
    empty()
    settings.MEDIA_ROOT = tmp_path / "other-media"
    pre_save.connect(interrupt, sender=Guide)
    try:
        with pytest.raises(KeyboardInterrupt):
            import_content(archive)
    finally:
        pre_save.disconnect(interrupt, sender=Guide)
    assert not default_storage.exists("pictures/face.txt")


def interrupt(*args: object, **kwargs: object) -> None:
    raise KeyboardInterrupt


def test_a_file_that_is_there_already_is_the_same_or_refused(archive):
    empty()
    (archive / "media" / "pictures" / "face.txt").write_bytes(b"another face")
    with pytest.raises(BadArchive, match=r"media/pictures/face\.txt: another file of this name is among the media"):
        import_content(archive)
    (archive / "media" / "pictures" / "face.txt").write_bytes(b"a face")
    import_content(archive)
    assert default_storage.listdir("pictures") == ([], ["face.txt"])


@pytest.mark.parametrize(
    ("raw", "message"),
    [(b"\xff", "is not encoded in UTF-8"), (b"{", "line 1: "), (b"[" * 100_000, "line 1: "), (None, "cannot be read")],
)
def test_a_file_at_fault_is_refused(db, tmp_path, raw, message):
    if raw is not None:
        (tmp_path / "content.jsonl").write_bytes(raw)
    with pytest.raises(BadArchive, match=message):
        import_content(tmp_path)


def test_an_export_never_overwrites(db, tmp_path):
    with pytest.raises(FileExistsError):
        export_content(tmp_path)
    assert connection.is_usable()
