"""Findings counted by the design of their study, as a picture of one mark for each and the table beside it."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from guides.models import Evidence, Study
from guides.pages.pictures import LETTERS_IN_A_LINE, Line, rem

MARKS_IN_A_LINE = 14

_LINE = 1.4
_MARK = 1.4
_GAP = 0.9


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding. Its shape says its stance, for whoever cannot tell colours apart."""

    x: str
    y: str
    stance: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    design: str
    lines: list[Line]
    marks: list[Mark]
    counts: list[int]


@dataclass(frozen=True, slots=True)
class Tally:
    """``counts`` of each row stand in the order of ``stances``."""

    height: str
    stances: list[tuple[str, str]]
    rows: list[TallyRow]


def tally(findings: Iterable[tuple[str, str]]) -> Tally:
    """``findings`` are pairs of design and stance, one for each time that a study bears on a claim."""
    counted, rows, y = Counter(findings), [], 0.0
    stances = [(stance.value, f"{stance.label.capitalize()}") for stance in Evidence.Stance]
    for design in Study.Design:
        counts = [counted[design.value, stance] for stance, _ in stances]
        if any(counts):
            row, y = _row(design.label.capitalize(), counts, [stance for stance, _ in stances], y)
            rows.append(row)
    return Tally(rem(y), stances, rows)


def _row(design: str, counts: list[int], stances: list[str], y: float) -> tuple[TallyRow, float]:
    lines = []
    for text in textwrap.wrap(design, LETTERS_IN_A_LINE):
        y += _LINE
        lines.append(Line(rem(y - 0.35), text))
    marks = [stance for stance, count in zip(stances, counts, strict=True) for _ in range(count)]
    placed = [
        Mark(rem(index % MARKS_IN_A_LINE * _MARK), rem(y + index // MARKS_IN_A_LINE * _MARK), stance)
        for index, stance in enumerate(marks)
    ]
    return TallyRow(design, lines, placed, counts), y + -(-len(marks) // MARKS_IN_A_LINE) * _MARK + _GAP
