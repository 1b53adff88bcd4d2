"""How a claim's grade came about, in words: exactly what the method did with the evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guides.grading import ENOUGH_PEOPLE, METHOD, Grading, grading
from guides.models import Study
from guides.pages.grades import Grade, grade

_SET_ASIDE = {
    "retracted": "It was retracted.",
    "neither": "It points neither way.",
    "not-in-people": "It is no study in people, and others are.",
    "not-direct": "It did not test this directly, and other studies did.",
    "weaker": "Its design is weaker than that of other studies.",
}
_DOWN = {
    "indirect": ("Nothing tested it directly.", "It was tested directly."),
    "no-sham": ("Nothing was compared with a sham.", "There was a comparison with a sham."),
    "both-ways": ("Studies in people point both ways.", "Studies in people point one way."),
}


@dataclass(frozen=True, slots=True)
class GradingStep:
    words: str
    effect: str


@dataclass(frozen=True, slots=True)
class HowGraded:
    """``set_aside`` says of each row of the evidence why it did not count; empty where it did, or is no study."""

    method: int
    grade: Grade
    steps: list[GradingStep]
    set_aside: list[str]


def how_graded(claim: dict[str, Any], studies: dict[str, dict[str, Any]]) -> HowGraded:
    """``studies`` are the copies in the document that holds ``claim``: the method sees what it saw at assembly."""
    rows = [row for row in claim["evidence"] if row["study"]]
    graded = grading([_row(row, studies[row["study"]]) for row in rows])
    reasons = iter(graded.set_aside)
    set_aside = [_SET_ASIDE.get(next(reasons), "") if row["study"] else "" for row in claim["evidence"]]
    return HowGraded(METHOD, grade(graded.grade), list(_steps(graded)), set_aside)


def _row(row: dict[str, Any], study: dict[str, Any]) -> dict[str, Any]:
    return {
        "study": row["study"],
        "stance": row["stance"],
        "direct": row["direct"],
        "design": study["design"],
        "sham_controlled": study["sham_controlled"],
        "participants": study["participants"],
        "retracted": study["retraction"] == Study.Retraction.RETRACTED,
    }


def _steps(graded: Grading) -> Iterator[GradingStep]:
    first, *rest = graded.steps
    if first.code == "nothing":
        yield GradingStep("No study that counts points either way.", "No grade")
    elif first.code == "nobody":
        words = "No study in people counts. Animals, cells and opinions never lift a claim about people any higher."
        yield GradingStep(words, "Very low at most")
    else:
        design = Study.Design(graded.design).label
        yield GradingStep(f"The best design among the studies that count: {design}.", f"Start at {first.points} of 4")
    for step in rest:
        applies = bool(step.points)
        words = _people(graded, applies) if step.code == "few-people" else _DOWN[step.code][not applies]
        yield GradingStep(words, "One step down" if applies else "Nothing off")
    if rest and sum(step.points for step in graded.steps) < 1:
        yield GradingStep("As long as a study in people counts, it does not fall below this.", "Very low")


def _people(graded: Grading, are_few: bool) -> str:
    """How many took part, as far as anybody says: a number that is missing is not none."""
    if not graded.participants and not graded.is_headcount_whole:
        return "We do not know how many people took part."
    least = "" if graded.is_headcount_whole else "That we know of, "
    took_part = f"{least}{graded.participants:,} {'person' if graded.participants == 1 else 'people'} took part"
    return f"{took_part}, {'fewer than' if are_few else 'which is'} {ENOUGH_PEOPLE}{'' if are_few else ' or more'}."
