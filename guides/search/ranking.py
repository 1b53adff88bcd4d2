"""Which sections come first: one way of counting, the same whatever database found them.

A section is worth the sum over what is asked for of

    rarity * weight * saturation(5 * in its name + 1.5 * in the title of its page + in its text)

where ``saturation(n) = n / (n + length)`` keeps a word that stands there ten times from counting ten times, the more
so the longer the text is. That sum is multiplied by how much of the question the section answers (squared, so that
all of it beats half of it twice), by how much of its name the question is, by how many of the words stand side by
side as they were typed, and by its kind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from guides.search.kinds import KINDS
from guides.search.query import Query, Term

IN_NAME, IN_PAGE = 5.0, 1.5
"""What a word there is worth, beside one in the text."""

_USUAL_LENGTH = 400
_CALLED_SO = 0.6
_SIDE_BY_SIDE = 0.3
_OPENS_ITS_PAGE = 1.15


@dataclass(frozen=True, slots=True)
class Candidate:
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


@dataclass(frozen=True, slots=True)
class Ranked:
    """``named`` is how much of the question, from 0 to 1, stands in the section's name."""

    candidate: Candidate
    score: float
    named: float


def rank(candidates: Iterable[Candidate], query: Query) -> list[Ranked]:
    """The best first. Where two are worth the same, in the order of kinds, keys and editions, the newest first."""
    asked = sum(term.rarity for term in query.terms)
    pairs = [f" {a} {b} " for a, b in pairwise(term.wanted[0][0] for term in query.terms)]
    ranked = [_ranked(candidate, query, asked, pairs) for candidate in candidates]
    return sorted(ranked, key=_order)


def one_of_each(ranked: Iterable[Ranked]) -> Iterator[list[Ranked]]:
    """The sections of each page, or the copies of each record, together, where the best of them stands."""
    subjects: dict[tuple[str, str], list[Ranked]] = {}
    for section in ranked:
        subjects.setdefault(section.candidate.subject, []).append(section)
    yield from subjects.values()


def _ranked(candidate: Candidate, query: Query, asked: float, pairs: list[str]) -> Ranked:
    name, page, text = f" {candidate.name} ", f" {candidate.page} ", f" {candidate.text} "
    length = 0.5 + 0.5 * len(text) / _USUAL_LENGTH
    worth = found = named = 0.0
    for term in query.terms:
        strength, in_name = _strength(term, name, page, text, length)
        worth += term.rarity * strength
        found += term.rarity if strength else 0.0
        named += term.rarity * in_name
    named /= asked
    called_so = named * min(1.0, sum(f" {stem} " in name for stem in query.stems) / (candidate.name.count(" ") + 1))
    side_by_side = sum(pair in name or pair in text for pair in pairs) / (len(pairs) or 1)
    worth *= (found / asked) ** 2 * (1 + _CALLED_SO * called_so) * (1 + _SIDE_BY_SIDE * side_by_side)
    worth *= KINDS[candidate.kind].weight * (1.0 if candidate.page else _OPENS_ITS_PAGE)
    return Ranked(candidate, worth, named)


def _strength(term: Term, name: str, page: str, text: str, length: float) -> tuple[float, float]:
    """Of the alternative that does best, here and in the name alone."""
    best = in_name = 0.0
    for stems, weight in term.alternatives:
        named = _times(stems, name)
        count = IN_NAME * named + IN_PAGE * _times(stems, page) + _times(stems, text)
        best = max(best, weight * count / (count + length))
        in_name = max(in_name, weight * bool(named))
    return best, in_name


def _times(stems: tuple[str, ...], field: str) -> int:
    """How often all of ``stems`` stand in ``field``, as many times as the rarest of them."""
    return min(field.count(f" {stem} ") for stem in stems)


def _order(ranked: Ranked) -> tuple[float, str, str, int]:
    # Rounded, so that no bit of a sum decides.
    return -round(ranked.score, 6), ranked.candidate.kind, ranked.candidate.key, -ranked.candidate.pk
