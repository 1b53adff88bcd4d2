"""What the draft would do to the people of the live edition, device by device: who becomes milder, and who stricter."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from guides.documents import sha256
from screening.checklist import Checklist
from screening.engine import Change, Check, Device, Direction, compare

_WORDS = {Direction.MILDER: "Milder", Direction.STRICTER: "Stricter"}


@dataclass(frozen=True, slots=True)
class Compared:
    """The live check and the draft's, compared by hash: counting takes seconds, so what was counted is remembered."""

    live: Check = field(compare=False)
    draft: Check = field(compare=False)
    hashes: tuple[str, ...]

    @property
    def same_questions(self) -> bool:
        """Only then is everybody of the one somebody of the other, and can be counted."""
        return self.live.questions == self.draft.questions

    @property
    def changed(self) -> tuple[Device, ...]:
        """Devices that the draft judges by other rules than the live edition, by name."""
        before = {device.key: device.rules for device in self.live.devices}
        changed = (device for device in self.draft.devices if device.rules != before.get(device.key, device.rules))
        return tuple(sorted(changed, key=lambda device: device.title.casefold()))

    @property
    def unchanged(self) -> int:
        return len(self.draft.devices) - len(self.changed)


@dataclass(frozen=True, slots=True)
class ToldChange:
    """``sets``: for how many sets of answers; empty where nobody can be counted, because the questions differ."""

    direction: str
    is_milder: bool
    sets: str
    message: str


def compared(live: Checklist, draft: Checklist) -> Compared:
    hashes = (sha256(document) for document in draft.devices.values())
    return Compared(live.check, draft.check, (live.edition.sha256, draft.edition.sha256, *sorted(hashes)))


def changes_for(both: Compared, device: str) -> tuple[ToldChange, ...]:
    """Of one device, the milder first: each with how many sets of answers, and one of them told as a person."""
    return tuple(
        ToldChange(_WORDS[change.direction], change.direction is Direction.MILDER, _sets(change), change.message)
        for change in sorted(_changes(both, device), key=lambda change: change.direction is Direction.STRICTER)
    )


@lru_cache(maxsize=64)
def _changes(both: Compared, device: str) -> tuple[Change, ...]:
    only = tuple(each for each in both.draft.devices if each.key == device)
    return compare(both.live, replace(both.draft, devices=only)).changes


def _sets(change: Change) -> str:
    return f"{change.count:,}" if change.count else ""
