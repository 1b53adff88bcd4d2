"""Problems: what checks find in a document. Shown on every open, save and preview; blockers stop `publish()`."""

from guides.problems import address, device, guide, prose, record
from guides.problems.problem import Check, Level, Problem, blocker, blockers, check, problems, warning

__all__ = [
    "Check",
    "Level",
    "Problem",
    "address",
    "blocker",
    "blockers",
    "check",
    "device",
    "guide",
    "problems",
    "prose",
    "record",
    "warning",
]
