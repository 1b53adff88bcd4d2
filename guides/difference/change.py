"""The values a difference is made of."""

from dataclasses import dataclass, field
from enum import StrEnum

from guides.difference.wording import Piece


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: ``what`` it is; for a changed value what it was and is, or for text its ``pieces``."""

    kind: Kind
    what: str
    before: str = ""
    after: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def __str__(self) -> str:
        if self.kind != Kind.CHANGED:
            return f"{self.what}: {self.kind}"
        return f"{self.what}: {self.before} → {self.after}" if not self.pieces else f"{self.what}: other words"


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Difference:
    """``softened`` names every disposition that is milder now, one by one; it is told before anything else."""

    softened: list[str]
    sections: list[Section]

    def __bool__(self) -> bool:
        return bool(self.softened or self.sections)
