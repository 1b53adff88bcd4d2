"""Typing errors, against the corpus's own words: what is corrected to is always something that can be found."""

from rapidfuzz.distance import OSA

from guides.models import SearchWord

SHORTEST = 3
"""Letters of a word that is looked at. In shorter ones every error is another word."""


def corrected(word: str) -> str | None:
    """The word that was probably meant: the nearest, among equals the most frequent. None where none is near."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    allowed = 1 if len(word) < 6 else 2
    alike = SearchWord.objects.resembling(word).values_list("word", "sections")
    errors = ((OSA.distance(word, known, score_cutoff=allowed), -sections, known) for known, sections in alike)
    near = [found for found in errors if found[0] <= allowed and found[2].isalpha()]
    return min(near)[2] if near else None
