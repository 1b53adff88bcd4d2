"""Typing errors, against the corpus's own words: what is corrected to is always something that can be found."""

from rapidfuzz.distance import OSA

from guides.models import SearchWord
from guides.search.words import tells

SHORTEST = 3
"""Letters of a word that is looked at. In shorter ones every error is another word."""
LONG = 8
"""Letters of a word that may hold two errors."""


def corrected(word: str) -> str | None:
    """The word that was probably meant: the nearest; among equals one that begins alike, and then the most frequent.
    None where none is near."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    allowed = 1 if len(word) < LONG else 2
    alike = SearchWord.objects.resembling(word).values_list("word", "sections")
    near = [
        (errors, known[0] != word[0], -sections, known)
        for known, sections in alike
        if (errors := OSA.distance(word, known, score_cutoff=allowed)) <= allowed and known.isalpha() and tells(known)
    ]
    return min(near)[-1] if near else None
