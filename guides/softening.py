"""What would be milder than readers had it: named one by one, so that whoever publishes it says why (rule 5.5)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from guides.documents import Document
from guides.models import Area, ConditionList, Disposition, Modality

_LABEL = "by the label"
_PRESENT, _UNKNOWN = "if present", "if not sure"
_WHERE_TOLD = "where the person says it is"

type _Place = tuple[str, ...]
"""The key of a condition; then who says something of it: the label, or the rule for a modality and a status."""


def softened(old: Document, new: Document) -> list[str]:
    """Everything that would be milder than it was, in words, one by one."""
    return [
        *_dispositions_softened(old, new),
        *_no_longer_listed(old, new),
        *_given_back(old, new),
        *_no_longer_meant(old, new),
    ]


def _dispositions_softened(old: Document, new: Document) -> Iterator[str]:
    """A label statement, or rule of a condition that both name, is milder than any once it is gone. So is every rule of
    what the check no longer knows. What a guide or device no longer names may be as strict as ever; but a list that
    would name a condition as it was, and does not, says that it is milder now.
    """
    would_be, listed_from = _dispositions(new), _listed_from(new)
    kept = old if new["kind"] == "questionnaire" else new
    for (key, *said), was in _dispositions(old).items():
        if said == [_LABEL] or key in _conditions(kept):
            milder = _milder(was, would_be.get((key, *said)))
        else:
            milder = _left_out(was, listed_from) if said[-1] == _PRESENT else ""
        if milder:
            yield f"“{_conditions(old)[key]['name']}”, {', '.join(said)}: was {_word(was)}, would be {milder}."


def _no_longer_listed(old: Document, new: Document) -> Iterator[str]:
    """A list that begins at something stricter, or is gone, warns of less, and hides whether a condition that fell out
    of it has become milder: named once, with all of those."""
    listed_from, gone = _listed_from(new), _listed(old) - _conditions(new).keys()
    fallen_out = {
        condition["name"]
        for key, condition in _conditions(old).items()
        if key in gone
        and (listed_from is None or all(_milder(listed_from, rule["if_present"]) for rule in condition["rules"]))
    }
    if fallen_out:
        would_be = f"from {_word(listed_from)}" if listed_from else "gone"
        names = ", ".join(f"“{name}”" for name in sorted(fallen_out))
        yield f"the list of conditions: was from {_word(_listed_from(old))}, would be {would_be}, without {names}."


def _given_back(old: Document, new: Document) -> Iterator[str]:
    """Shorter waits, and areas that would no longer be left out, of what both documents say something of."""
    would_be = _limits(new)
    for place, was in _limits(old).items():
        if place not in would_be or would_be[place].is_stricter_than_areas:
            continue
        named = f"“{_conditions(old)[place[0]]['name']}”, {place[1]}"
        if 0 < would_be[place].days < was.days:  # A wait that is gone is a milder disposition, named as that.
            yield f"{named}: was “wait” {_days(was.days)}, would be {_days(would_be[place].days)}."
        if areas := was.areas - would_be[place].areas:
            yield f"{named}: would no longer leave out {', '.join(sorted(areas))}."


def _no_longer_meant(old: Document, new: Document) -> Iterator[str]:
    """Conditions that an answer of the check would no longer mean, or that no answer would."""
    would_be = {place: frozenset(option["affirms"]) for place, _, option in _answers(new)}
    still = frozenset().union(*would_be.values())
    for place, question, option in _answers(old):
        for key in option["affirms"]:
            if key not in would_be.get(place, still):
                answer = f"the answer “{option['label']}” to “{question['text']}”"
                yield f"“{_conditions(old)[key]['name']}”: would no longer be meant by {answer}."


@dataclass(frozen=True, slots=True)
class _Limits:
    """For how long not, where not, and whether it is so strict that areas make no difference."""

    days: float
    areas: frozenset[str]
    is_stricter_than_areas: bool


def _limits(document: Document) -> dict[_Place, _Limits]:
    """Of each condition, by its rules for a modality and by the label."""
    said: dict[_Place, list[dict[str, Any]]] = defaultdict(list)
    for key, condition in _conditions(document).items():
        for rule in condition["rules"]:
            said[key, Modality(rule["modality"]).label].append(rule)
    for statement in document.get("label", ()):
        said[statement["condition"], _LABEL].append(statement)
    return {place: _limits_of(rows) for place, rows in said.items()}


def _limits_of(rows: list[dict[str, Any]]) -> _Limits:
    """A wait without days lasts until it is over: it is longer than any."""
    waits = [row.get("wait_days") or inf for row in rows if row["if_present"] == Disposition.WAIT]
    areas = {Area(area).label for row in rows for area in row["areas"]}
    told = {_WHERE_TOLD for row in rows if row["where_told"]}
    strict = any(_strictness(row["if_present"]) > _strictness(Disposition.WAIT) for row in rows)
    return _Limits(max(waits, default=0), frozenset(areas | told), strict)


def _days(days: float) -> str:
    return "until it is over" if days == inf else f"{days:.0f} day{'' if days == 1 else 's'}"


def _answers(document: Document) -> Iterator[tuple[tuple[str, str], dict[str, Any], dict[str, Any]]]:
    """Every answer of the check: the keys of its question and its own, and both as the document has them."""
    for question in document.get("questions", ()):
        for option in question["options"]:
            yield (question["key"], option["key"]), question, option


def _conditions(document: Document) -> dict[str, dict[str, Any]]:
    return document["references"].get("condition", {})


def _dispositions(document: Document) -> dict[_Place, str]:
    """The strictest that is said in each place."""
    strictest: dict[_Place, str] = {}
    for place, disposition in _sayings(document):
        strictest[place] = max(disposition, strictest.get(place, disposition), key=_strictness)
    return strictest


def _sayings(document: Document) -> Iterator[tuple[_Place, str]]:
    for key, condition in _conditions(document).items():
        for rule in condition["rules"]:
            modality = Modality(rule["modality"]).label
            yield (key, modality, _PRESENT), rule["if_present"]
            yield (key, modality, _UNKNOWN), rule["if_unknown"]
    for statement in document.get("label", ()):
        yield (statement["condition"], _LABEL), statement["if_present"]


def _listed(document: Document) -> set[str]:
    """Keys of the conditions that stand in a list."""
    lists = (block["conditions"] for block in document.get("blocks", ()) if block["kind"] == ConditionList.kind)
    return {key for listed in lists for key in listed}


def _listed_from(document: Document) -> str | None:
    """The mildest disposition whose conditions the document lists, all of them; None where it has no list."""
    levels = (block["at_least"] for block in document.get("blocks", ()) if block["kind"] == ConditionList.kind)
    return min(levels, key=_strictness, default=None)


def _milder(was: str, would_be: str | None) -> str:
    """The word for what it would be; empty where that is not milder."""
    return _word(would_be) if _strictness(would_be) < _strictness(was) else ""


def _left_out(was: str, listed_from: str | None) -> str:
    """The same, of what is in no list, though they begin at ``listed_from``."""
    if listed_from is None or _strictness(was) < _strictness(listed_from):
        return ""
    return f"milder than {_word(listed_from)}" if _strictness(listed_from) else _word(None)


def _strictness(disposition: str | None) -> int:
    return Disposition.values.index(disposition) if disposition else -1


def _word(disposition: str | None) -> str:
    return f"“{Disposition(disposition).label}”" if disposition else "nothing"
