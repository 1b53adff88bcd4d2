"""What has to be done before the questionnaire is published, as a list: what is done, and what is not, with why."""

import datetime as dt
from dataclasses import dataclass

from guides.admin.candidate import Candidate
from screening.admin.comparing import Compared, compared
from screening.admin.tried import Tried, tried
from screening.checklist import as_if_published, devices_live, live_checklist
from screening.engine import Undecodable
from screening.promises import Promise, promises
from screening.proofs import proofs_of


@dataclass(frozen=True, slots=True)
class Tasks:
    """``compared`` is None where nothing is live; without ``promises`` the draft cannot be followed."""

    candidate: Candidate
    tried: Tried
    promises: tuple[Promise, ...] = ()
    compared: Compared | None = None

    @property
    def is_live(self) -> bool:
        return self.candidate.live is not None

    @property
    def broken(self) -> int:
        return sum(bool(promise.breaches) for promise in self.promises)


def tasks(candidate: Candidate, *, at: dt.datetime) -> Tasks:
    document = candidate.assembly.document
    try:
        draft = as_if_published(document, devices_live(at))
    except Undecodable as error:
        return Tasks(candidate, Tried(undecodable=str(error)))
    live = live_checklist(at)
    return Tasks(
        candidate,
        tried(candidate.draft, document, at=at),
        promises=promises(proofs_of(document, draft.devices.values())),
        compared=compared(live, draft) if live else None,
    )
