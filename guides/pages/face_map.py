"""Face and neck as a drawing: each area a shape, to show where a device may be used or to tell where something is."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guides.models import Area
from guides.pages.dispositions import areas_words


class Use(StrEnum):
    """What a drawing says of an area; nothing of those that it does not name."""

    USE_ON = "use-on"
    LEAVE_OUT = "leave-out"


_WORDS = {Use.USE_ON: "Use on", Use.LEAVE_OUT: "Leave out"}


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class MapArea:
    """``shape``: its outline on the drawing, as SVG writes it. ``marks``: where a tick or cross has room.

    ``use`` is None where nothing is said of it. ``input``: the id of the checkbox that it stands for, if there is one.
    """

    code: str
    shape: str
    marks: tuple[Point, ...]
    use: Use | None
    input: str


@dataclass(frozen=True, slots=True)
class LegendLine:
    use: Use
    words: str
    areas: str


@dataclass(frozen=True, slots=True)
class FaceMap:
    """``legend`` says in words whatever the drawing says; it is empty where checkboxes say it."""

    areas: tuple[MapArea, ...]
    legend: tuple[LegendLine, ...]


def face_map(*, use_on: Collection[str], leave_out: Collection[str]) -> FaceMap:
    """To read: where a device may be used, and where it must not. An area in both is left out."""
    uses = {**dict.fromkeys(use_on, Use.USE_ON), **dict.fromkeys(leave_out, Use.LEAVE_OUT)}
    return FaceMap(tuple(_areas(uses, {})), tuple(_legend(uses)))


def face_map_to_tick(inputs: Mapping[str, str]) -> FaceMap:
    """To choose from: each area is a label of the checkbox that ``inputs`` names for it."""
    return FaceMap(tuple(_areas({}, inputs)), ())


def _areas(uses: Mapping[str, Use], inputs: Mapping[str, str]) -> Iterator[MapArea]:
    for area in Area:
        shape, marks = _SHAPES[area]
        yield MapArea(area.value, shape, marks, uses.get(area), inputs.get(area, ""))


def _legend(uses: Mapping[str, Use]) -> Iterator[LegendLine]:
    for use in Use:
        if named := [area for area in Area.values if uses.get(area) is use]:
            yield LegendLine(use, _WORDS[use], areas_words(named))


# On a canvas of 240 by 300; what lies in pairs is one shape of two outlines. “Around the eyes” leaves the eyes free.
_SHAPES: dict[Area, tuple[str, tuple[Point, ...]]] = {
    Area.FOREHEAD: (
        "M86 60c8-11 20-16 34-16s26 5 34 16c4 8 6 17 5 27-11-7-24-8-34-2h-10c-10-6-23-5-34 2-1-10 1-19 5-27z",
        (Point(120, 66),),
    ),
    Area.TEMPLES: (
        "M79 66c-10 9-16 22-18 40l9 3c1-8 3-14 6-19-1-9 0-17 3-24z"
        "M161 66c10 9 16 22 18 40l-9 3c-1-8-3-14-6-19 1-9 0-17-3-24z",
        (Point(70, 91), Point(170, 91)),
    ),
    Area.EYES: (
        "M73 110c2-13 11-19 22-19 10 0 17 5 18 14 0 11-8 19-20 19-10 0-18-6-20-14zm9-1c7 5 17 5 23 0-6-5-16-5-23 0z"
        "M167 110c-2-13-11-19-22-19-10 0-17 5-18 14 0 11 8 19 20 19 10 0 18-6 20-14z"
        "m-9-1c-7 5-17 5-23 0 6-5 16-5 23 0z",
        (Point(94, 118), Point(146, 118)),
    ),
    Area.CHEEKS: (
        "M61 114l8 1c4 9 13 14 24 14 7 0 12-2 15-5-1 8-3 15-6 21-3 5-9 8-12 14-2 4-4 8-5 13-14-14-22-34-24-58z"
        "M179 114l-8 1c-4 9-13 14-24 14-7 0-12-2-15-5 1 8 3 15 6 21 3 5 9 8 12 14 2 4 4 8 5 13 14-14 22-34 24-58z",
        (Point(83, 146), Point(157, 146)),
    ),
    Area.MOUTH_CHIN: (
        "M105 155c9-4 21-4 30 0 8 4 12 11 13 20 0 5-1 10-3 14"
        "-6 9-15 14-25 14s-19-5-25-14c-2-4-3-9-3-14 1-9 5-16 13-20z",
        (Point(120, 193),),
    ),
    Area.JAW: (
        "M64 152c4 10 10 19 18 26l5 2c1 8 5 15 11 20 6 6 14 8 22 8s16-2 22-8c6-5 10-12 11-20l5-2c8-7 14-16 18-26"
        "-4 20-12 37-24 51-9 11-20 18-32 18s-23-7-32-18c-12-14-20-31-24-51z",
        (Point(120, 213),),
    ),
    Area.NECK: (
        "M86 209c10 13 21 19 34 19s24-6 34-19c0 14 0 28 1 40 1 11 10 18 23 23"
        "-38 8-78 8-116 0 13-5 22-12 23-23 1-12 1-26 1-40z",
        (Point(120, 250),),
    ),
}
