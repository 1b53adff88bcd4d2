"""The stretch of a text that shows why it was found, with the words that were asked for marked."""

import re
from collections.abc import Set
from dataclasses import dataclass

from guides.search.words import telling_stems

WORDS = 34
"""Words of an excerpt."""

_READ = 20_000
"""Characters of a text. What is found further down is shown by its beginning."""
_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_BACK = 10


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_asked_for: bool


def excerpt(text: str, asked_for: Set[str]) -> list[Piece]:
    """About ``WORDS`` words of ``text``: those where most of ``asked_for`` stands, from the beginning of a sentence
    if one is near. With an ellipsis where something is left out."""
    spoken = [match[0] for match in _WORD.finditer(text[:_READ])]
    hits = [asked_for & set(telling_stems(word)) for word in spoken]
    start = _from_sentence(spoken, _best(hits))
    shown = list(zip(spoken, map(bool, hits), strict=True))[start : start + WORDS]
    pieces = [Piece("…", False)] * (start > 0) + _joined(shown)
    return pieces + [Piece("…", False)] * (start + WORDS < len(spoken) or len(text) > _READ)


def _best(hits: list[Set[str]]) -> int:
    """The first window with the most different stems; among those, with the most words that were asked for."""
    places = [place for place, found in enumerate(hits) if found]
    return max(places, key=lambda place: (*_worth(hits[place : place + WORDS]), -place), default=0)


def _worth(window: list[Set[str]]) -> tuple[int, int]:
    return len(set().union(*window)), sum(map(bool, window))


def _from_sentence(spoken: list[str], place: int) -> int:
    """The beginning of the sentence that ``place`` is in, or a few words before it."""
    for start in range(place, max(-1, place - _BACK), -1):
        if start == 0 or spoken[start - 1].endswith(_SENTENCE_ENDS):
            return start
    return max(0, place - _BACK // 2)


def _joined(words: list[tuple[str, bool]]) -> list[Piece]:
    """Neighbours of the same sort in one piece, with a space between words."""
    pieces: list[Piece] = []
    for word, is_asked_for in words:
        if pieces and pieces[-1].is_asked_for == is_asked_for:
            pieces[-1] = Piece(f"{pieces[-1].text} {word}", is_asked_for)
        else:
            pieces.append(Piece(word, is_asked_for))
    return pieces
