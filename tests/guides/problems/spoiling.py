"""The complete example with one thing spoiled, and what the checks then find."""

import datetime as dt
from typing import Any

from guides.documents import Document
from guides.problems import Problem, problems

LINKED = {"link-not-live"}
"""The example links to drafts that are not live, which every test would find again."""


def spoiled(document: Document, where: str, value: Any) -> Document:
    """``document`` with the value at ``where``, a path such as ``blocks.3.html``, replaced."""
    *path, last = [int(step) if step.isdigit() else step for step in where.split(".")]
    place: Any = document
    for step in path:
        place = place[step]
    place[last] = value
    return document


def found(document: Document, at: dt.datetime) -> list[Problem]:
    return [problem for problem in problems(document, at=at) if problem.code not in LINKED]


def codes(document: Document, at: dt.datetime) -> list[tuple[str, str]]:
    """What is found, as (code, where), blockers first."""
    return [(problem.code, problem.where) for problem in found(document, at)]
