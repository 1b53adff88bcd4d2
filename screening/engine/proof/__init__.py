"""The proof: which promises a questionnaire breaks, over every possible set of answers, each with a worked example;
every result that anybody could be shown; and what a new check does to the people of an old one."""

from screening.engine.proof.behaviour import Behaviour, behaviour
from screening.engine.proof.breach import Breach
from screening.engine.proof.compare import Change, Comparison, Direction, compare
from screening.engine.proof.joint import DistinctOutcome, distinct_outcomes
from screening.engine.proof.people import telling, told_everything
from screening.engine.proof.prove import PROMISES, Proof, prove
from screening.engine.proof.united import asked_otherwise, judged_otherwise

__all__ = [
    "PROMISES",
    "Behaviour",
    "Breach",
    "Change",
    "Comparison",
    "Direction",
    "DistinctOutcome",
    "Proof",
    "asked_otherwise",
    "behaviour",
    "compare",
    "distinct_outcomes",
    "judged_otherwise",
    "prove",
    "telling",
    "told_everything",
]
