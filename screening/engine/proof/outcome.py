"""What of one device's outcome the promises ask about: so little that all sets of answers share a few hundred."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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

    def after(self, condition: Condition, told: Told, found: Iterable[Reason], device: Device) -> "Outcome":
        """The outcome once ``condition`` is settled as ``told``, which gives the reasons ``found``."""
        found = tuple(found)
        return Outcome(
            max(self.disposition, *(reason.disposition for reason in found), Disposition.SUITABLE),
            self.left_out | (left_out(found) & device.areas),
            self.must_stop or (condition.must_stop and told.status is Status.PRESENT),
            self.unknown or told.status is Status.UNKNOWN,
            self.unanswered or not told.by,
        )._without_what_no_longer_matters()

    def settled(self, device: Device) -> Disposition:
        """The disposition that the engine gives once nothing more is to come."""
        nowhere_left = not device.areas - self.left_out
        return max(self.disposition, Disposition.ASK) if nowhere_left else self.disposition

    def _without_what_no_longer_matters(self) -> "Outcome":
        """Dispositions only rise: at *ask* areas and unknowns can break nothing more, at *stop* nothing can."""
        if self.disposition is Disposition.STOP:
            return Outcome(Disposition.STOP)
        if self.disposition is Disposition.ASK:
            return replace(self, left_out=frozenset(), unknown=False, unanswered=False)
        return self
