"""The proof: which promises a questionnaire breaks, over every possible set of answers, each with a worked example."""

from screening.engine.proof.breach import Breach
from screening.engine.proof.prove import Proof, prove

__all__ = ["Breach", "Proof", "prove"]
