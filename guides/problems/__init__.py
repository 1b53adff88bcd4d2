"""Problems: what checks find in a document. Shown on every open, save and preview; blockers stop `publish()`."""

from guides.problems import address, comparison, device, guide, links, prose, record, words
from guides.problems.problem import Check, Level, Problem, blocker, blockers, check, problems, warning

__all__ = [
    "Check",
    "Level",
    "Problem",
    "address",
    "blocker",
    "blockers",
    "check",
    "comparison",
    "device",
    "guide",
    "links",
    "problems",
    "prose",
    "record",
    "warning",
    "words",
]
