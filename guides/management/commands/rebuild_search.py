"""Writes the search index anew."""

from django.core.management.base import BaseCommand

from guides.search.index import rebuild


class Command(BaseCommand):
    help = "Write the search index anew from all editions; searches find the old one until it is done."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"{rebuild()} editions can be searched.")
