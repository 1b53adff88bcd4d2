"""Whether a change matters to readers: computed from the difference, never chosen (rule 5.5)."""

from typing import Any

from guides.documents import Document

_MATERIAL_REFERENCES = {
    "claim": ("statement", "verdict", "grade", "evidence"),
    "condition": ("must_stop", "rules"),
    "product": ("name", "disclosure"),
}
_MATERIAL_FIELDS = {
    "device": ("is_reference", "areas", "modalities", "facts", "label", "label_source"),
    "questionnaire": ("questions",),
}


def is_major(old: Document | None, new: Document) -> bool:
    """True where a claim, verdict, grade, condition, dose, disclosure, label or question differs.

    A first edition is major: everything in it is new.
    """
    return old is None or _material(old) != _material(new)


def _material(document: Document) -> dict[str, Any]:
    material: dict[str, Any] = {name: document.get(name) for name in _MATERIAL_FIELDS.get(document["kind"], ())}
    for kind, names in _MATERIAL_REFERENCES.items():
        rows = document["references"].get(kind, {})
        material[kind] = {key: {name: row.get(name) for name in names} for key, row in rows.items()}
    return material
