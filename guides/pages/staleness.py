"""When a claim needs another look. The rule has a number; pages say which reasons it found."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from guides.grading import METHOD

RULE = 1

CHECKED_WITHIN = dt.timedelta(days=365)
STATED_WITHIN = dt.timedelta(days=730)


def reasons(
    claim: dict[str, Any], studies: dict[str, dict[str, Any]], *, stated_on: dt.date, today: dt.date
) -> list[str]:
    """Why ``claim`` needs another look; nothing where it does not. ``studies`` are copies of those it rests on. Rule 1:

    1. One of its studies was retracted, nobody has checked whether any was, or the check is more than a year old.
    2. The edition that states it is more than two years old.
    3. It was graded by an older method than today's.
    """
    return [*_retractions(claim, studies, today), *_age(claim, stated_on, today)]


def _retractions(claim: dict[str, Any], studies: dict[str, dict[str, Any]], today: dt.date) -> Iterator[str]:
    used = [studies[row["study"]] for row in claim["evidence"] if row["study"] in studies]
    if any(study["retraction"] == "retracted" for study in used):
        yield "One of its studies has been retracted."
    if any(study["retraction"] == "unknown" for study in used):
        yield "Nobody has checked yet whether all of its studies still stand, or were retracted."
    checks = [dt.date.fromisoformat(day) for study in used if (day := study["retraction_checked_on"])]
    if any(day < today - CHECKED_WITHIN for day in checks):
        yield "It is more than a year since somebody checked whether its studies were retracted."


def _age(claim: dict[str, Any], stated_on: dt.date, today: dt.date) -> Iterator[str]:
    if stated_on < today - STATED_WITHIN:
        yield "It was stated more than two years ago."
    if claim["grading_method"] != METHOD:
        yield f"It was graded by method {claim['grading_method']}; today's is method {METHOD}."
