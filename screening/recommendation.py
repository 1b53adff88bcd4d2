"""The recommendation: devices that are suitable or limited, in an order that anybody can check."""

from collections.abc import Mapping
from dataclasses import dataclass

from guides.documents import Document
from guides.models import DeviceFact
from screening.engine import Assessment, DeviceAssessment, Disposition
from screening.matching import Point, known, points
from screening.preferences import Preferences

ORDER = "First those without limits, then those of which more is known, then by name. Money has no part in it."
ORDER_BY_PREFERENCES = (
    "First those without limits, then those that fit most of what you would like, then those that go against least of "
    "it, then those of which more is known, then by name. What is not known never counts as fitting. Money has no part "
    "in it but for your own budget."
)

_WORTH_KNOWING = [name for name in DeviceFact.Name if name is not DeviceFact.Name.PRICE]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``points``: what the person would like, held against it. ``unknown``: the names of facts that nobody would tell,
    or that could not be verified."""

    assessed: DeviceAssessment
    document: Document
    points: tuple[Point, ...]
    unknown: tuple[DeviceFact.Name, ...]


def recommend(
    assessment: Assessment, documents: Mapping[str, Document], preferences: Preferences
) -> tuple[Recommendation, ...]:
    """``documents``: of devices, by key. Which devices there are, the assessment alone decides."""
    within_reach = (assessed for assessed in assessment.devices if assessed.disposition <= Disposition.LIMITED)
    found = [_recommendation(assessed, documents[assessed.device.key], preferences) for assessed in within_reach]
    return tuple(sorted(found, key=_place))


def order(preferences: Preferences) -> str:
    """How they are ordered, in words."""
    return ORDER_BY_PREFERENCES if preferences else ORDER


def _recommendation(assessed: DeviceAssessment, document: Document, preferences: Preferences) -> Recommendation:
    return Recommendation(
        assessed,
        document,
        points=points(preferences, assessed, document),
        unknown=tuple(name for name in _WORTH_KNOWING if not known(document, name)),
    )


def _place(recommendation: Recommendation) -> tuple[Disposition, int, int, int, str]:
    fits = [point.fits for point in recommendation.points]
    label_missing = recommendation.document["label_source"] is None
    title = recommendation.document["title"].casefold()
    disposition = recommendation.assessed.disposition
    return disposition, -fits.count(True), fits.count(False), len(recommendation.unknown) + label_missing, title
