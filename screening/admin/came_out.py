"""What an assessment comes to, for editors: devices that the same is said of in one line, the most cautious first."""

import datetime as dt
from dataclasses import dataclass

from guides.models import Area
from guides.pages.dispositions import areas_words, disposition
from screening.engine import Assessment, Check, DeviceAssessment, Disposition


@dataclass(frozen=True, slots=True)
class CameOut:
    """``because``: the conditions that speak against it, or limit it."""

    level: Disposition
    come_back: dt.date | None
    left_out: str
    because: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        is_suitable = self.level is Disposition.SUITABLE
        return "No reason found" if is_suitable else disposition(self.level.name.lower()).words


def came_out(check: Check, assessment: Assessment) -> tuple[CameOut, ...]:
    lines: dict[CameOut, list[str]] = {}
    for assessed in sorted(assessment.devices, key=lambda each: (-each.disposition, each.device.title.casefold())):
        lines.setdefault(_line(check, assessed), []).append(assessed.device.title)
    return tuple(
        CameOut(line.level, line.come_back, line.left_out, line.because, tuple(titles))
        for line, titles in lines.items()
    )


def _line(check: Check, assessed: DeviceAssessment) -> CameOut:
    areas = frozenset().union(*(reason.left_out for reason in assessed.reasons))
    names = (check.conditions[reason.rule.condition].name for reason in assessed.reasons)
    return CameOut(
        level=assessed.disposition,
        come_back=assessed.come_back,
        left_out=areas_words([area for area in Area.values if area in areas]) if areas else "",
        because=tuple(dict.fromkeys(names)),
    )
