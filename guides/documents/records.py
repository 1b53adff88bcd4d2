"""Records as a document would carry them if it were assembled now."""

from typing import Any

from guides.documents.codec import complete, dump, reference
from guides.models import Record
from guides.models.prose import sanitise


def copies_now(model: type[Record]) -> dict[str, dict[str, Any]]:
    """Every record of this kind by its key, in a fixed number of queries."""
    return {row.key: dump(row, cite=reference, prose=sanitise) for row in complete(model)}
