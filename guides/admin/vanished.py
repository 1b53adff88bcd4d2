"""Rows that somebody deleted while they stood in another person's form: what was written there is kept, as new rows."""

import re
from typing import Any

from django.db import models
from django.utils.datastructures import MultiValueDict

_MOST_DIGITS = 18
"""No database has counted further."""


def number(text: str) -> int | None:
    """The number of a row, as a form gives it; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def bringing_back(given: dict[str, Any], model: type[models.Model], *, can_add: bool) -> int:
    """Make new rows of those that a formset is ``given`` and the database no longer has; say how many there are.

    What was to be deleted anyway is left out, and so is everything where nobody can add a row.
    """
    data, prefix, pk = given["data"], given["prefix"], model._meta.pk.name
    rows = _Rows(prefix)
    initial = number(data.get(f"{prefix}-INITIAL_FORMS", "")) or 0
    posted = rows.numbers(data)
    known = {row: key for row in posted if row < initial and (key := number(data.get(rows.name(row, pk), "")))}
    there = set(model._default_manager.filter(pk__in=known.values()).values_list("pk", flat=True))
    vanished = [row for row, key in known.items() if key not in there]
    if not vanished:
        return 0
    kept = [row for row in posted if row < initial and row not in vanished]
    back = [row for row in vanished if can_add and not data.get(rows.name(row, "DELETE"))]
    order = [*kept, *back, *(row for row in posted if row >= initial)]
    given["data"], given["files"] = (rows.reordered(values, order) for values in (data, given["files"]))
    for place in range(len(kept), len(kept) + len(back)):
        given["data"][rows.name(place, pk)] = ""
    given["data"][f"{prefix}-INITIAL_FORMS"] = str(len(kept))
    given["data"][f"{prefix}-TOTAL_FORMS"] = str(len(order))
    return len(back)


class _Rows:
    """The rows of one formset among everything that a form posts."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.pattern = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,6}})-(.+)")

    def name(self, row: int, field: str) -> str:
        return f"{self.prefix}-{row}-{field}"

    def numbers(self, values: MultiValueDict) -> list[int]:
        return sorted({int(found[1]) for name in values if (found := self.pattern.fullmatch(name))})

    def reordered(self, values: MultiValueDict, order: list[int]) -> MultiValueDict:
        """``values`` with the rows in this order, and without those that it does not name."""
        places = {row: place for place, row in enumerate(order)}
        after = values.copy()
        for name in values:
            if self.pattern.fullmatch(name):
                del after[name]
        for name in values:
            if (found := self.pattern.fullmatch(name)) and int(found[1]) in places:
                after.setlist(self.name(places[int(found[1])], found[2]), values.getlist(name))
        return after
