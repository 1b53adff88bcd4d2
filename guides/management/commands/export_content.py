"""`manage.py export_content FOLDER`: the whole site, to be kept or taken elsewhere."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guides.archive import export_content


class Command(BaseCommand):
    help = "Writes drafts, records, editions, approvals, who stands behind them, and media to a new folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            count = export_content(folder)
        except OSError as error:
            raise CommandError(f"{folder} cannot be made: {error.strerror}.") from error
        self.stdout.write(f"{count:,} rows in {folder}.")
