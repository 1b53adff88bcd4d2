"""The one way to write a document as bytes, so that equal documents have equal hashes on every database."""

import hashlib
import json
from typing import Any

type Document = dict[str, Any]


def canonical(document: Document) -> bytes:
    """UTF-8 JSON, keys sorted, no white space.

    Raises TypeError for floats (databases print them differently), for names that are no text and for whatever
    JSON has no word for; ValueError for NUL characters, which PostgreSQL refuses, and for halves of characters.
    """
    _refuse_unstable(document)
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(document: Document) -> str:
    """Hash of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(document)).hexdigest()


def _refuse_unstable(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("A document cannot contain floats: write the number as text.")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("A document cannot contain NUL characters.")
    if isinstance(value, dict):
        if unnamed := [name for name in value if not isinstance(name, str)]:
            raise TypeError(f"A document names its values with text, not {unnamed[0]!r}.")
        value = [*value, *value.values()]
    if isinstance(value, list | tuple):
        for item in value:
            _refuse_unstable(item)
