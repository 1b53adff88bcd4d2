"""Somebody comes with answers: to the live edition, or to one that has been replaced or withdrawn meanwhile."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from guides.documents import Document
from guides.models import Edition
from screening.answers import Kept, Unreadable, Unusable, read
from screening.checklist import Checklist
from screening.engine import fingerprint
from screening.visit import Visit


class Withdrawn(Unusable):
    """The edition that the answers were given to was taken back: nothing is made of them."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(f"{edition} has been withdrawn.")
        self.edition = edition


def returning(cookies: Mapping[str, str], checklist: Checklist, *, at: dt.datetime) -> Visit | None:
    """The visit of whoever has begun; None where the browser has kept nothing. Raises Unusable.

    Of answers to another edition, those to questions that are still the same count, and ``updated`` is set.
    """
    kept = read(cookies, at=at)
    if kept is None:
        return None
    has_moved = kept.edition != checklist.edition.number
    if has_moved:
        kept = carried_over(kept, _edition(kept, at).document, checklist.document)
    return Visit(checklist, kept.answers, at, kept.after_stop, kept.updated, has_moved, kept.preferences)


def withdrawn_meanwhile(cookies: Mapping[str, str], *, at: dt.datetime) -> Edition | None:
    """The edition that somebody was answering when it was withdrawn, whether or not another one is live."""
    try:
        kept = read(cookies, at=at)
    except Unusable:
        return None
    return _withdrawn(kept, at) if kept else None


def carried_over(kept: Kept, old: Document, new: Document) -> Kept:
    """The answers to questions of ``old`` that ``new`` asks in the same way; ``updated`` counts its other questions.

    Where the question before is another one, its follow-ups are: when and where were told of the answers that it had.
    """
    was = {row["key"]: fingerprint(row) for row in old["questions"]}
    same: set[str] = set()
    for row in new["questions"]:
        openers = {opener.partition("/")[0] for opener in row["ask_if"]}
        if was.get(row["key"]) == fingerprint(row) and openers <= same:
            same.add(row["key"])
    answers = {key: answer for key, answer in kept.answers.items() if key in same}
    return replace(kept, answers=answers, updated=len(new["questions"]) - len(same))


def _edition(kept: Kept, at: dt.datetime) -> Edition:
    """Raises Withdrawn, and Unreadable where there is no such edition."""
    if withdrawn := _withdrawn(kept, at):
        raise Withdrawn(withdrawn)
    edition = Edition.objects.of("questionnaire").public(at).for_readers().numbered(kept.edition)
    if edition is None:
        raise Unreadable
    return edition


def _withdrawn(kept: Kept, at: dt.datetime) -> Edition | None:
    return Edition.objects.of("questionnaire").withdrawn(at).for_readers().numbered(kept.edition)
