"""Which sections come first: one way of counting, the same whatever database found them.

A section is worth the sum over what is asked for of

    rarity * weight * saturation(5 * in its name + 1.5 * in the title of its page + in its text / length)

where ``saturation(n) = n / (n + 1)`` keeps a word that stands there ten times from counting ten times, and a long text
has to say it more often than a short one. That sum is multiplied by how much of the question the section answers
(squared, so that all of it beats half of it twice), by how much of its name the question is, by how many of the words
stand side by side as they were typed, and by its kind.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from guides.search.kinds import KINDS
from guides.search.query import Query
from guides.search.words import telling_stem

IN_NAME, IN_PAGE = 5.0, 1.5
"""What a word there is worth, beside one in the text."""

_USUAL_LENGTH = 400
_CALLED_SO = 0.6
_SIDE_BY_SIDE = 0.3
_OPENS_ITS_PAGE = 1.15
_ALL, _ENOUGH = 0.999, 0.4


class Candidate(NamedTuple):
    """A section as the database found it: who it is, and its stems."""

    pk: int
    kind: str
    key: str
    name: str
    page: str
    text: str

    @property
    def subject(self) -> tuple[str, str]:
        return self.kind, self.key


class Ranked(NamedTuple):
    """``answered`` is how much of the question, from 0 to 1, stands in the section."""

    candidate: Candidate
    score: float
    answered: float


def rank(candidates: Iterable[Candidate], query: Query) -> list[Ranked]:
    """The best first. Where two are worth the same, in the order of kinds, keys and editions, the newest first."""
    sought = _Sought(query)
    return sorted((sought.ranked(candidate) for candidate in candidates), key=_order)


def to_the_point(ranked: list[Ranked]) -> list[Ranked]:
    """Where something holds all that was asked for, without what holds little of it."""
    if any(section.answered >= _ALL for section in ranked):
        return [section for section in ranked if section.answered >= _ENOUGH]
    return ranked


def one_of_each(ranked: Iterable[Ranked]) -> Iterator[list[Ranked]]:
    """The sections of each page, or the copies of each record, together, where the best of them stands."""
    subjects: dict[tuple[str, str], list[Ranked]] = {}
    for section in ranked:
        subjects.setdefault(section.candidate.subject, []).append(section)
    yield from subjects.values()


class _Sought:
    """What is asked for, prepared to be counted in many sections: each stem with the spaces around it."""

    def __init__(self, query: Query) -> None:
        self.terms = [
            (term.rarity, [(tuple(map(_apart, stems)), weight) for stems, weight in term.alternatives])
            for term in query.terms
        ]
        self.asked = sum(rarity for rarity, _ in self.terms)
        self.stems = list(map(_apart, query.stems))
        self.pairs = [f" {a} {b} " for a, b in pairwise(term.wanted[0][0] for term in query.terms)]

    def ranked(self, candidate: Candidate) -> Ranked:
        name, page, text = _apart(candidate.name), _apart(candidate.page), _apart(candidate.text)
        anywhere = name + page + text
        length = 0.5 + 0.5 * len(text) / _USUAL_LENGTH
        worth = found = named = 0.0
        for rarity, alternatives in self.terms:
            here = [(stems, weight) for stems, weight in alternatives if stems[0] in anywhere]
            strength, in_name = _strength(here, name, page, text, length)
            worth += rarity * strength
            found += rarity if strength else 0.0
            named += rarity * in_name
        called_so = named / self.asked * self._share_of(name) if named else 0.0
        side_by_side = sum(pair in name or pair in text for pair in self.pairs) / (len(self.pairs) or 1)
        answered = found / self.asked
        worth *= answered**2 * (1 + _CALLED_SO * called_so) * (1 + _SIDE_BY_SIDE * side_by_side)
        kind = KINDS[candidate.kind]
        worth *= kind.weight * (1.0 if candidate.page or kind.describe else _OPENS_ITS_PAGE)
        return Ranked(candidate, worth, answered)

    def _share_of(self, name: str) -> float:
        """How much of ``name`` is asked for. Words in it that tell nothing weigh half."""
        weights = (1.0 if telling_stem(stem) else 0.5 for stem in name.split())
        return min(1.0, sum(stem in name for stem in self.stems) / sum(weights))


def _strength(
    alternatives: list[tuple[tuple[str, ...], float]], name: str, page: str, text: str, length: float
) -> tuple[float, float]:
    """Of the alternative that does best: anywhere, and in the name alone."""
    best = in_name = 0.0
    for stems, weight in alternatives:
        named = _times(stems, name)
        count = IN_NAME * named + IN_PAGE * _times(stems, page) + _times(stems, text) / length
        best = max(best, weight * count / (count + 1))
        in_name = max(in_name, weight * bool(named))
    return best, in_name


def _times(stems: tuple[str, ...], field: str) -> int:
    """How often all of ``stems`` stand in ``field``: as many times as the rarest of them."""
    return field.count(stems[0]) if len(stems) == 1 else min(map(field.count, stems))


def _apart(words: str) -> str:
    return f" {words} "


def _order(ranked: Ranked) -> tuple[float, str, str, int]:
    # Rounded, so that no bit of a sum decides.
    return -round(ranked.score, 6), ranked.candidate.kind, ranked.candidate.key, -ranked.candidate.pk
