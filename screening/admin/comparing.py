"""What the draft would do to the people of the live edition, device by device: who becomes milder, and who stricter."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from guides.documents import sha256
from screening.checklist import Checklist
from screening.engine import (
    Change,
    Check,
    Device,
    Direction,
    Question,
    Rule,
    asked_otherwise,
    compare,
    judged_otherwise,
)
from screening.engine.model import Origin

_WORDS = {Direction.MILDER: "Milder", Direction.STRICTER: "Stricter"}


@dataclass(frozen=True, slots=True)
class Compared:
    """The live check and the draft's, compared by hash: counting takes seconds, so what was counted is remembered."""

    live: Check = field(compare=False)
    draft: Check = field(compare=False)
    hashes: tuple[str, ...]

    @property
    def counted(self) -> bool:
        """Whether the same people answer both, so that they can be counted."""
        return compare(self.live, replace(self.draft, devices=())).counted

    @property
    def asked_otherwise(self) -> tuple[Question, ...]:
        """Questions whose answers mean or lead to something else than in the live edition."""
        return asked_otherwise(self.live, self.draft)

    @property
    def changed(self) -> tuple[tuple[Device, ...], ...]:
        """Devices that judge somebody by other rules than the live edition, or by answers that mean something else;
        those alike, with the same areas, stand together, since the same is true of them."""
        before = {device.key: device for device in self.live.devices}
        otherwise = judged_otherwise(self.live, self.draft)
        groups: dict[tuple[_Kind, _Kind], list[Device]] = {}
        for device in sorted(self.draft.devices, key=lambda device: device.title.casefold()):
            if device.key in otherwise:
                groups.setdefault((_kind(before[device.key]), _kind(device)), []).append(device)
        return tuple(map(tuple, groups.values()))

    @property
    def unchanged(self) -> int:
        return len(self.draft.devices) - sum(map(len, self.changed))


type _Kind = tuple[frozenset[str], frozenset[Rule]]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """``sets``: for how many sets of answers; empty where nobody can be counted."""

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


def _kind(device: Device) -> _Kind:
    """Its areas and rules, whoever they come from."""
    return device.areas, frozenset(replace(rule, origin=Origin.GENERAL, owner="", index=0) for rule in device.rules)
