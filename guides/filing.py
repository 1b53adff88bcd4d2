"""Under which topics editions are found: written when one is published, and for all of them at once."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db import transaction

from guides.models import Edition, EditionTopic, Topic

BATCH = 500


def file_edition(edition: Edition) -> None:
    """Make ``edition`` found under its topics. Belongs into the transaction that inserts it."""
    EditionTopic.objects.bulk_create(_rows(edition.pk, edition.document["references"].get(Topic.refers_as)))


def rebuild() -> int:
    """File all editions anew, and return how many there are. Pages and feeds read the old rows until then."""
    with transaction.atomic():
        EditionTopic.objects.all().delete()
        held = Edition.objects.order_by("pk").values_list("pk", f"document__references__{Topic.refers_as}")
        rows = (row for pk, topics in held.iterator(chunk_size=BATCH) for row in _rows(pk, topics))
        for batch in batched(rows, BATCH):
            EditionTopic.objects.bulk_create(batch)
    return Edition.objects.count()


def _rows(edition: int, topics: Iterable[str] | None) -> Iterator[EditionTopic]:
    for key in sorted(topics or ()):
        yield EditionTopic(edition_id=edition, key=key)
