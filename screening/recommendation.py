"""The recommendation: devices that are suitable or limited, in an order that anybody can check."""

from collections.abc import Mapping
from dataclasses import dataclass

from guides.documents import Document
from guides.models import DeviceFact
from screening.engine import Assessment, DeviceAssessment, Disposition

ORDER = "First those without limits, then those of which more is known, then by name. Money has no part in it."

_WORTH_KNOWING = [name for name in DeviceFact.Name if name is not DeviceFact.Name.PRICE]
_NOT_KNOWN = {DeviceFact.Basis.NOT_DISCLOSED, DeviceFact.Basis.UNVERIFIED}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``unknown``: the names of facts that nobody would tell, or that could not be verified."""

    assessed: DeviceAssessment
    document: Document
    unknown: tuple[DeviceFact.Name, ...]


def recommend(assessment: Assessment, documents: Mapping[str, Document]) -> tuple[Recommendation, ...]:
    """``documents``: of devices, by key."""
    within_reach = (assessed for assessed in assessment.devices if assessed.disposition <= Disposition.LIMITED)
    found = [_recommendation(assessed, documents[assessed.device.key]) for assessed in within_reach]
    return tuple(sorted(found, key=_place))


def _recommendation(assessed: DeviceAssessment, document: Document) -> Recommendation:
    known = {row["name"] for row in document["facts"] if row["basis"] not in _NOT_KNOWN}
    return Recommendation(assessed, document, tuple(name for name in _WORTH_KNOWING if name not in known))


def _place(recommendation: Recommendation) -> tuple[Disposition, int, str]:
    label_missing = recommendation.document["label_source"] is None
    title = recommendation.document["title"].casefold()
    return recommendation.assessed.disposition, len(recommendation.unknown) + label_missing, title
