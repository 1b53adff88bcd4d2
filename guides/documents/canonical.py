"""The one way to write a document as bytes, so that equal documents have equal hashes on every database."""

import hashlib
import json
from typing import Any

type Document = dict[str, Any]


def canonical(document: Document) -> bytes:
    """UTF-8 JSON, keys sorted, no white space.

    Raises TypeError for floats (databases print them differently) and for whatever JSON has no word for;
    ValueError for NUL characters, which PostgreSQL refuses.
    """
    _refuse_floats(document)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if "\\u0000" in text:
        raise ValueError("A document cannot contain NUL characters.")
    return text.encode()


def sha256(document: Document) -> str:
    """Hash of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(document)).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("A document cannot contain floats: write the number as text.")
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return
    for item in value:
        _refuse_floats(item)
