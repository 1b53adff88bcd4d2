"""`manage.py import_content FOLDER`: takes in what export_content wrote."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guides.archive import BadArchive, import_content


class Command(BaseCommand):
    help = (
        "Takes an exported folder into a database without content. Every edition keeps its hash. People who are not"
        " known here get an account that nobody can sign in to. Nothing is written where anything is at fault."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            count = import_content(folder)
        except BadArchive as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count:,} rows; every edition is as it was published.")
