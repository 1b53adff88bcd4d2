"""Typing errors, against words that can be found: those of the corpus, and those of synonyms.

Whoever asks about something that we have nothing on is better told so than shown something else. So a correction has to
be likely: the first letter stays, the last is not exchanged for another, and the shorter a word, the less may be wrong.
Words for conditions are missed at a higher price: towards them more is allowed.
"""

from collections.abc import Iterable
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guides.models import SearchWord
from guides.search.words import tells

SHORTEST = 4
"""Letters of a word that is looked at. In shorter ones every error is another word."""
ONE_MISSING = 6
"""Letters of a word that may be missing one. In shorter ones, two have changed places or one is doubled."""
ANY_ERROR, TWO_ERRORS = 9, 12
"""Letters of a word that may hold one that does not belong there, or two errors."""
ANY_ERROR_FOR_CONDITION, TWO_ERRORS_FOR_CONDITION = 5, 9
"""The same, where it is meant for a condition."""
_MOST_UNLIKE = 2
"""Letters that stand in one of two words only, where they differ in two places."""


def corrected(word: str, *, in_synonyms: Iterable[str]) -> str | None:
    """The word that was probably meant: the nearest; among equals one for a condition, and then the most frequent.
    None where none is near."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    allowed = 1 if len(word) < TWO_ERRORS_FOR_CONDITION else 2
    in_corpus = SearchWord.objects.resembling(word).values_list("word", "sections", "names_condition")
    known = [*in_corpus, *((each, 0, True) for each in in_synonyms)]
    near = process.extract_iter(word, [each for each, *_ in known], scorer=OSA.distance, score_cutoff=allowed)
    likely = [
        (errors, not for_condition, -sections, meant)
        for meant, errors, place in near
        for _, sections, for_condition in known[place : place + 1]
        if meant.isalpha() and tells(meant) and _is_likely(word, meant, errors, for_condition=for_condition)
    ]
    return min(likely)[-1] if likely else None


def _is_likely(word: str, meant: str, errors: int, *, for_condition: bool) -> bool:
    any_error = ANY_ERROR_FOR_CONDITION if for_condition else ANY_ERROR
    two_errors = TWO_ERRORS_FOR_CONDITION if for_condition else TWO_ERRORS
    if not (_begin_alike(word, meant) and _end_alike(word, meant)):
        return False
    if errors > 1:
        return len(word) >= two_errors and len(set(word) ^ set(meant)) <= _MOST_UNLIKE
    return len(word) >= any_error or _slipped(word, meant) or (len(word) >= ONE_MISSING and set(word) <= set(meant))


def _slipped(word: str, meant: str) -> bool:
    """Whether the same letters are in another order, or the same one comes twice."""
    return sorted(word) == sorted(meant) or _undoubled(word) == _undoubled(meant)


def _undoubled(word: str) -> list[str]:
    return [letter for letter, _ in groupby(word)]


def _begin_alike(word: str, meant: str) -> bool:
    return word[0] == meant[0] or word[:2] == meant[1::-1]


def _end_alike(word: str, meant: str) -> bool:
    return word[-1] == meant[-1] or len(word) != len(meant) or word[-2:] == meant[:-3:-1]
