"""Whether a change matters to readers: computed from the difference, never chosen (rule 5.5)."""

from collections.abc import Iterable
from typing import Any

from guides.documents import Document

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


def is_major(old: Document | None, new: Document) -> bool:
    """True where something ``MATERIAL`` differs.

    A dose is how strong, how long or how often: phases of timelines, ranges of charts, facts of devices.
    The order of a guide's blocks is no change of what they say. Where nothing was live, everything is new.
    """
    return old is None or _material(old) != _material(new)


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
