"""Records as readers see them. They have no editions of their own, so the public reads them in live editions."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Held:
    """A record as one live edition holds it, and since when."""

    key: str
    record: dict[str, Any]
    live_from: dt.datetime


def held(editions: Iterable[Any], kind: str) -> dict[str, Held]:
    """Every record of ``kind`` in ``editions``, which come oldest first, with their ``references`` beside them.

    Where editions hold different copies of a record, the last one counts: it is what was last published.
    """
    return {
        key: Held(key, record, edition.live_from)
        for edition in editions
        for key, record in edition.references.get(kind, {}).items()
    }
