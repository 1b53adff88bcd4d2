"""How long a guide takes to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.html import strip_tags

from guides.documents import Document

WORDS_A_MINUTE = 200
"""An unhurried reader. The page states it, so that everybody can do their own sum."""

_READ = ("text", "html", "title", "question", "sessions", "reason")


@dataclass(frozen=True, slots=True)
class ReadingTime:
    minutes: int
    words: int
    words_a_minute: int = WORDS_A_MINUTE


def reading_time(document: Document) -> ReadingTime:
    """Counts what is read from top to bottom. Conditions and references are looked up, not read."""
    words = sum(len(strip_tags(text.replace("<", " <")).split()) for text in _texts(document))
    return ReadingTime(max(1, ceil(words / WORDS_A_MINUTE)), words)


def _texts(document: Document) -> Iterator[str]:
    yield from (document["title"], document["standfirst"], document["answer"])
    for block in document["blocks"]:
        yield from (block[name] for name in _READ if name in block)
        if block["kind"] == "claim":
            claim = document["references"]["claim"][block["claim"]]
            yield from (claim["statement"], claim["explanation"])
