"""Every edition of the questionnaire for everybody to read: when, by whom, what changed, and what was proved of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.auth.models import AbstractUser

from guides.documents import Document
from guides.models import Approval, Edition
from guides.pages.editions import Withdrawn, withdrawn
from guides.softening import softened
from screening.engine import fingerprint
from screening.pages.proof_report import ProofReport, proof_report
from screening.review import review


@dataclass(frozen=True, slots=True)
class Approved:
    by: str
    credential: str
    conflict_of_interest: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the edition before. ``softened``: every disposition that is milder than it was."""

    softened: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    rules: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.softened, self.added, self.removed, self.changed, self.rules))


@dataclass(frozen=True, slots=True)
class CheckEdition:
    """``changes`` is None for the first edition. ``questions``, ``conditions`` and ``scenarios`` are how many."""

    number: int
    title: str
    is_live: bool
    is_major: bool
    note: str
    sha256: str
    published_by: str
    published_at: dt.datetime
    live_from: dt.datetime
    review_by: dt.date | None
    withdrawn: Withdrawn | None
    approved: tuple[Approved, ...]
    changes: Changes | None
    questions: int
    conditions: int
    scenarios: int
    proof: ProofReport | None

    @property
    def state(self) -> str:
        """In one word; what is withdrawn is that first of all."""
        return "Withdrawn" if self.withdrawn else "Live" if self.is_live else "Superseded"


def edition_history(
    editions: Iterable[Edition], approvals: Iterable[Approval], *, live: int | None, at: dt.datetime
) -> tuple[CheckEdition, ...]:
    """``editions``: all that were ever public, newest first; ``live``: the number of the one that judges now."""
    rows = list(editions)
    given = list(approvals)
    changes = [changed(before.document, after.document) for after, before in pairwise(rows)]
    return tuple(
        _edition(row, [each for each in given if each.sha256 == row.sha256], change, row.number == live, at)
        for row, change in zip(rows, [*changes, None], strict=True)
    )


def changed(old: Document, new: Document) -> Changes:
    """Questions as people read them; conditions by what their rules say."""
    was, now = ({row["key"]: row for row in document["questions"]} for document in (old, new))
    return Changes(
        softened=tuple(softened(old, new)),
        added=tuple(row["text"] for key, row in now.items() if key not in was),
        removed=tuple(row["text"] for key, row in was.items() if key not in now),
        changed=tuple(
            row["text"] for key, row in now.items() if key in was and fingerprint(was[key]) != fingerprint(row)
        ),
        rules=tuple(_other_rules(old, new)),
    )


def _other_rules(old: Document, new: Document) -> Iterator[str]:
    was, now = (document["references"].get("condition", {}) for document in (old, new))
    for key in sorted({*was, *now}):
        before, after = (rows[key]["rules"] if key in rows else None for rows in (was, now))
        if before != after:
            yield (now.get(key) or was[key])["name"]


def _edition(
    row: Edition, approvals: list[Approval], changes: Changes | None, is_live: bool, at: dt.datetime
) -> CheckEdition:
    document = row.document
    return CheckEdition(
        number=row.number,
        title=row.title,
        is_live=is_live,
        is_major=row.is_major,
        note=row.note,
        sha256=row.sha256,
        published_by=_name(row.published_by),
        published_at=row.published_at,
        live_from=row.live_from,
        review_by=review(document).by,
        withdrawn=withdrawn(row, at),
        approved=tuple(
            Approved(_name(each.by), each.credential, each.conflict_of_interest, each.at) for each in approvals
        ),
        changes=changes,
        questions=len(document["questions"]),
        conditions=len(document["references"].get("condition", {})),
        scenarios=len(document["scenarios"]),
        proof=proof_report(row.attested),
    )


def _name(user: AbstractUser) -> str:
    return user.get_full_name() or user.get_username()
