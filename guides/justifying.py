"""Rule 5.5: a softened disposition is named, one by one, and whoever publishes it says why."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guides.documents import Document
from guides.models import Edition
from guides.models.edition import EditionQuerySet
from guides.problems import Level, Problem
from guides.softening import softened

type Justified = Mapping[str, str]
"""A softened disposition, as `softened` words it → why it may be milder than before."""

NOTHING_JUSTIFIED: Justified = MappingProxyType({})


def read_last(editions: EditionQuerySet, at: dt.datetime) -> Edition | None:
    """What something may be milder than: the live one of these editions or, where none is, the newest that was public.

    An end, or a withdrawal, makes nobody forget what it said.
    """
    return editions.live(at).first() or editions.public(at).newest_first().first()


def softenings(old: Document, new: Document, justified: Justified) -> Iterator[Problem]:
    """Each is named, and blocks for as long as nobody has justified it."""
    for what in softened(old, new):
        yield Problem("softened", Level.WARNING, "", f"Milder than before: {what}", "It has to be justified.")
        if not justified.get(what, "").strip():
            message = f"Nothing says why this may be milder than before: {what}"
            yield Problem(
                "softening-unjustified", Level.BLOCKER, "note", message, "Say why, so that readers can judge."
            )


def justifying_note(note: str, justified: Justified) -> str:
    """The change note as readers have it: with every softening, and why."""
    whys = (f"Milder than before: {what} Why: {why.strip()}" for what, why in justified.items())
    return "\n\n".join(filter(None, [note.strip(), *whys]))
