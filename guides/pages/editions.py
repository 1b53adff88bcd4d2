"""Editions as readers see them: number, dates, who, why, the hash, and whether it was reviewed. All of it derived."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.contrib.auth.models import AbstractUser

from guides.models import Approval, Edition, Erratum, Withdrawal
from guides.models.approval import WHOLE
from guides.pages.addresses import edition_address


@dataclass(frozen=True, slots=True)
class Review:
    """An approval of exactly this edition's sha256."""

    by: str
    credential: str
    conflict_of_interest: str
    at: dt.datetime
    scope: str = WHOLE

    @property
    def is_of_a_part(self) -> bool:
        return self.scope != WHOLE


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When and by whom an edition was taken back, why, what readers should do, and what became of its page."""

    at: dt.datetime
    by: str
    reason: str
    advice: str
    way: str = Withdrawal.Way.BANNER
    leads_to: str = ""

    @property
    def is_gone(self) -> bool:
        """Nothing of the edition can be read any more, wherever it was."""
        return self.way == Withdrawal.Way.GONE

    @property
    def is_unreadable(self) -> bool:
        """The subject's own address does not show it. One that leads elsewhere can still be read as an edition."""
        return self.way != Withdrawal.Way.BANNER


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right beside an edition."""

    at: dt.datetime
    by: str
    text: str


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
    is_first: bool = False
    """Readers had none of this subject before it, whatever its number."""
    unreviewed_because: str = ""
    ended_at: dt.datetime | None = None
    """When its end came; None while it has none, or is not there yet."""
    ends_at: dt.datetime | None = None
    """When its end will come, as far as that is decided."""
    corrections: list[Correction] = field(default_factory=list)

    @property
    def state(self) -> str:
        """In one word; what is withdrawn is that first of all."""
        if self.withdrawn or self.ended_at:
            return "Withdrawn" if self.withdrawn else "Ended"
        return "Live" if self.is_live else "Superseded"

    @property
    def json_address(self) -> str:
        return f"{self.address.removesuffix('/')}.json"

    @property
    def changes_address(self) -> str:
        """Where the differences to the edition before it are; the first one has none."""
        return "" if self.is_first else f"{self.address}changes/"


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
        """Major changes of what readers had before."""
        return [edition for edition in self.editions if edition.is_major and not edition.is_first]

    def numbered(self, number: int) -> EditionPage | None:
        return next((edition for edition in self.editions if edition.number == number), None)

    def last_major(self, number: int) -> EditionPage | None:
        """The newest major edition up to this number: since then nothing of substance has changed in it."""
        return next((edition for edition in self.editions if edition.is_major and edition.number <= number), None)


def history(
    editions: Iterable[Edition],
    approvals: Iterable[Approval],
    errata: Iterable[Erratum] = (),
    *,
    present: Edition,
    at: dt.datetime,
) -> History:
    """``editions`` are all public ones of one subject, newest first; ``present`` is the live one, or one that was
    withdrawn or has ended where none is live."""
    reviews: dict[str, list[Review]] = defaultdict(list)
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for approval in approvals:
        reviews[approval.sha256].append(_review(approval))
    for erratum in errata:
        corrections[erratum.edition_id].append(Correction(erratum.at, name(erratum.by), erratum.text))
    public = list(editions)
    pages = [
        _page(edition, _of(edition, reviews, public[place + 1 :]), corrections[edition.pk], present, at)
        for place, edition in enumerate(public)
    ]
    return History([*pages[:-1], *(replace(first, is_first=True) for first in pages[-1:])])


def _of(edition: Edition, reviews: dict[str, list[Review]], earlier: list[Edition]) -> list[Review]:
    """Those of exactly this edition. One that says the same as an ``earlier`` one has no part in its reviews: they are
    from before what readers had in between, or before it was withdrawn."""
    published = [before.published_at for before in earlier[:1]]
    taken_back = [
        before.withdrawal.at for before in earlier if before.sha256 == edition.sha256 and hasattr(before, "withdrawal")
    ]
    left_behind = [*published, *taken_back]
    return [review for review in reviews[edition.sha256] if all(review.at >= moment for moment in left_behind)]


def withdrawn(edition: Edition, at: dt.datetime) -> Withdrawn | None:
    """What is said of ``edition`` if it had been withdrawn by ``at``."""
    withdrawal = getattr(edition, "withdrawal", None)
    if withdrawal is None or withdrawal.at > at:
        return None
    said = {column: getattr(withdrawal, column) for column in ("at", "reason", "advice", "way", "leads_to")}
    return Withdrawn(by=name(withdrawal.by), **said)


def ended(edition: Edition, at: dt.datetime) -> dt.datetime | None:
    """When the end of ``edition`` came, if it had come by ``at``."""
    return edition.ends_at if edition.ends_at and edition.ends_at <= at else None


def name(user: AbstractUser) -> str:
    return user.get_full_name() or user.get_username()


def _page(
    edition: Edition, reviews: list[Review], corrections: list[Correction], present: Edition, at: dt.datetime
) -> EditionPage:
    taken_back = withdrawn(edition, at)
    ended_at = ended(edition, at)
    return EditionPage(
        number=edition.number,
        title=edition.title,
        address=edition_address(edition.kind, present.slug, edition.number),
        is_live=edition.pk == present.pk and taken_back is None and ended_at is None,
        is_major=edition.is_major,
        note=edition.note,
        sha256=edition.sha256,
        published_by=name(edition.published_by),
        published_at=edition.published_at,
        live_from=edition.live_from,
        withdrawn=taken_back,
        reviews=reviews,
        unreviewed_because=edition.unreviewed_because,
        ended_at=ended_at,
        ends_at=None if ended_at else edition.ends_at,
        corrections=corrections,
    )


def _review(approval: Approval) -> Review:
    said = {column: getattr(approval, column) for column in ("credential", "conflict_of_interest", "at", "scope")}
    return Review(by=name(approval.by), **said)
