"""The engine of the check: pure functions on frozen values, standard library only; no clock, no database.

- `path`: the questions that a person's answers lead to.
- `assess`: what the answers mean for each device.
- `prove`: the promises a questionnaire breaks, over every possible set of answers.
"""

from screening.engine.answers import Fault, fault
from screening.engine.assess import Assessment, DeviceAssessment, Reason, assess
from screening.engine.decode import Undecodable, decode
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
from screening.engine.path import Path, path
from screening.engine.proof import Breach, Proof, prove

__all__ = [
    "Answer",
    "Answers",
    "Assessment",
    "Breach",
    "Check",
    "Device",
    "DeviceAssessment",
    "Disposition",
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
    "assess",
    "decode",
    "fault",
    "fingerprint",
    "path",
    "prove",
]
