"""How the grade of a claim is computed from its evidence. The method has a number, and each grade names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

METHOD = 1

GRADES = ("none", "very-low", "low", "moderate", "high")

ENOUGH_PEOPLE = 100

_IN_PEOPLE = {"review": 4, "rct": 3, "controlled": 2, "uncontrolled": 1}


@dataclass(frozen=True, slots=True)
class Step:
    """One rule of the method, and what it did: ``points`` are where it starts, then one down or none."""

    code: str
    points: int


@dataclass(frozen=True, slots=True)
class Grading:
    """A grade with how it came about. ``set_aside`` says of each row why it did not count; empty where it did.

    ``design`` and ``participants`` are of the studies in people that counted; ``is_headcount_whole`` unless one of
    them does not say how many took part.
    """

    grade: str
    steps: list[Step]
    set_aside: list[str]
    design: str = ""
    participants: int = 0
    is_headcount_whole: bool = True


def grade(evidence: Iterable[dict[str, Any]]) -> str:
    return grading(list(evidence)).grade


def grading(evidence: Sequence[dict[str, Any]]) -> Grading:
    """Grade the certainty of what the evidence says, for or against.

    Each row has ``study`` (its key), ``stance`` (for, against, neither), ``direct``, ``design``, ``sham_controlled``,
    ``participants`` (None: it does not say) and ``retracted``. Method 1, in the manner of GRADE:

    1. Retracted studies, and rows that point neither way, do not count.
    2. Without any study in people the ceiling is *very low*, however many animals or cells there are.
    3. Where studies in people tested it directly, no other one counts; and of these, only those of the best design,
       so that no study lends another its numbers.
    4. That design sets the start: review of trials 4, randomised trial 3, controlled 2, uncontrolled 1.
    5. One step down each: nothing tested it directly; no comparison with a sham; fewer than 100 people that we know
       of; studies in people point both ways. It never ends below *very low*.
    """
    rows = [row for row in evidence if not _is_mute(row)]
    in_people = [row for row in rows if row["design"] in _IN_PEOPLE]
    if not in_people:
        step = Step("nobody", 1) if rows else Step("nothing", 0)
        return Grading(GRADES[step.points], [step], [_is_mute(row) for row in evidence])
    direct = [row for row in in_people if row["direct"]]
    start = max(_IN_PEOPLE[row["design"]] for row in direct or in_people)
    counted = [row for row in direct or in_people if _IN_PEOPLE[row["design"]] == start]
    sizes = {row["study"]: row["participants"] for row in counted}.values()
    participants = sum(size for size in sizes if size is not None)
    down = {
        "indirect": not direct,
        "no-sham": not any(row["sham_controlled"] for row in counted),
        "few-people": participants < ENOUGH_PEOPLE,
        "both-ways": len({row["stance"] for row in in_people}) > 1,
    }
    return Grading(
        GRADES[max(1, start - sum(down.values()))],
        [Step("start", start), *(Step(code, -int(applies)) for code, applies in down.items())],
        [_why_not(row, start, bool(direct)) for row in evidence],
        counted[0]["design"],
        participants,
        None not in sizes,
    )


def _is_mute(row: dict[str, Any]) -> str:
    """Why a row says nothing at all, by rule 1."""
    if row["retracted"]:
        return "retracted"
    return "neither" if row["stance"] == "neither" else ""


def _why_not(row: dict[str, Any], start: int, any_direct: bool) -> str:
    """Why a row does not count where there are studies in people, by rules 1 to 3."""
    if mute := _is_mute(row):
        return mute
    if row["design"] not in _IN_PEOPLE:
        return "not-in-people"
    if any_direct and not row["direct"]:
        return "not-direct"
    return "" if _IN_PEOPLE[row["design"]] == start else "weaker"
