"""Grades and verdicts in words: what a reader who has never met one needs to know."""

from dataclasses import dataclass

from guides.grading import GRADES
from guides.models import Claim


@dataclass(frozen=True, slots=True)
class Grade:
    """How sure anybody can be. ``steps`` holds one value for each step of the meter: True where it is reached."""

    code: str
    words: str
    meaning: str
    steps: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    code: str
    words: str
    meaning: str


_GRADES = {
    "none": ("No studies", "No study that we know of points either way."),
    "very-low": ("Very low", "We can hardly be sure at all. The truth may well be different."),
    "low": ("Low", "We can be a little sure. The truth may be quite different."),
    "moderate": ("Moderate", "We can be fairly sure. The truth is probably close to this, but may differ."),
    "high": ("High", "We can be very sure. More studies are unlikely to change this."),
}

_VERDICTS = {
    "supported": "The evidence that counts points this way.",
    "partly": "Part of the claim is backed by evidence, part of it is not.",
    "unproven": "Nobody has shown it. That is not the same as showing that it is false.",
    "refuted": "What is known speaks against it.",
}


def grade(code: str) -> Grade:
    """Raises KeyError for a grade that the method does not give."""
    words, meaning = _GRADES[code]
    return Grade(code, words, meaning, tuple(step <= GRADES.index(code) for step in range(1, len(GRADES))))


def grades() -> list[Grade]:
    """From no evidence to high."""
    return [grade(code) for code in GRADES]


def verdict(code: str) -> Verdict | None:
    """None while an editor has not decided."""
    return Verdict(code, Claim.Verdict(code).label.capitalize(), _VERDICTS[code]) if code else None


def verdicts() -> list[Verdict]:
    return [Verdict(code, label.capitalize(), _VERDICTS[code]) for code, label in Claim.Verdict.choices]
