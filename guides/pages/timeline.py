"""Neighbouring phases as one timeline: a picture, and the list beside it."""

from dataclasses import dataclass
from typing import Any

from guides.pages.pictures import Picture, Span, draw, round_marks

_ROOM_AFTER = 4
"""Weeks drawn after the last one named, so that what goes on is seen to go on."""


@dataclass(frozen=True, slots=True)
class Phase:
    title: str
    weeks: str
    sessions: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    anchor: str
    picture: Picture
    phases: list[Phase]


def timeline(blocks: list[dict[str, Any]]) -> Timeline:
    """``blocks`` are phases in the order of the guide. A phase without an end goes on.

    The scale counts weeks gone by: week 1 lies between 0 and 1, and weeks 1 to 4 end at 4.
    """
    spans = [Span(block["title"], max(block["starts_week"] - 1, 0), block["ends_week"]) for block in blocks]
    named = [week for span in spans for week in (span.low, span.high) if week is not None]
    goes_on = any(span.high is None for span in spans)
    scale = min(named), max(named) + (_ROOM_AFTER if goes_on else 0)
    picture = draw(spans, scale, round_marks(scale))
    return Timeline(f"timeline-{blocks[0]['uid']}", picture, [_phase(block) for block in blocks])


def _phase(block: dict[str, Any]) -> Phase:
    return Phase(block["title"], _weeks(block), block["sessions"], block["text"])


def _weeks(block: dict[str, Any]) -> str:
    start, end = block["starts_week"], block["ends_week"]
    if end is None:
        return f"From week {start} on"
    return f"Week {start}" if start == end else f"Weeks {start} to {end}"
