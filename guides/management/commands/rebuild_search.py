"""Writes the search index anew."""

from django.core.management.base import BaseCommand
from django.template.defaultfilters import pluralize

from guides.search.index import rebuild


class Command(BaseCommand):
    help = "Write the search index anew from all editions; searches find the old one until it is done."

    def handle(self, **options: object) -> None:
        count = rebuild()
        self.stdout.write(f"{count} edition{pluralize(count)} can be searched.")
