"""What of one device's outcome the promises ask about: so little that all sets of answers share a few hundred."""

from collections.abc import Iterable
from dataclasses import dataclass

from screening.engine.assess import Reason, left_out
from screening.engine.model import Condition, Device, Disposition, Status
from screening.engine.told import Told


@dataclass(frozen=True, slots=True)
class Outcome:
    """The worst so far, the areas left out so far, and three facts.

    ``must_stop``: a stop condition that the device has a rule for is present. ``unknown``: a condition that it has a
    rule for is unknown. ``unanswered``: nobody asked about one of those, or the question was not reached.
    """

    disposition: Disposition = Disposition.SUITABLE
    left_out: frozenset[str] = frozenset()
    must_stop: bool = False
    unknown: bool = False
    unanswered: bool = False

    @classmethod
    def of(cls, condition: Condition, told: Told, found: Iterable[Reason], device: Device) -> "Outcome":
        """What one condition alone leads to, settled as ``told``, which gives the reasons ``found``."""
        found = tuple(found)
        return cls(
            max((reason.disposition for reason in found), default=Disposition.SUITABLE),
            left_out(found) & device.areas,
            condition.must_stop and told.status is Status.PRESENT,
            told.status is Status.UNKNOWN,
            not told.by,
        )

    def joined(self, other: "Outcome") -> "Outcome":
        """The worst of both. What can break nothing more is forgotten, for dispositions only rise: at *ask* areas
        and unknowns, at *stop* everything."""
        disposition = max(self.disposition, other.disposition)
        if disposition is Disposition.STOP:
            return Outcome(disposition)
        must_stop = self.must_stop or other.must_stop
        if disposition is Disposition.ASK:
            return Outcome(disposition, must_stop=must_stop)
        return Outcome(
            disposition,
            self.left_out | other.left_out,
            must_stop,
            self.unknown or other.unknown,
            self.unanswered or other.unanswered,
        )

    def settled(self, device: Device) -> Disposition:
        """The disposition that the engine gives once nothing more is to come."""
        nowhere_left = not device.areas - self.left_out
        return max(self.disposition, Disposition.ASK) if nowhere_left else self.disposition
