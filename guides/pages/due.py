"""Whether anybody has looked lately: last reviewed is told by approvals alone, next review due by the document."""

import datetime as dt
from dataclasses import dataclass

from guides.documents import Document
from guides.pages.editions import EditionPage, History, Review


@dataclass(frozen=True, slots=True)
class Due:
    """``last`` is the newest review of the edition on the page, or of an earlier one: then ``last_edition`` says so."""

    last: Review | None
    last_edition: EditionPage | None
    review_by: dt.date | None
    is_overdue: bool


def due(document: Document, number: int, past: History, at: dt.datetime) -> Due:
    reviews = [(review, edition) for edition in past.editions if edition.number <= number for review in edition.reviews]
    last, edition = max(reviews, key=lambda pair: pair[0].at, default=(None, None))
    written = document.get("review_by")  # Documents of before it was asked for have none.
    review_by = dt.date.fromisoformat(written) if written else None
    return Due(last, edition, review_by, is_overdue=review_by is not None and review_by < at.date())
