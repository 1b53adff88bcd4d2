"""The stretch of a text that shows why it was found, with the words that were asked for marked."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from guides.search.words import telling_stems

WORDS = 34
"""Words of an excerpt."""

_READ = 20_000
"""Characters of a text. What is found further down is shown by its beginning."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?:;]\W*$")
_BACK = 10


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_asked_for: bool


def excerpt(text: str, asked_for: frozenset[str]) -> list[Piece]:
    """About ``WORDS`` words of ``text``: those where most of ``asked_for`` stands, from the beginning of a sentence
    if one is near. With an ellipsis where something is left out."""
    words = list(_WORD.finditer(text[:_READ]))
    hits = [asked_for.intersection(telling_stems(word[0])) for word in words]
    first = _from_sentence(text, words, _best(hits))
    last = first + WORDS
    begin, end = words[first].start() if first else 0, words[last].start() if last < len(words) else len(text)
    marked = [word.span() for word, found in zip(words[first:last], hits[first:last], strict=True) if found]
    pieces = list(_pieces(text, begin, end, marked))
    return [Piece("… ", False)] * (first > 0) + pieces + [Piece("…", False)] * (end < len(text))


def _best(hits: Sequence[Set[str]]) -> int:
    """The first window with the most different stems; among those, with the most words that were asked for."""
    places = [place for place, found in enumerate(hits) if found]
    return max(places, key=lambda place: (*_worth(hits[place : place + WORDS]), -place), default=0)


def _worth(window: Sequence[Set[str]]) -> tuple[int, int]:
    return len(set().union(*window)), sum(map(bool, window))


def _from_sentence(text: str, words: list[re.Match[str]], place: int) -> int:
    """The beginning of the sentence that ``place`` is in, or a few words before it."""
    for start in range(place, max(-1, place - _BACK), -1):
        if start == 0 or _SENTENCE_ENDS.search(text[words[start - 1].end() : words[start].start()]):
            return start
    return max(0, place - _BACK // 2)


def _pieces(text: str, begin: int, end: int, marked: list[tuple[int, int]]) -> Iterator[Piece]:
    """``text`` from ``begin`` to ``end``, cut at what is marked."""
    for start, stop in marked:
        if start > begin:
            yield Piece(text[begin:start], False)
        yield Piece(text[start:stop], True)
        begin = stop
    if begin < end:
        yield Piece(text[begin:end], False)
