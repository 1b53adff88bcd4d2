"""What somebody can know before they start."""

from dataclasses import dataclass

from screening.engine import Check


@dataclass(frozen=True, slots=True)
class Length:
    """``of_everybody``: questions that all are asked. ``follow_ups``: those that some answers open, if all did."""

    of_everybody: int
    follow_ups: int


def length(check: Check) -> Length:
    of_everybody = sum(not question.asked_after for question in check.questions)
    return Length(of_everybody, len(check.questions) - of_everybody)
