"""Which row of one list is which of the other, and which of them have moved."""

from collections import defaultdict
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

type Row = dict[str, Any]
type Pair = tuple[Row | None, Row | None]


def pairs(old: list[Row], new: list[Row], name: Callable[[Row], str]) -> list[Pair]:
    """Each row with itself in the other list: None where it is not there. In the order of the new list; what is gone
    comes last.

    A row is the same by its ``uid`` or ``key``. Others are the same where they are equal, or else where they are of
    the same ``name``, in their order.
    """
    waiting: dict[Any, list[Row]] = defaultdict(list)
    for row in old:
        waiting[_identity(row) or name(row)].append(row)
    equal = {index: _taken(waiting[_identity(row) or name(row)], row) for index, row in enumerate(new) if row in old}
    found: list[Pair] = []
    for index, row in enumerate(new):
        left = waiting[_identity(row) or name(row)]
        found.append((equal.get(index) or (left.pop(0) if left else None), row))
    return found + [(row, None) for row in old if any(row is gone for left in waiting.values() for gone in left)]


def moved(old: list[Row], new: list[Row]) -> set[str]:
    """Identities of the rows that changed places; of those that went past each other, as few as possible."""
    before, after = [_identity(row) for row in old], [_identity(row) for row in new]
    both = set(before) & set(after) - {""}
    before, after = [one for one in before if one in both], [one for one in after if one in both]
    stayed: set[str] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        stayed.update(before[block.a : block.a + block.size])
    return both - stayed


def _identity(row: Row) -> str:
    return str(row.get("uid") or row.get("key") or "")


def _taken(rows: list[Row], row: Row) -> Row | None:
    return rows.pop(rows.index(row)) if row in rows else None
