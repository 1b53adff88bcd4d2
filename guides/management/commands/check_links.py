"""Looks whether the pages on other sites that live editions link to are still there."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from guides.external_links import check_links
from guides.models import ExternalLink


class Command(BaseCommand):
    help = "Look at links to other sites, the longest unchecked first; the admin's first page lists what is broken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=200, help="look at no more than this many (default: 200)")
        parser.add_argument("--timeout", type=float, default=10, help="seconds to wait for an answer (default: 10)")
        parser.add_argument("--pause", type=float, default=1, help="seconds between requests to one site (default: 1)")

    def handle(self, *, limit: int, timeout: float, pause: float, **options: Any) -> None:
        looked_at = check_links(at=timezone.now(), limit=limit, timeout=timeout, pause=pause, say=self.stdout.write)
        broken = ExternalLink.objects.broken().count()
        self.stdout.write(f"{len(looked_at)} of {ExternalLink.objects.count()} links looked at; {broken} are broken.")
