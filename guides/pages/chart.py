"""A chart record as a picture and as the table beside it."""

from dataclasses import dataclass
from typing import Any

from guides.pages.pictures import Picture, Span, draw, round_marks
from guides.pages.references import Citation, References


@dataclass(frozen=True, slots=True)
class ChartRow:
    label: str
    effect: str
    between: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Chart:
    anchor: str
    title: str
    unit: str
    note: str
    picture: Picture
    rows: list[ChartRow]
    citation: Citation | None


def chart(anchor: str, record: dict[str, Any], references: References) -> Chart:
    """Ranges without values stay in the table and get a label without a bar in the picture: nothing is guessed."""
    scale = record["scale_from"], record["scale_to"]
    spans = [Span(f"{row['label']}: {row['effect']}", _low(row, scale), row["high"]) for row in record["ranges"]]
    return Chart(
        anchor=anchor,
        title=record["title"],
        unit=record["unit"],
        note=record["note"],
        picture=draw(spans, scale, round_marks(scale)),
        citation=references.cite("study", record["study"]),
        rows=[_row(row, record["unit"], references) for row in record["ranges"]],
    )


def _row(row: dict[str, Any], unit: str, references: References) -> ChartRow:
    """Copies from before rows had sources rest on the chart's study alone."""
    source = references.cite("source", row.get("source"))
    return ChartRow(row["label"], row["effect"], _between(row, unit), source)


def _low(row: dict[str, Any], scale: tuple[int, int]) -> int | None:
    return scale[0] if row["low"] is None and row["high"] is not None else row["low"]


def _between(row: dict[str, Any], unit: str) -> str:
    match row["low"], row["high"]:
        case None, None:
            return "No values reported"
        case low, None:
            return f"{low:,} {unit} and more"
        case None, high:
            return f"Up to {high:,} {unit}"
        case low, high:
            return f"{low:,} to {high:,} {unit}"
