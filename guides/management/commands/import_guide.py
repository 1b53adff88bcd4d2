"""`manage.py import_guide FILE`: an article or a document becomes a draft."""

from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.text import Truncator

from guides.documents import BadDocument, assemble
from guides.intake import ARTICLES, DOCUMENTS, Imported, import_file
from guides.problems import problems


class Command(BaseCommand):
    help = (
        f"Creates the draft of a guide from an article in Markdown ({', '.join(ARTICLES)}) or from a document in YAML"
        f" ({', '.join(DOCUMENTS)}). Nothing is published, and nothing is written where the file is at fault."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--slug", default="", help="The address of the guide, where the file's own is taken.")

    def handle(self, *args: object, file: Path, slug: str, **options: object) -> None:
        if file.suffix.lower() not in (*ARTICLES, *DOCUMENTS):
            raise CommandError(f"{file.name} is neither Markdown nor YAML: {', '.join((*ARTICLES, *DOCUMENTS))}.")
        try:
            imported = import_file(file.name, file.read_bytes(), slug=slug)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except BadDocument as error:
            raise CommandError(str(error)) from error
        for line in _report(imported):
            self.stdout.write(line)


def _report(imported: Imported) -> Iterator[str]:
    yield f"{imported.guide.slug}: a draft, not published."
    for placed in imported.placed:
        yield f"  {_place(placed.line)}{Truncator(placed.what).chars(60)} → {placed.became}"
    if imported.not_placed:
        yield "Without a place of its own, and kept as text:"
    for placed in imported.not_placed:
        yield f"  {_place(placed.line)}{placed.what}"
    now = timezone.now()
    found = problems(assemble(imported.guide, at=now).document, at=now)
    yield "Problems before it can be published:" if found else "No problems."
    for problem in found:
        yield f"  {problem.level.capitalize()}: {problem}"


def _place(line: int) -> str:
    return f"line {line}: " if line else ""
