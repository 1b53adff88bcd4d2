"""What a problem is, and the register of the checks that find them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from guides.documents import Document


class Level(StrEnum):
    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """``where`` is the path of the value in the document, as in ``blocks[3].html``; ``remedy`` says what to do."""

    code: str
    level: Level
    where: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


type Check = Callable[[Document, dt.datetime], Iterable[Problem]]

_checks: dict[str, list[Check]] = defaultdict(list)
_slow_checks: dict[str, list[Check]] = defaultdict(list)


def check(*kinds: str, slow: bool = False) -> Callable[[Check], Check]:
    """Register a check for documents of these kinds, as Django's own system checks are registered. ``slow``: it takes
    seconds, too long to wait for at each save.

    Checks of knowledge higher up (screening on devices) register themselves from there: nothing here imports them.
    """

    def register(function: Check) -> Check:
        for kind in kinds:
            (_slow_checks if slow else _checks)[kind].append(function)
        return function

    return register


def problems(document: Document, *, at: dt.datetime, quickly: bool = False) -> list[Problem]:
    """Everything the checks of the document's kind find in it, blockers first; ``quickly``, but for the slow ones."""
    kind = document["kind"]
    looking = [*_checks[kind], *([] if quickly else _slow_checks[kind])]
    found = [problem for look in looking for problem in look(document, at)]
    return sorted(found, key=lambda problem: problem.level != Level.BLOCKER)


def blockers(found: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in found if problem.level == Level.BLOCKER]


def blocker(code: str, where: str, message: str, remedy: str) -> Problem:
    return Problem(code, Level.BLOCKER, where, message, remedy)


def warning(code: str, where: str, message: str, remedy: str) -> Problem:
    return Problem(code, Level.WARNING, where, message, remedy)
