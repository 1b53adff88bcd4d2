"""All sets of answers at once, for one device."""

from screening.engine.assess import Reason, reason
from screening.engine.model import Device
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.proof.outcome import Outcome
from screening.engine.proof.sweep import Sweep
from screening.engine.told import Told


class DeviceSweep(Sweep[Outcome]):
    """For one device, with all that the promises ask about."""

    def nothing(self) -> Outcome:
        return Outcome()

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        return one.joined(other)

    def judged(self, condition: str, told: Told) -> Outcome:
        found = reasons_of(self.device, condition, told)
        return Outcome.of(self.check.conditions[condition], told, found, self.device)

    def left_out(self, areas: frozenset[str], condition: str, told: Told) -> Outcome:
        located = any(found.rule.where_told for found in reasons_of(self.device, condition, told))
        return Outcome(left_out=areas) if located else Outcome()


def reasons_of(device: Device, condition: str, told: Told) -> list[Reason]:
    """What the rules of ``device`` say of one condition on the day of the proof."""
    rules = (rule for rule in device.rules if rule.condition == condition)
    return [found for rule in rules if (found := reason(rule, told, DAY_OF_PROOF, device))]
