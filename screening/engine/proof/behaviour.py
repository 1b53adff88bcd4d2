"""How a check behaves, in one hash: a change to anybody's result changes it, a change of wording does not."""

import hashlib
import json
from dataclasses import dataclass

from screening.engine.assess import assess
from screening.engine.model import Check
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.proof.joint import DistinctOutcome, Joint


@dataclass(frozen=True, slots=True)
class Behaviour:
    """``outcomes``: every different result, told apart by the dispositions of all devices."""

    digest: str
    outcomes: tuple[DistinctOutcome, ...]


def behaviour(check: Check) -> Behaviour:
    """The digest is the sha256 over every outcome, areas included, its count, and what `assess` makes of an example.

    The last ties the engine that people meet to the one that counts: a change of either shows. Assumes that promise 5
    holds: the path ends.
    """
    joint = Joint(check)
    keys, rows = list(joint.kinds.values()), []
    for outcome, tally in joint.results:
        dispositions = joint.sweep.dispositions(outcome)
        left = [sorted(scale.left(outcome)) for scale in joint.sweep.scales]
        assessed = assess(check, tally.answers, DAY_OF_PROOF).devices
        judged = [(device.device.key, device.disposition, sorted(device.areas)) for device in assessed]
        rows.append((list(zip(keys, dispositions, left, strict=True)), tally.count, judged))
    return Behaviour(hashlib.sha256(json.dumps(sorted(rows)).encode()).hexdigest(), tuple(joint.distinct()))
