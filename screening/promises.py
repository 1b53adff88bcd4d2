"""Every promise of design.md section 6: over how much it was held, and each way in which it is broken."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.engine import PROMISES, Breach
from screening.page_proof import PROMISE, has_pages, prove_pages
from screening.proofs import Proofs

EVERY_PROMISE: Mapping[int, str] = {**PROMISES, 12: PROMISE}

NOT_PROVED = "The proof covers rules and pages, not whether the medicine is right, nor whether a person answers truly."


@dataclass(frozen=True, slots=True)
class Promise:
    number: int
    words: str
    over: str
    breaches: tuple[Breach, ...]


def promises(proofs: Proofs) -> tuple[Promise, ...]:
    """The last one only where there are pages to hold it over."""
    breaches = [*proofs.proof.breaches, *prove_pages(proofs)]
    held = dict.fromkeys(PROMISES, f"{proofs.proof.answer_sets:,} sets of answers")
    if has_pages(proofs):
        held[12] = f"the pages of every answer and of {len(proofs.behaviour.outcomes)} distinct outcomes"
    return tuple(
        Promise(number, EVERY_PROMISE[number], over, tuple(each for each in breaches if each.promise == number))
        for number, over in held.items()
    )
