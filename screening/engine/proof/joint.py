"""All sets of answers at once, for several devices together: every result that anybody could be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from screening.engine.assess import left_out
from screening.engine.model import Answers, Check, Device, Disposition
from screening.engine.proof.crowd import Tally
from screening.engine.proof.device import reasons_of
from screening.engine.proof.sweep import Sweep
from screening.engine.told import Told


@dataclass(frozen=True, slots=True)
class DistinctOutcome:
    """The disposition of every device, by its key; how many sets of answers lead to just these, and the plainest one.

    Two results with the same dispositions count as one, whatever their reasons, areas and days: which devices a page
    recommends depends on nothing else. What else it says depends on the reasons: see `told_everything`.
    """

    dispositions: Mapping[str, Disposition]
    count: int
    answers: Answers


def distinct_outcomes(check: Check) -> Iterator[DistinctOutcome]:
    """Every distinct joint outcome over all sets of answers. Assumes that promise 5 holds: the path ends."""
    return Joint(check).distinct()


class Joint:
    """Every result, its areas included, and what they are told apart by. Devices that are always judged alike count
    as one of the ``kinds``, each with their keys."""

    def __init__(self, check: Check) -> None:
        self.check = check
        self.kinds = alike(check.devices)
        self.sweep = JointSweep(check, tuple(self.kinds))
        self.results = tuple(self.sweep.outcomes())

    def distinct(self) -> Iterator[DistinctOutcome]:
        found: dict[tuple[Disposition, ...], Tally] = {}
        for outcome, tally in self.results:
            dispositions = self.sweep.dispositions(outcome)
            found[dispositions] = found[dispositions].merged(tally) if dispositions in found else tally
        for dispositions, tally in sorted(found.items()):
            shared = zip(self.kinds.values(), dispositions, strict=True)
            by_key = {key: disposition for keys, disposition in shared for key in keys}
            in_order = {device.key: by_key[device.key] for device in self.check.devices}
            yield DistinctOutcome(in_order, tally.count, tally.answers)


class Scale:
    """One device's outcome as bits from ``offset`` on: four for its disposition, each set from its level on up, then
    one for each of its areas that is left out. So the worst of two outcomes is a single “or”."""

    def __init__(self, offset: int, device: Device) -> None:
        self.offset = offset
        self.device = device
        self.areas = sorted(device.areas)
        self.everywhere = sum(self.area(area) for area in self.areas)
        self.width = Disposition.STOP + len(self.areas)

    def level(self, disposition: Disposition) -> int:
        return (1 << disposition) - 1 << self.offset

    def area(self, area: str) -> int:
        return 1 << self.offset + Disposition.STOP + self.areas.index(area)

    def outcome(self, disposition: Disposition, left_out: frozenset[str]) -> int:
        return sum((self.area(area) for area in left_out & self.device.areas), self.level(disposition))

    def disposition(self, bits: int) -> Disposition:
        return Disposition((bits >> self.offset & (1 << Disposition.STOP) - 1).bit_length())

    def left(self, bits: int) -> frozenset[str]:
        """The areas that are left."""
        return frozenset(area for area in self.areas if not bits & self.area(area))

    def settled(self, bits: int) -> int:
        """With *ask* where no area is left, and no area left at *ask*: what differs in nothing that shows is alike."""
        if self.disposition(bits) >= Disposition.ASK or bits & self.everywhere == self.everywhere:
            return bits | self.level(Disposition.ASK) | self.everywhere
        return bits


class JointSweep(Sweep[int]):
    """An outcome holds that of every device, each on a scale of its own."""

    def __init__(self, check: Check, devices: tuple[Device, ...]) -> None:
        areas = frozenset().union(*(device.areas for device in devices))
        super().__init__(check, Device("", "", areas, tuple(rule for device in devices for rule in device.rules)))
        self.scales: list[Scale] = []
        for device in devices:
            self.scales.append(Scale(sum(scale.width for scale in self.scales), device))
        self._settled_bits: dict[int, int] = {}

    def outcomes(self) -> Iterator[tuple[int, Tally]]:
        return ((person.outcome, tally) for (person,), tally in self.everybody().items())

    def dispositions(self, outcome: int) -> tuple[Disposition, ...]:
        return tuple(scale.disposition(outcome) for scale in self.scales)

    def nothing(self) -> int:
        return self._settled_at(0)

    def joined(self, one: int, other: int) -> int:
        return self._settled_at(one | other)

    def judged(self, condition: str, told: Told) -> int:
        return self._settled_at(sum(self._judged(scale, condition, told) for scale in self.scales))

    def left_out(self, areas: frozenset[str], condition: str, told: Told) -> int:
        locating = [
            scale
            for scale in self.scales
            if any(found.rule.where_told for found in reasons_of(scale.device, condition, told))
        ]
        return sum(scale.outcome(Disposition.SUITABLE, areas) for scale in locating)

    def _judged(self, scale: Scale, condition: str, told: Told) -> int:
        found = reasons_of(scale.device, condition, told)
        worst = max((reason.disposition for reason in found), default=Disposition.SUITABLE)
        return scale.outcome(worst, left_out(found))

    def _settled_at(self, bits: int) -> int:
        if bits not in self._settled_bits:
            settled = bits
            for scale in self.scales:
                settled = scale.settled(settled)
            self._settled_bits[bits] = settled
        return self._settled_bits[bits]


def alike(devices: tuple[Device, ...]) -> dict[Device, list[str]]:
    """Devices that are judged alike whatever the answers, with their keys."""
    kinds: dict[Device, list[str]] = {}
    for device in devices:
        rules = {replace(rule, without="", owner="", index=0) for rule in device.rules}
        kinds.setdefault(Device("", "", device.areas, tuple(sorted(rules, key=repr))), []).append(device.key)
    return kinds
