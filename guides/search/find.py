"""From what somebody typed to what they are shown: conditions first, then the best sections of what is live."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import prod

from django.db.models import QuerySet

from guides.models import SectionWords, Wanted
from guides.models.search import SectionWordsQuerySet
from guides.search.hits import Card, Hit, cards, hits
from guides.search.prepared import Build, rows
from guides.search.query import Query, Term, any_of, understand
from guides.search.ranking import Candidate, Ranked, one_of_each, rank, to_the_point
from guides.search.words import stems

SHOWN = 10
MOST_WEIGHED = 300
"""Sections that are set against each other. Where more hold everything that was asked for, it is those that are called
so, and of the others those of the newest editions."""

_MOST_CARDS = 3
# A word that stands in more than one in five sections names nothing, unless there are hardly any.
_ONE_IN, _HARDLY_ANY = 5, 20
_AS_GOOD = 0.5
_OF_NAMES = 0.1  # A name has about a tenth of a section's words.
# They stand in the names of conditions (“a fresh tattoo or permanent make-up”), but who says one of them alone means
# something else.
_NAMES_NO_CONDITION = frozenset(
    stems("""
        another care course cream current dark days deep doctor easily fresh gel heat history last lifting light make
        mini months neck now part past patches permanent plans possible problem recently severe soon such tendency thin
        treating treatment turned up weeks worn worse
    """)
)
_WEIGHED = ("pk", *(f"section__{name}" for name in ("kind", "key", "name_stems", "page_stems", "text_stems")))


@dataclass(frozen=True, slots=True)
class Found:
    """``count`` is how many pages and records answer, the cards included; None where there were too many to weigh."""

    query: Query
    cards: list[Card]
    hits: list[Hit]
    count: int | None

    @property
    def shown(self) -> int:
        return len(self.cards) + len(self.hits)


def find(typed: str, *, at: dt.datetime) -> Found:
    """Search what is live at ``at``. Nothing of ``typed`` is kept."""
    query = understand(typed)
    if not query.terms:
        return Found(query, [], [], 0)
    candidates = _candidates(at, query)
    weighed = to_the_point(rank(candidates[:MOST_WEIGHED], query))
    about = _conditions(at, query)
    in_cards = {ranked.candidate.subject for ranked in about}
    others = [page for page in one_of_each(weighed) if page[0].candidate.subject not in in_cards]
    count = len(about) + len(others) if len(candidates) <= MOST_WEIGHED else None
    return Found(query, cards(about), hits(others[:SHOWN], query.stems), count)


def _candidates(at: dt.datetime, query: Query) -> list[Candidate]:
    """Sections that hold all of it; where those are too many, those called so before the rest; where they are few, then
    those that hold the rarer part of it. One more than can be weighed says that there are more."""
    likely = query.total * prod(term.surely / query.total for term in query.terms)
    found = _read(_holding, at, query.all_of_it, are_rare=_are_rare(likely, query))
    if len(found) > MOST_WEIGHED:
        found = _read(_named, at, query.all_of_it, are_rare=_are_rare(likely * _OF_NAMES, query)) | found
    elif len(found) < SHOWN and len(query.terms) > 1:
        rarer = _rarer(query)
        found |= _read(_holding, at, any_of(rarer), are_rare=_are_rare(_surely(rarer), query))
    return list(found.values())[: MOST_WEIGHED + 1]


def _rarer(query: Query) -> list[Term]:
    """The rarest term, and of the others as many as can all be weighed."""
    terms = sorted(query.terms, key=lambda term: term.sections)
    chosen, sections = terms[:1], terms[0].sections
    for term in terms[1:]:
        sections += term.sections
        if sections <= MOST_WEIGHED:
            chosen.append(term)
    return chosen


def _conditions(at: dt.datetime, query: Query) -> list[Ranked]:
    """Those that are named in the question, whatever else it says; where several are, those that it names best.

    Asked for on their own, so that no number of other sections can crowd them out.
    """
    rare = (term for term in query.terms if term.sections <= max(query.total / _ONE_IN, _HARDLY_ANY))
    naming = tuple(filter(None, map(_naming, rare)))
    if not naming:
        return []
    found = _read(_of_conditions, at, any_of(naming), are_rare=True)
    named = rank(found.values(), replace(query, terms=naming))
    best = [copies[0] for copies in one_of_each(named)]
    return [ranked for ranked in best if ranked.score >= _AS_GOOD * best[0].score][:_MOST_CARDS]


def _naming(term: Term) -> Term | None:
    """``term`` as far as it can name a condition: of a word that is only begun, the most frequent one alone."""
    (_, weight), *_ = term.alternatives
    likely = term.alternatives if weight == 1 else term.alternatives[:1]
    alternatives = tuple((stems, weight) for stems, weight in likely if not _NAMES_NO_CONDITION & set(stems))
    return replace(term, alternatives=alternatives) if term.names_condition and alternatives else None


def _holding(at: dt.datetime, wanted: Wanted, *, are_rare: bool) -> QuerySet:
    return _newest(SectionWords.objects.live(at).holding(wanted), are_rare=are_rare)


def _named(at: dt.datetime, wanted: Wanted, *, are_rare: bool) -> QuerySet:
    return _newest(SectionWords.objects.live(at).named(wanted), are_rare=are_rare)


def _of_conditions(at: dt.datetime, wanted: Wanted, *, are_rare: bool) -> QuerySet:
    return _newest(SectionWords.objects.live(at).of("condition").named(wanted), are_rare=are_rare)


def _newest(sections: SectionWordsQuerySet, *, are_rare: bool) -> QuerySet:
    return sections.newest(MOST_WEIGHED + 1, are_rare=are_rare).values_list(*_WEIGHED)


def _read(build: Build, at: dt.datetime, wanted: Wanted, *, are_rare: bool) -> dict[int, Candidate]:
    return {row[0]: Candidate(*row) for row in rows(build, at, wanted, are_rare=are_rare)}


def _surely(terms: Iterable[Term]) -> int:
    return sum(term.surely for term in terms)


def _are_rare(likely: float, query: Query) -> bool:
    """Whether so few sections are ``likely`` to be found that sorting them takes less time than walking through all
    sections until enough of them are met: that is ``total / likely`` steps for each."""
    return likely**2 <= MOST_WEIGHED * query.total
