"""Editions as readers see them: number, dates, who, why, the hash, and whether it was reviewed. All of it derived."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser

from guides.models import Approval, Edition
from guides.pages.addresses import edition_address


@dataclass(frozen=True, slots=True)
class Review:
    """An approval of exactly this edition's sha256."""

    by: str
    credential: str
    conflict_of_interest: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When and by whom an edition was taken back, why, and what readers should do."""

    at: dt.datetime
    by: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition beside its document. ``is_live``: it is what the subject's own address shows."""

    number: int
    title: str
    address: str
    is_live: bool
    is_major: bool
    note: str
    sha256: str
    published_by: str
    published_at: dt.datetime
    live_from: dt.datetime
    withdrawn: Withdrawn | None
    reviews: list[Review]


@dataclass(frozen=True, slots=True)
class History:
    """Every edition that readers could ever read, newest first."""

    editions: list[EditionPage]

    @property
    def live(self) -> EditionPage | None:
        """None where every edition is withdrawn."""
        return next((edition for edition in self.editions if edition.is_live), None)

    @property
    def corrections(self) -> list[EditionPage]:
        """Major changes since the first edition."""
        return [edition for edition in self.editions if edition.is_major and edition.number > 1]

    def numbered(self, number: int) -> EditionPage | None:
        return next((edition for edition in self.editions if edition.number == number), None)

    def last_major(self, number: int) -> EditionPage | None:
        """The newest major edition up to this number: since then nothing of substance has changed in it."""
        return next((edition for edition in self.editions if edition.is_major and edition.number <= number), None)


def history(
    editions: Iterable[Edition], approvals: Iterable[Approval], *, present: Edition, at: dt.datetime
) -> History:
    """``editions`` are all public ones of one subject, newest first; ``present`` is the live one, or a withdrawn
    one where none is live."""
    reviews: dict[str, list[Review]] = {}
    for approval in approvals:
        reviews.setdefault(approval.sha256, []).append(_review(approval))
    return History([_page(edition, reviews.get(edition.sha256, []), present, at) for edition in editions])


def withdrawn(edition: Edition, at: dt.datetime) -> Withdrawn | None:
    """What is said of ``edition`` if it had been withdrawn by ``at``."""
    withdrawal = getattr(edition, "withdrawal", None)
    if withdrawal is None or withdrawal.at > at:
        return None
    return Withdrawn(withdrawal.at, _name(withdrawal.by), withdrawal.reason, withdrawal.advice)


def _page(edition: Edition, reviews: list[Review], present: Edition, at: dt.datetime) -> EditionPage:
    taken_back = withdrawn(edition, at)
    return EditionPage(
        number=edition.number,
        title=edition.title,
        address=edition_address(edition.kind, present.slug, edition.number),
        is_live=edition.pk == present.pk and taken_back is None,
        is_major=edition.is_major,
        note=edition.note,
        sha256=edition.sha256,
        published_by=_name(edition.published_by),
        published_at=edition.published_at,
        live_from=edition.live_from,
        withdrawn=taken_back,
        reviews=reviews,
    )


def _review(approval: Approval) -> Review:
    return Review(_name(approval.by), approval.credential, approval.conflict_of_interest, approval.at)


def _name(user: AbstractUser) -> str:
    return user.get_full_name() or user.get_username()
