"""What an edition of a device says of it beside others: the part that a guide keeps a frozen copy of."""

from collections.abc import Iterable
from typing import Any

from guides.models import Edition

_COMPARED = ("slug", "title", "maker", "is_reference", "areas", "modalities", "facts", "label_source", "label_read_on")


def frozen(edition: Edition) -> dict[str, Any]:
    """What can be compared of the device, with the number of the edition that says so and the day it went live."""
    said = {name: edition.document[name] for name in _COMPARED}
    return said | {"edition": edition.number, "live_from": edition.live_from.date().isoformat()}


def sources_of(editions: Iterable[Edition]) -> dict[str, Any]:
    """The sources that those parts name, as the newest of the editions describes each."""
    sources: dict[str, Any] = {}
    for edition in sorted(editions, key=lambda edition: (edition.live_from, edition.key)):
        document = edition.document
        named = {document["label_source"], *(fact["source"] for fact in document["facts"])}
        sources |= {key: row for key, row in document["references"].get("source", {}).items() if key in named}
    return sources
