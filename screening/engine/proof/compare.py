"""What a new check does to the people of an old one: who becomes milder, who stricter, with an example of each."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.engine.assess import judge
from screening.engine.model import Answers, Check, Condition, Device, Disposition, Status
from screening.engine.proof.breach import DAY_OF_PROOF, before_the_check, told_as
from screening.engine.proof.crowd import Tally
from screening.engine.proof.device import reasons_of
from screening.engine.proof.joint import JointSweep, Scale
from screening.engine.proof.united import united
from screening.engine.told import Told


class Direction(StrEnum):
    MILDER = "milder"
    STRICTER = "stricter"


@dataclass(frozen=True, slots=True)
class Change:
    """``device`` is a key; ``count``: how many sets of answers it becomes milder, or stricter, for; ``answers``: the
    plainest one, told as a person in ``message``.

    Where the same answers lead to other questions nobody can be counted: ``count`` is 0, ``answers`` None, and
    ``condition`` the key of what the message is about.
    """

    device: str
    direction: Direction
    message: str
    count: int = 0
    answers: Answers | None = None
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``counted``: the same people answer both, whatever their answers mean there."""

    counted: bool
    changes: tuple[Change, ...]


def compare(old: Check, new: Check) -> Comparison:
    """For each device that both judge: for how many sets of answers it becomes milder, and for how many stricter.

    The people are those whose answers both offer. Leaving out fewer areas is milder, and counts as nothing else even
    where others are left out instead. Assumes that promise 5 holds of both.
    """
    both = united(old, new)
    if both is None:
        before = {device.key: device for device in old.devices}
        conditions = {**old.conditions, **new.conditions}
        pairs = [(before[device.key], device) for device in new.devices if device.key in before]
        return Comparison(False, tuple(change for pair in pairs for change in _by_condition(conditions, *pair)))
    changed = [
        (was, becomes) for was, becomes in both.pairs if was.rules != becomes.rules or was.areas != becomes.areas
    ]
    return Comparison(True, tuple(change for pair in changed for change in _by_people(both.check, *pair)))


def _by_people(check: Check, was: Device, becomes: Device) -> Iterator[Change]:
    sweep = JointSweep(check, (was, becomes))
    before, after = sweep.scales
    found: dict[Direction, tuple[Tally, int]] = {}
    for outcome, tally in sweep.outcomes():
        if direction := _direction(before, after, outcome):
            total, example = found.get(direction, (Tally(0, tally.remarkable + 1), outcome))
            nearer = tally.remarkable < total.remarkable
            found[direction] = (total.merged(tally), outcome if nearer else example)
    for direction, (tally, outcome) in sorted(found.items()):
        shown = _shown(before, after, outcome)
        message = f"Someone who answers {told_as(check, tally.answers)} would be shown {becomes.title} {shown}."
        yield Change(becomes.key, direction, message, tally.count, tally.answers)


def _by_condition(conditions: Mapping[str, Condition], was: Device, becomes: Device) -> Iterator[Change]:
    """Each condition on its own, present for so many days or unknown; of each direction the first."""
    before, after = Scale(0, was), Scale(Scale(0, was).width, becomes)
    for condition in sorted({rule.condition for rule in (*was.rules, *becomes.rules)}):
        found: dict[Direction, str] = {}
        name = f"“{conditions[condition].name}”"
        for how, told in _ways_of_having(name, condition, was, becomes):
            outcome = _alone(before, condition, told) | _alone(after, condition, told)
            if direction := _direction(before, after, outcome):
                shown = _shown(before, after, outcome)
                found.setdefault(direction, f"Someone {how} would be shown {becomes.title} {shown}.")
        for direction, message in sorted(found.items()):
            yield Change(becomes.key, direction, message, condition=condition)


def _ways_of_having(name: str, condition: str, *devices: Device) -> Iterator[tuple[str, Told]]:
    rules = [rule for device in devices for rule in device.rules if rule.condition == condition]
    nowhere: frozenset[str] = frozenset()
    for days in sorted({0, *(rule.wait_days for rule in rules if rule.wait_days)}):
        on = DAY_OF_PROOF - dt.timedelta(days=days)
        having = f"who had {name} {before_the_check(days)}" if days else f"with {name}"
        yield having, Told(Status.PRESENT, nowhere, on, ("answer",))
        yield having, Told(Status.PRESENT, None, on, ("answer",))
    yield f"who is not sure about {name}", Told(Status.UNKNOWN, by=("answer",))


def _alone(scale: Scale, condition: str, told: Told) -> int:
    assessed = judge(scale.device, tuple(reasons_of(scale.device, condition, told)))
    left_out = scale.device.areas - assessed.areas if assessed.disposition <= Disposition.LIMITED else frozenset()
    return scale.settled(scale.outcome(assessed.disposition, left_out))


def _direction(before: Scale, after: Scale, outcome: int) -> Direction | None:
    was, becomes = before.disposition(outcome), after.disposition(outcome)
    if was != becomes:
        return Direction.MILDER if becomes < was else Direction.STRICTER
    if was > Disposition.LIMITED or before.left(outcome) == after.left(outcome):
        return None
    return Direction.MILDER if after.left(outcome) - before.left(outcome) else Direction.STRICTER


def _shown(before: Scale, after: Scale, outcome: int) -> str:
    was, becomes = before.disposition(outcome), after.disposition(outcome)
    if was != becomes:
        return f"as {becomes.name.lower()}; until now it was {was.name.lower()}"
    now, then = (", ".join(sorted(scale.left(outcome))) for scale in (after, before))
    return f"as {becomes.name.lower()} on {now}; until now on {then}"
