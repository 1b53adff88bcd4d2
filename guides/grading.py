"""How the grade of a claim is computed from its evidence. The method has a number, and each grade names it."""

from collections.abc import Iterable
from typing import Any

METHOD = 1

GRADES = ("none", "very-low", "low", "moderate", "high")

_IN_PEOPLE = {"review": 4, "rct": 3, "controlled": 2, "uncontrolled": 1}


def grade(evidence: Iterable[dict[str, Any]]) -> str:
    """Grade the certainty of what the evidence says, for or against.

    Each row has ``study`` (its key), ``stance`` (for, against, neither), ``direct``, ``design``, ``sham_controlled``,
    ``participants`` and ``retracted``. Method 1, in the manner of GRADE:

    1. Retracted studies, and rows that point neither way, do not count.
    2. Without any study in people the ceiling is *very low*, however many animals or cells there are.
    3. Where studies in people tested it directly, no other one counts; and of these, only those of the best design,
       so that no study lends another its numbers.
    4. That design sets the start: review of trials 4, randomised trial 3, controlled 2, uncontrolled 1.
    5. One step down each: nothing tested it directly; no comparison with a sham; fewer than 100 people;
       studies in people point both ways.
    """
    rows = [row for row in evidence if row["stance"] != "neither" and not row["retracted"]]
    in_people = [row for row in rows if row["design"] in _IN_PEOPLE]
    if not in_people:
        return GRADES[1] if rows else GRADES[0]
    direct = [row for row in in_people if row["direct"]]
    start = max(_IN_PEOPLE[row["design"]] for row in direct or in_people)
    counted = [row for row in direct or in_people if _IN_PEOPLE[row["design"]] == start]
    steps_down = [
        not direct,
        not any(row["sham_controlled"] for row in counted),
        sum({row["study"]: row["participants"] for row in counted}.values()) < 100,
        len({row["stance"] for row in in_people}) > 1,
    ]
    return GRADES[max(1, start - sum(steps_down))]
