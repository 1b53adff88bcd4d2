"""What is frozen with each edition of the questionnaire: what the engine proved of it, and how it behaved."""

from collections import Counter

from guides.attesting import Attested, attests
from guides.documents import Document
from screening.engine import ENGINE, PROMISES
from screening.proofs import proofs_of


@attests("questionnaire", beside="device")
def proved(document: Document, devices: list[Document]) -> Attested:
    """``promises``: how many ways of breaking each were found, for a published edition none. Raises Undecodable."""
    proofs = proofs_of(document, devices)
    broken = Counter(breach.promise for breach in proofs.proof.breaches)
    attested: Attested = {
        "by": ENGINE,
        "answer_sets": proofs.proof.answer_sets,
        "promises": {str(number): broken[number] for number in PROMISES},
    }
    if broken[5]:
        return attested
    found = proofs.behaviour
    return {**attested, "outcomes": len(found.outcomes), "digest": found.digest}
