"""Whether a change matters to readers: computed from the difference, never chosen (rule 5.5)."""

from collections.abc import Iterable, Iterator
from typing import Any

from guides.documents import Document
from guides.models import Disposition, Modality

_MATERIAL_REFERENCES = {
    "claim": ("statement", "verdict", "grade", "evidence"),
    "condition": ("name", "must_stop", "rules"),
    "product": ("name", "disclosure"),
    "chart": ("unit", "scale_from", "scale_to", "ranges"),
    "compared": ("areas", "modalities", "facts", "label_source"),
}
_MATERIAL_BLOCKS = {
    "answer-item": ("list", "claim"),
    "claim": ("claim",),
    "mechanism": ("title", "certainty"),
    "chart": ("chart",),
    "phase": ("starts_week", "ends_week", "sessions"),
    "conditions": ("conditions",),
    "comparison": ("devices",),
    "product": ("product",),
}
_MATERIAL_FIELDS = {
    "device": ("is_reference", "areas", "modalities", "facts", "label", "label_source"),
    "questionnaire": ("questions",),
}


def is_major(old: Document | None, new: Document) -> bool:
    """True where a claim, verdict, grade, condition, dose, disclosure, label or question differs.

    A dose is how strong, how long or how often: phases of timelines, ranges of charts, facts of devices.
    The order of a guide's blocks is no change of what they say. Where nothing was live, everything is new.
    """
    return old is None or _material(old) != _material(new)


def softened(old: Document, new: Document) -> list[str]:
    """Every disposition that would be milder than it was, in words, one by one.

    A rule or label statement that is gone is milder than any. What a guide no longer names at all is not softened.
    """
    kept = new["references"].get("condition", {}) if old["kind"] == "guide" else old["references"].get("condition", {})
    was, would_be = _dispositions(old), _dispositions(new)
    return [
        f"“{old['references']['condition'][key]['name']}”, {said}: was {_word(was[key, said])}, "
        f"would be {_word(would_be.get((key, said)))}."
        for key, said in was
        if key in kept and _strictness(would_be.get((key, said))) < _strictness(was[key, said])
    ]


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


def _dispositions(document: Document) -> dict[tuple[str, str], str]:
    """The strictest that is said of each condition, by (key of the condition, who says it of what)."""
    strictest: dict[tuple[str, str], str] = {}
    for place, disposition in _sayings(document):
        strictest[place] = max(disposition, strictest.get(place, disposition), key=_strictness)
    return strictest


def _sayings(document: Document) -> Iterator[tuple[tuple[str, str], str]]:
    for key, condition in document["references"].get("condition", {}).items():
        for rule in condition["rules"]:
            modality = Modality(rule["modality"]).label
            yield (key, f"{modality}, if present"), rule["if_present"]
            yield (key, f"{modality}, if not sure"), rule["if_unknown"]
    for statement in document.get("label", ()):
        yield (statement["condition"], "by the label"), statement["if_present"]


def _strictness(disposition: str | None) -> int:
    return Disposition.values.index(disposition) if disposition else -1


def _word(disposition: str | None) -> str:
    return f"“{Disposition(disposition).label}”" if disposition else "nothing"
