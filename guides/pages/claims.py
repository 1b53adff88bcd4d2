"""Claims against their evidence, as a table shows them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from guides.models import Evidence, Study
from guides.pages.grades import Grade, Verdict, grade, verdict
from guides.pages.prose import Typesetter, anchor_of
from guides.pages.references import Citation, References

_STANCES = {"for": "For", "against": "Against", "neither": "Neither way"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one study or source says of a claim. ``design`` is empty where it is no study."""

    stance: str
    stance_words: str
    words: str
    design: str
    is_direct: bool
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    anchor: str
    address: str
    statement: str
    verdict: Verdict | None
    grade: Grade
    method: int
    explanation: SafeString
    findings: list[Finding]


def claim_row(key: str, claim: dict[str, Any], typesetter: Typesetter, references: References) -> ClaimRow:
    return ClaimRow(
        anchor=anchor_of("claim", key),
        address=reverse("guides:claim", args=[key]),
        statement=claim["statement"],
        verdict=verdict(claim["verdict"]),
        grade=grade(claim["grade"]),
        method=claim["grading_method"],
        explanation=typesetter.set(claim["explanation"]),
        findings=[_finding(row, references) for row in claim["evidence"]],
    )


def _finding(row: dict[str, Any], references: References) -> Finding:
    kind = "study" if row["study"] else "source"
    study = references.record("study", row["study"])
    return Finding(
        stance=row["stance"],
        stance_words=_STANCES[Evidence.Stance(row["stance"])],
        words=row["finding"],
        design=Study.Design(study["design"]).label.capitalize() if study else "",
        is_direct=row["direct"],
        citation=references.cite(kind, row[kind]),
    )
