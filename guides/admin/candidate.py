"""A draft as it would be published now: what the pages for publishing and approving are about."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User

from guides.admin.problem_list import ProblemList, problem_list
from guides.difference import Difference, difference
from guides.documents import Assembly, assemble, sha256
from guides.justifying import read_last
from guides.materiality import MATERIAL, is_major
from guides.models import Approval, Draft, Edition
from guides.problems import Problem, blockers, problems
from guides.publishing import contributors, edition_problems
from guides.softening import softened

_ASKED_FOR = {"note-missing", "softening-unjustified"}
"""Problems that are no fault of the draft: the form for publishing asks for what is missing."""


@dataclass(frozen=True)
class Candidate:
    """``live`` is what readers have until it goes live at ``live_from``, ``before`` what they had last, live or not;
    ``needs_note`` where they must be told what changes. ``overtaken`` are editions that wait for a later time, which
    this one lets none of them reach."""

    draft: Draft
    assembly: Assembly
    sha256: str
    number: int
    live_from: dt.datetime
    live: Edition | None
    before: Edition | None
    overtaken: list[Edition]
    found: list[Problem]
    needs_note: bool

    @property
    def is_major(self) -> bool:
        return is_major(self.live.document if self.live else None, self.assembly.document)

    @property
    def material(self) -> str:
        """What is compared to tell what kind of change it is."""
        return MATERIAL

    @property
    def review_by(self) -> dt.date | None:
        written = self.assembly.document.get("review_by")
        return dt.date.fromisoformat(written) if written else None

    @property
    def problem_list(self) -> ProblemList:
        return problem_list(self.draft, self.found, self.assembly)

    @property
    def is_blocked(self) -> bool:
        return bool(blockers(self.found))

    @cached_property
    def difference(self) -> Difference | None:
        """To what readers have until then; None where they have nothing."""
        return difference(self.live.document, self.assembly.document) if self.live else None

    @cached_property
    def softened(self) -> list[str]:
        return softened(self.before.document, self.assembly.document) if self.before else []

    @cached_property
    def approvals(self) -> list[Approval]:
        of_this = Approval.objects.for_next_edition().filter(sha256=self.sha256)
        return list(of_this.select_related("by").order_by("at"))

    @property
    def is_approved(self) -> bool:
        """A yes to a part of it is none to the whole (rule 5.4)."""
        return any(approval.is_of_the_whole for approval in self.approvals)

    @property
    def contributors(self) -> list[User]:
        return list(User.objects.filter(pk__in=contributors(self.assembly)).order_by("username"))

    def approval_by(self, user: User) -> Approval | None:
        return next((approval for approval in self.approvals if approval.by_id == user.pk), None)


def candidate(draft: Draft, *, at: dt.datetime, live_from: dt.datetime | None = None) -> Candidate:
    """As it would be published ``at`` this moment, to go live then or, if that is later, at ``live_from``."""
    live_from = max(live_from or at, at)
    assembly = assemble(draft, at=at)
    document = assembly.document
    newest = draft.editions.newest_first().first()
    live = draft.editions.live(live_from).first()
    found = [*problems(document, at=live_from), *edition_problems(document, live_from, note="")]
    return Candidate(
        draft,
        assembly,
        sha256(document),
        number=newest.number + 1 if newest else 1,
        live_from=live_from,
        live=live,
        before=read_last(draft.editions, live_from),
        overtaken=list(draft.editions.waiting(at).filter(live_from__gte=live_from).order_by("number")),
        found=[problem for problem in found if problem.code not in _ASKED_FOR],
        needs_note=any(problem.code == "note-missing" for problem in found),
    )
