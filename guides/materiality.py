"""Whether a change matters to readers: computed from the difference, never chosen (rule 5.5)."""

from collections.abc import Iterable, Iterator
from typing import Any

from guides.documents import Document
from guides.models import ConditionList, Disposition, Modality

_MATERIAL_REFERENCES = {
    "claim": ("statement", "verdict", "grade", "evidence"),
    "condition": ("name", "must_stop", "rules", "what_to_do", "disagreement"),
    "product": ("name", "disclosure"),
    "chart": ("unit", "scale_from", "scale_to", "ranges"),
    "compared": ("areas", "modalities", "facts", "label_source"),
}
_MATERIAL_BLOCKS = {
    "answer-item": ("list", "text", "claim"),
    "claim": ("claim",),
    "mechanism": ("title", "certainty"),
    "chart": ("chart",),
    "phase": ("starts_week", "ends_week", "sessions"),
    "conditions": ("conditions",),
    "comparison": ("devices",),
    "product": ("product",),
}
_MATERIAL_FIELDS = {
    "guide": ("answer",),
    "device": ("is_reference", "areas", "modalities", "facts", "label", "label_source"),
    "questionnaire": ("questions",),
}

MATERIAL = (
    "claim, verdict, grade, certainty, condition, dose, disclosure, label, "
    "fact of a device, question of the check or quick answer"
)
"""What is compared, for whoever is told what kind of change it is."""

_LABEL = "by the label"
_PRESENT, _UNKNOWN = "if present", "if not sure"

type _Place = tuple[str, ...]
"""The key of a condition; then who says something of it: the label, or the rule for a modality and a status."""


def is_major(old: Document | None, new: Document) -> bool:
    """True where something ``MATERIAL`` differs.

    A dose is how strong, how long or how often: phases of timelines, ranges of charts, facts of devices.
    The order of a guide's blocks is no change of what they say. Where nothing was live, everything is new.
    """
    return old is None or _material(old) != _material(new)


def softened(old: Document, new: Document) -> list[str]:
    """Every disposition that would be milder than it was, in words, one by one.

    A label statement, or rule of a condition that both name, is milder than any once it is gone. So is every rule of
    what the check no longer knows. What a guide or device no longer names may be as strict as ever; but a list that
    would name a condition as it was, and does not, says that it is milder now.
    """
    would_be, listed_from = _dispositions(new), _listed_from(new)
    kept = old if new["kind"] == "questionnaire" else new
    found: list[str] = []
    for (key, *said), was in _dispositions(old).items():
        if said == [_LABEL] or key in _conditions(kept):
            milder = _milder(was, would_be.get((key, *said)))
        else:
            milder = _left_out(was, listed_from) if said[-1] == _PRESENT else ""
        if milder:
            found.append(f"“{_conditions(old)[key]['name']}”, {', '.join(said)}: was {_word(was)}, would be {milder}.")
    return found


def _material(document: Document) -> dict[str, Any]:
    material: dict[str, Any] = {name: document.get(name) for name in _MATERIAL_FIELDS.get(document["kind"], ())}
    for kind, names in _MATERIAL_REFERENCES.items():
        rows = document["references"].get(kind, {})
        material[kind] = {key: _only(names, row) for key, row in rows.items()}
    blocks = [block for block in document.get("blocks", ()) if block["kind"] in _MATERIAL_BLOCKS]
    said = [_only(("kind", *_MATERIAL_BLOCKS[block["kind"]]), block) for block in blocks]
    return material | {"blocks": sorted(said, key=repr)}


def _only(names: Iterable[str], row: dict[str, Any]) -> dict[str, Any]:
    return {name: row.get(name) for name in names}


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
