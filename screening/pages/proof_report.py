"""What was proved of an edition when it was published, in plain words; frozen with it, and not worked out again."""

from dataclasses import dataclass
from typing import Any

from screening.engine import PROMISES


@dataclass(frozen=True, slots=True)
class Promise:
    """``breaches``: how many ways of breaking it were found."""

    number: int
    words: str
    breaches: int


@dataclass(frozen=True, slots=True)
class ProofReport:
    """``answer_sets``: over how many it was held; ``outcomes``: how many different results those lead to, 0 where it
    was not counted; ``devices``: with how many editions of devices."""

    by: str
    answer_sets: int
    outcomes: int
    digest: str
    devices: int
    promises: tuple[Promise, ...]


def proof_report(attested: dict[str, Any]) -> ProofReport | None:
    """None for an edition that was published before anything was kept of its proof."""
    if not attested:
        return None
    found = {int(number): breaches for number, breaches in attested["promises"].items()}
    return ProofReport(
        by=attested["by"],
        answer_sets=attested["answer_sets"],
        outcomes=attested.get("outcomes", 0),
        digest=attested.get("digest", ""),
        devices=len(attested["beside"]),
        promises=tuple(Promise(number, PROMISES[number], found[number]) for number in sorted(found)),
    )
