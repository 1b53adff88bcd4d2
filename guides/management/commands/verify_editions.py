"""Recomputes the hash of every edition, and how it behaves."""

from django.core.management.base import BaseCommand, CommandError

from guides.attesting import behaves_otherwise, is_attested
from guides.documents import sha256
from guides.models import Edition

_IN_THE_DOCUMENT_TOO = ("kind", "key", "slug", "title")


class Command(BaseCommand):
    help = (
        "Recompute the sha256 of every edition, and what today's code makes of it; "
        "exit 1 if either differs from what was published (rule 5.1). "
        "What another engine judges otherwise is told, and is no fault: its number says that it does."
    )

    def handle(self, **options: object) -> None:
        count = bad = 0
        for edition in Edition.objects.iterator(chunk_size=500):
            count += 1
            name = f"{edition.kind} {edition.key}, edition {edition.number}"
            if is_attested(edition) is False:
                self.stdout.write(f"{name}: it was published before its behaviour was attested.")
            told, fault = ("", found) if (found := _fault(edition)) else _change(edition)
            if told:
                self.stdout.write(f"{name}: {told}")
            if fault:
                bad += 1
                self.stderr.write(f"{name}: {fault}")
        if bad:
            raise CommandError(f"{bad} of {count} editions are not what was published.")
        self.stdout.write(f"{count} editions, each as it was published.")


def _fault(edition: Edition) -> str:
    """What was changed, in a sentence; empty if nothing was."""
    try:
        found = sha256(edition.document)
    except (TypeError, ValueError) as error:
        return f"the document was changed: {error}"
    if found != edition.sha256:
        return "the document was changed."
    changed = [name for name in _IN_THE_DOCUMENT_TOO if getattr(edition, name) != edition.document[name]]
    return f"the document says something else of its {', '.join(changed)}." if changed else ""


def _change(edition: Edition) -> tuple[str, str]:
    """What today's code makes otherwise of it than the code that published it did: as news, or as a fault."""
    if not is_attested(edition):
        return "", ""
    try:
        found = behaves_otherwise(edition)
    except ValueError as error:
        return "", f"today's code cannot judge it: {error}"
    if not found:
        return "", ""
    names = ", ".join(found.names)
    if found.by:
        return f"{found.by} judges it otherwise than {edition.attested['by']}, which published it: {names}.", ""
    return "", f"it behaves otherwise than when it was published: {names}."
