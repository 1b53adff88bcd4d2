"""The engine of the check: pure functions on frozen values, standard library only; no clock, no database.

- `path`: the questions that a person's answers lead to; `answered`: the answers with one more.
- `assess`: what the answers mean for each device.
- `prove`: the promises a questionnaire breaks, over every possible set of answers.
- `distinct_outcomes`: every result that anybody could be shown; `compare`: what a new check does to whom;
  `asked_otherwise`, `judged_otherwise`: with which questions and devices.
- `told_everything`: a few people who together are told every reason there is.
- `behaviour`: a hash that changes when anybody's result does.
- `fingerprint`: whether a question is still the same question.
"""

from screening.engine.answers import Fault, fault
from screening.engine.assess import Assessment, DeviceAssessment, Reason, assess
from screening.engine.decode import Undecodable, can_be_left_off, decode
from screening.engine.fingerprint import fingerprint
from screening.engine.model import (
    Answer,
    Answers,
    Check,
    Device,
    Disposition,
    Kind,
    Option,
    Question,
    Role,
    Rule,
    Status,
)
from screening.engine.path import Path, answered, leading_to, path
from screening.engine.proof import (
    PROMISES,
    Behaviour,
    Breach,
    Change,
    Comparison,
    Direction,
    DistinctOutcome,
    Proof,
    asked_otherwise,
    behaviour,
    compare,
    distinct_outcomes,
    judged_otherwise,
    prove,
    telling,
    told_everything,
)

ENGINE = "engine 3"
"""Which engine this is. It counts up whenever an edition could be judged otherwise than before."""

__all__ = [
    "ENGINE",
    "PROMISES",
    "Answer",
    "Answers",
    "Assessment",
    "Behaviour",
    "Breach",
    "Change",
    "Check",
    "Comparison",
    "Device",
    "DeviceAssessment",
    "Direction",
    "Disposition",
    "DistinctOutcome",
    "Fault",
    "Kind",
    "Option",
    "Path",
    "Proof",
    "Question",
    "Reason",
    "Role",
    "Rule",
    "Status",
    "Undecodable",
    "answered",
    "asked_otherwise",
    "assess",
    "behaviour",
    "can_be_left_off",
    "compare",
    "decode",
    "distinct_outcomes",
    "fault",
    "fingerprint",
    "judged_otherwise",
    "leading_to",
    "path",
    "prove",
    "telling",
    "told_everything",
]
