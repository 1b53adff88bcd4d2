"""Recomputes the hash of every edition."""

from django.core.management.base import BaseCommand, CommandError

from guides.documents import sha256
from guides.models import Edition


class Command(BaseCommand):
    help = "Recompute the sha256 of every edition; exit 1 if one differs from what was published (rule 5.1)."

    def handle(self, **options) -> None:
        count = bad = 0
        for edition in Edition.objects.iterator(chunk_size=500):
            count += 1
            if sha256(edition.document) != edition.sha256:
                bad += 1
                self.stderr.write(f"{edition.kind} {edition.key}, edition {edition.number}: the document was changed.")
        if bad:
            raise CommandError(f"{bad} of {count} editions are not what was published.")
        self.stdout.write(f"{count} editions, each as it was published.")
