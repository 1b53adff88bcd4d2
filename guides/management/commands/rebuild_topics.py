"""Writes anew which editions hold which topics."""

from django.core.management.base import BaseCommand
from django.template.defaultfilters import pluralize

from guides.filing import rebuild


class Command(BaseCommand):
    help = "Write anew from all editions which topics they hold; pages and feeds read the old rows until it is done."

    def handle(self, **options: object) -> None:
        count = rebuild()
        self.stdout.write(f"{count} edition{pluralize(count)} filed under their topics.")
