"""Geometry for pictures drawn as SVG in templates.

Across, everything is a percentage of the picture's width; down, it is in rem. So pictures fit any
screen without scaling their letters, and grow with the reader's own font size.
"""

import textwrap
from dataclasses import dataclass

LETTERS_IN_A_LINE = 38
"""What fits beside nothing else on a screen 320 pixels wide."""

_LINE = 1.4
_BAR = 0.75
_GAP = 1.4
_AXIS = 2.2


@dataclass(frozen=True, slots=True)
class Line:
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """``is_open`` bars go on beyond the picture's end."""

    x: str
    width: str
    y: str
    height: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Row:
    lines: list[Line]
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Tick:
    """``anchor`` keeps the first and last label inside the picture."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    height: str
    axis_y: str
    label_y: str
    rows: list[Row]
    ticks: list[Tick]


@dataclass(frozen=True, slots=True)
class Span:
    """One row: ``low`` to ``high`` on the scale. Without ``high`` it goes on, without ``low`` it has no bar."""

    label: str
    low: int | None
    high: int | None


def draw(spans: list[Span], scale: tuple[int, int], marks: list[int]) -> Picture:
    """A row for each span under its label, above one axis with ``marks`` from ``scale[0]`` to ``scale[1]``."""
    rows, y = [], 0.0
    for span in spans:
        row, y = _row(span, scale, y)
        rows.append(row)
    return Picture(
        height=rem(y + _AXIS),
        axis_y=rem(y),
        label_y=rem(y + _LINE),
        rows=rows,
        ticks=[_tick(mark, scale) for mark in marks],
    )


def round_marks(scale: tuple[int, int], about: int = 4) -> list[int]:
    """Both ends of the scale, and between them round numbers that divide it into ``about`` parts at most."""
    low, high = scale
    rough = max((high - low) / about, 1)
    size = 10 ** (len(str(int(rough))) - 1)
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    between = range((low // step + 1) * step, high, step)
    return sorted({low, *(mark for mark in between if mark - low >= step / 2 and high - mark >= step / 2), high})


def _row(span: Span, scale: tuple[int, int], y: float) -> tuple[Row, float]:
    lines = []
    for text in textwrap.wrap(span.label, LETTERS_IN_A_LINE):
        y += _LINE
        lines.append(Line(rem(y - 0.35), text))
    if span.low is None:
        return Row(lines, None), y + _GAP / 2
    return Row(lines, _bar(span, scale, y)), y + _BAR + _GAP / 2


def _bar(span: Span, scale: tuple[int, int], y: float) -> Bar:
    high = scale[1] if span.high is None else span.high
    start, end = _share(span.low or 0, scale), _share(high, scale)
    return Bar(percent(start), percent(max(end - start, 0.6)), rem(y), rem(_BAR), is_open=span.high is None)


def _tick(mark: int, scale: tuple[int, int]) -> Tick:
    anchor = {scale[0]: "start", scale[1]: "end"}.get(mark, "middle")
    return Tick(percent(_share(mark, scale)), f"{mark:,}", anchor)


def _share(value: int, scale: tuple[int, int]) -> float:
    """Where ``value`` is on the scale, in percent, kept inside it."""
    low, high = scale
    return min(max((value - low) / (high - low) * 100, 0), 100) if high > low else 0


def percent(number: float) -> str:
    """As an attribute of SVG."""
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"


def rem(number: float) -> str:
    """As an attribute of SVG."""
    return f"{number:.2f}".rstrip("0").rstrip(".") + "rem"
