"""What has to be done before the questionnaire is published, as a list: what is done, and what is not, with why."""

import datetime as dt
import time
from dataclasses import dataclass

from guides.admin.candidate import Candidate
from screening.admin.comparing import Compared, compared
from screening.admin.drafted import as_if_published
from screening.admin.tried import Tried, tried
from screening.checklist import live_checklist
from screening.engine import PROMISES, Breach, Check, Undecodable, prove


@dataclass(frozen=True, slots=True)
class Promise:
    number: int
    words: str
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """``answer_sets``: over how many each promise was held."""

    promises: tuple[Promise, ...]
    answer_sets: str
    seconds: str

    @property
    def broken(self) -> int:
        return sum(bool(promise.breaches) for promise in self.promises)


@dataclass(frozen=True, slots=True)
class Tasks:
    """``compared`` is None where nothing is live, ``proved`` where the draft cannot be followed."""

    candidate: Candidate
    tried: Tried
    proved: Proved | None = None
    compared: Compared | None = None

    @property
    def is_live(self) -> bool:
        return self.candidate.live is not None


def tasks(candidate: Candidate, *, at: dt.datetime) -> Tasks:
    document = candidate.assembly.document
    try:
        draft = as_if_published(document, at=at)
    except Undecodable as error:
        return Tasks(candidate, Tried(undecodable=str(error)))
    live = live_checklist(at)
    return Tasks(
        candidate,
        tried(candidate.draft, at=at),
        proved=proved(draft.check),
        compared=compared(live, draft) if live else None,
    )


def proved(check: Check) -> Proved:
    started = time.perf_counter()
    proof = prove(check)
    seconds = f"{time.perf_counter() - started:.1f}"
    promises = tuple(
        Promise(number, words, tuple(breach for breach in proof.breaches if breach.promise == number))
        for number, words in PROMISES.items()
    )
    return Proved(promises, f"{proof.answer_sets:,}", seconds)
