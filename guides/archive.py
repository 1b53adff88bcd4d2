"""The whole site as one folder: drafts, records, editions, approvals, the people behind them, and media.

``content.jsonl`` holds a row in each line, as Django serializes it, in an order that depends on the rows alone, so that
two sites with the same content have the same bytes, on either database. Nobody's password, address or rights are in it,
nor what can be had again: the index that searches read, the rows that say which editions hold which topics, and what
`check_links` found at the other end of links.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import User
from django.core import serializers
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, models, transaction

from guides import filing
from guides.models import (
    AbsoluteWord,
    Draft,
    Edition,
    EditionTopic,
    ExternalLink,
    Record,
    SearchSection,
    SearchWord,
    SectionNames,
    SectionWords,
)
from guides.models.prose import sanitise
from guides.problems.prose import texts
from guides.search import index

ROWS = "content.jsonl"
MEDIA = "media"
_HAD_AGAIN = (EditionTopic, ExternalLink, SearchSection, SearchWord, SectionNames, SectionWords)
LONGEST_ROW = 20_000_000
"""Characters: a hundred times the longest document that we know."""

_OF_PEOPLE = ("username", "first_name", "last_name", "is_staff", "is_active", "date_joined")


class BadArchive(ValueError):
    """The folder cannot be taken in; the message names file, line and fault. Nothing was written."""


def export_content(folder: Path) -> int:
    """Write everything to ``folder``, which is made; return the number of rows. Raises FileExistsError."""
    folder.mkdir(parents=True)
    rows = list(_rows())
    (folder / ROWS).write_text("".join(rows), encoding="utf-8", newline="\n")
    for name in _media(""):
        path = folder / MEDIA / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content_of(name))
    return len(rows)


def has_content() -> bool:
    """True where there is a record, a draft or an edition. What migrations put there is no content yet."""
    models = [model for model in apps.get_models() if issubclass(model, Record | Draft | Edition)]
    return any(model._base_manager.exists() for model in models)


@transaction.atomic
def import_content(folder: Path) -> int:
    """Take in what `export_content` wrote, into a database and a media folder without content; return the number of
    rows. The archive's list of absolute words takes the place of the one that is there.

    Raises BadArchive for anything else, and writes nothing then.
    """
    if has_content():
        raise BadArchive("There is content already: an archive goes into an empty database only.")
    AbsoluteWord.objects.all().delete()
    with _media_from(folder / MEDIA):
        places = []
        for place, row in _read(folder / ROWS):
            _save(row, place)
            places.append(place)
        _settle()
    return len(places)


def _models() -> Iterator[type[models.Model]]:
    for label in ("guides", "screening"):
        yield from (model for model in apps.get_app_config(label).get_models() if model not in _HAD_AGAIN)


def _rows() -> Iterator[str]:
    yield from _written(User.objects.all(), fields=_OF_PEOPLE, use_natural_primary_keys=True)
    for model in _models():
        yield from _written(model._base_manager.all())
    log = LogEntry.objects.filter(content_type__app_label__in=["guides", "screening"])
    for number, entry in enumerate(log.order_by("pk"), start=1):
        entry.pk = number  # They are numbered anew where they go: others may stand there already.
        yield _serialized(entry)


def _written(rows: models.QuerySet, **options: Any) -> Iterator[str]:
    for row in rows.order_by("pk"):
        yield _serialized(row, **options)


def _serialized(row: models.Model, **options: Any) -> str:
    return serializers.serialize("jsonl", [row], use_natural_foreign_keys=True, cls=_ToTheMicrosecond, **options)


class _ToTheMicrosecond(DjangoJSONEncoder):
    """Django's own leaves microseconds out, and what happened first could become what happened at the same time."""

    def default(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, dt.datetime) else super().default(value)


def _media(folder: str) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    folders, names = default_storage.listdir(folder)
    yield from (f"{folder}{name}" for name in sorted(names))
    for inner in sorted(folders):
        yield from _media(f"{folder}{inner}/")


@contextmanager
def _media_from(folder: Path) -> Iterator[None]:
    """Media come first, since rows of pictures look at them; where anything fails, they are taken away again.

    A file that is there already stays, if it is the same: rows name it as the archive does.
    """
    saved = []
    try:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            if not default_storage.exists(name):
                with path.open("rb") as file:
                    saved.append(default_storage.save(name, file))
            elif path.read_bytes() != _content_of(name):
                raise BadArchive(f"{MEDIA}/{name}: another file of this name is among the media already.")
        yield
    except BaseException:
        for name in saved:
            default_storage.delete(name)
        raise


def _content_of(name: str) -> bytes:
    with default_storage.open(name) as file:
        return file.read()


def _read(path: Path) -> Iterator[tuple[str, DeserializedObject]]:
    """Each row with its place in the file."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_ROW), ""), start=1):
                place = f"{path.name}, line {number}"
                if len(line) == LONGEST_ROW:
                    raise BadArchive(f"{place} has more than {LONGEST_ROW:,} characters.")
                yield place, _row(line, place)
    except OSError as error:
        raise BadArchive(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadArchive(f"{path.name} is not encoded in UTF-8: {error}.") from error


def _row(line: str, place: str) -> DeserializedObject:
    try:
        (row,) = serializers.deserialize("jsonl", [line])
    except (DeserializationError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise BadArchive(f"{place}: {error}") from error
    if not isinstance(row.object, (User, LogEntry, *_models())):
        raise BadArchive(f"{place}: rows of {row.object._meta.label} are not taken in.")
    return row


def _save(row: DeserializedObject, place: str) -> None:
    if isinstance(row.object, User):
        row.object = _without_rights(row.object)
    if isinstance(row.object, LogEntry):
        row.object.pk = None
    try:
        if isinstance(row.object, Edition) and any(sanitise(html) != html for _, html in texts(row.object.document)):
            raise BadArchive("the edition's document holds HTML that is not allowed.")
        with transaction.atomic():
            row.save()
    except (DatabaseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadArchive(f"{place}: {error}") from error


def _without_rights(person: User) -> User:
    """Whoever signs in here has to be let in here: an account that is known stays as it is, a new one is closed."""
    known = User.objects.filter(username=person.username).first()
    return known or User(password=UNUSABLE_PASSWORD_PREFIX, **{name: getattr(person, name) for name in _OF_PEOPLE})


def _settle() -> None:
    """Every relation leads somewhere, every edition is what was published and can be found, and new rows get new
    numbers."""
    try:
        connection.check_constraints()
        call_command("verify_editions", stdout=StringIO(), stderr=(found := StringIO()))
        index.rebuild()
        filing.rebuild()
    except (DatabaseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadArchive(f"{ROWS}: {error}") from error
    except CommandError as error:
        raise BadArchive(f"{ROWS}: {found.getvalue()}{error}") from error
    if connection.vendor == "postgresql":
        numbered: list[type[models.Model]] = [User, LogEntry, *_models()]
        for model in numbered:
            _give_new_numbers(model)


def _give_new_numbers(model: type[models.Model]) -> None:
    """SQLite does so by itself. No sequence of PostgreSQL goes back: where the import fails after all, what was taken
    in is taken back, but the sequence is not."""
    if (field := model._meta.auto_field) is None:
        return
    newest = model._base_manager.aggregate(newest=models.Max("pk"))["newest"] or 1
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(model._meta.db_table)
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, field.column])
        (sequence,) = cursor.fetchone()
        cursor.execute("SELECT setval(%s, GREATEST(nextval(%s), %s))", [sequence, sequence, newest])
