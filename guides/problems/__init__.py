"""Problems: what checks find in a document. Shown on every open, save and preview; blockers stop `publish()`."""

from guides.problems import (
    address,
    citation,
    comparison,
    device,
    guide,
    images,
    links,
    prose,
    reading,
    record,
    words,
)
from guides.problems.problem import Check, Level, Problem, blocker, blockers, check, problems, warning

__all__ = [
    "Check",
    "Level",
    "Problem",
    "address",
    "blocker",
    "blockers",
    "check",
    "citation",
    "comparison",
    "device",
    "guide",
    "images",
    "links",
    "problems",
    "prose",
    "reading",
    "record",
    "warning",
    "words",
]
