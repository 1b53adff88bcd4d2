"""The day by which somebody has to look at the rules again. After it, the check recommends nothing."""

import datetime as dt
from dataclasses import dataclass, replace

from guides.documents import Document
from screening.engine import Assessment, DeviceAssessment, Disposition


@dataclass(frozen=True, slots=True)
class Review:
    """``by``: the last day on which the rules count as they are. Rules without such a day are past it."""

    by: dt.date | None

    def is_past(self, today: dt.date) -> bool:
        return self.by is None or today > self.by


def review(questionnaire: Document) -> Review:
    by = questionnaire.get("review_by")
    return Review(dt.date.fromisoformat(by) if by else None)


def held_back_to_ask(assessment: Assessment) -> Assessment:
    """No device is milder than *ask*, and none has an area left to be used on."""
    devices = tuple(
        replace(assessed, disposition=max(assessed.disposition, Disposition.ASK), areas=frozenset())
        for assessed in assessment.devices
    )
    return replace(assessment, devices=devices)


def awaits_review(assessed: DeviceAssessment) -> bool:
    """Nothing that was answered holds this device back so far: only the review does."""
    if assessed.disposition is not Disposition.ASK or assessed.nowhere_left:
        return False
    return all(reason.disposition < Disposition.ASK for reason in assessed.reasons)
