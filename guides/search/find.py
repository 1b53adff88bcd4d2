"""From what somebody typed to what they are shown: conditions first, then the best sections of what is live."""

import datetime as dt
from dataclasses import dataclass, replace
from math import ceil, prod
from typing import Any

from django.db.models import QuerySet, Subquery

from guides.models import SearchSection, SectionNames, SectionWords, Wanted
from guides.models.section_words import STRETCH, WordsQuerySet
from guides.prepared import Build, rows
from guides.search.hits import Card, Hit, cards, hits
from guides.search.query import Query, Term, any_of, understand
from guides.search.ranking import Candidate, Ranked, one_of_each, rank, to_the_point
from guides.search.words import stems

SHOWN = 10
MOST_WEIGHED = 300
"""Sections that are set against each other. Where more hold everything that was asked for, it is those that are called
so, and, unless those are many, of the others those of the newest editions."""
OF_VERY_MANY = 150
"""The same, where twice as many as those are expected to hold it all."""

_MOST_CARDS = 3
# A word that stands in more than one in five sections names nothing, unless there are hardly any.
_ONE_IN, _HARDLY_ANY = 5, 20
_AS_GOOD = 0.5
_LIVE_ENOUGH = 0.7  # Some of those that are looked at are of editions that are not live.
_FURTHER = 2  # To look further back at once costs less than to look again.
_RAREST = 1e-9
_MOST_STRETCHES = 1024  # To look for in more of them takes longer than to look for what is so rare in all.
_OF_NAMES = 1 / 15  # A name has about one in fifteen of a section's words: so it is with each that is asked for.
# They stand in the names of conditions (“a fresh tattoo or permanent make-up”), but who says one of them alone means
# something else.
_NAMES_NO_CONDITION = frozenset(
    stems("""
        another care condition course cream current dark days deep disease doctor easily eyes fresh gel heat history
        last lifting light make mini months neck now part past patches permanent plans possible problem recently severe
        soon such tendency thin treating treatment turned up weeks worn worse
    """)
)
_WEIGHED = ("pk", "kind", "key", "name_stems", "page_stems", "text_stems")


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
    index = _Index(at)
    candidates, are_all = _candidates(index, query)
    weighed = to_the_point(rank(candidates, query))
    about = _conditions(index, query)
    shown = cards(about)
    in_cards = {ranked.candidate.subject for ranked in about}
    others = [page for page in one_of_each(weighed) if page[0].candidate.subject not in in_cards]
    if any(card.rules_every_device_out for card in shown):
        others.sort(key=_is_device)
    count = len(about) + len(others) if are_all else None
    return Found(query, shown, hits(others[:SHOWN], query.stems), count)


def _is_device(page: list[Ranked]) -> bool:
    return page[0].candidate.kind == "device"


class _Index:
    """All sections that were ever written, of which those count that are live at ``at``."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at
        self.first, self.last = next(iter(rows(_ends)), (0, 0))

    def newest(
        self, build: Build, wanted: Wanted, likely: float, most: int = MOST_WEIGHED
    ) -> tuple[dict[int, Candidate], bool]:
        """The newest sections that ``build`` finds, at most ``most``, and whether there are no more; ``likely`` is
        which part of all sections holds what is wanted.

        Looked for as far back as enough of them are expected, and further where those were too few: neither database
        can begin with the newest sections that hold a word, and reading all of them would take long.
        """
        looked_at = most + 1
        reach = _enough(looked_at, likely)
        while True:
            stretches = range(max(self.first, self.last - reach) // STRETCH, self.last // STRETCH + 1)
            in_all = reach > self.last - self.first or len(stretches) > _MOST_STRETCHES
            found = rows(build, self.at, wanted, stretches, most=looked_at, in_all=in_all)
            live = [Candidate(*row) for *row, live in found if live is not None]
            no_more, is_cut = in_all and len(found) < looked_at, len(found) == looked_at
            if no_more or (is_cut and len(live) > _LIVE_ENOUGH * most):
                return {candidate.pk: candidate for candidate in live[:most]}, no_more and len(live) <= most
            if is_cut:
                looked_at *= _FURTHER
            reach = max(_FURTHER * reach, _enough(looked_at, len(found) / reach))


def _enough(most: int, likely: float) -> int:
    """Among how many sections that many are expected, and a few more."""
    return ceil(_FURTHER * most / max(likely, _RAREST))


def _candidates(index: _Index, query: Query) -> tuple[list[Candidate], bool]:
    """Sections that hold all of it; where those are too many, those called so, and before the rest; where they are few,
    then those that hold the rarer part of it. And whether there are no more."""
    likely = prod(term.likely / query.total for term in query.terms)
    if likely * query.total > 2 * MOST_WEIGHED:
        return _of_very_many(index, query, likely), False
    found, are_all = index.newest(_holding, query.all_of_it, likely)
    if not are_all:
        named, _ = index.newest(_named, query.all_of_it, _likely_named(query, likely))
        found = named | found
    elif len(found) < SHOWN and len(query.terms) > 1:
        rarer = _rarer(query)
        others, are_all = index.newest(_holding, any_of(rarer), sum(term.likely for term in rarer) / query.total)
        found |= others
    return list(found.values())[:MOST_WEIGHED], are_all


def _of_very_many(index: _Index, query: Query, likely: float) -> list[Candidate]:
    """Those called so alone, unless they are few: what is called otherwise comes after them."""
    found, are_all = index.newest(_named, query.all_of_it, _likely_named(query, likely), OF_VERY_MANY)
    if are_all:
        others, _ = index.newest(_holding, query.all_of_it, likely, OF_VERY_MANY)
        found |= others
    return list(found.values())[:OF_VERY_MANY]


def _likely_named(query: Query, likely: float) -> float:
    """Which part of all sections is called by all of it."""
    return likely * _OF_NAMES ** len(query.terms)


def _rarer(query: Query) -> list[Term]:
    """The rarest term, and of the others as many as can all be weighed."""
    terms = sorted(query.terms, key=lambda term: term.sections)
    chosen, sections = terms[:1], terms[0].sections
    for term in terms[1:]:
        sections += term.sections
        if sections <= MOST_WEIGHED:
            chosen.append(term)
    return chosen


def _conditions(index: _Index, query: Query) -> list[Ranked]:
    """Those that are named in the question, whatever else it says; where several are, those that it names best.

    Asked for on their own, so that no number of other sections can crowd them out.
    """
    rare = (term for term in query.terms if term.sections <= max(query.total / _ONE_IN, _HARDLY_ANY))
    naming = tuple(filter(None, map(_naming, rare)))
    if not naming:
        return []
    found, _ = index.newest(_of_conditions, any_of(naming), likely=0)
    named = rank(found.values(), replace(query, terms=naming))
    best = [copies[0] for copies in one_of_each(named)]
    return [ranked for ranked in best if ranked.score >= _AS_GOOD * best[0].score][:_MOST_CARDS]


def _naming(term: Term) -> Term | None:
    """``term`` as far as it can name a condition: of a word that is only begun, the most frequent one alone."""
    (_, weight), *_ = term.alternatives
    likely = term.alternatives if weight == 1 else term.alternatives[:1]
    alternatives = tuple((stems, weight) for stems, weight in likely if not _NAMES_NO_CONDITION.issuperset(stems))
    return replace(term, alternatives=alternatives) if term.names_condition and alternatives else None


def _ends() -> QuerySet:
    """The primary keys of the first section and of the last."""
    first = SearchSection.objects.order_by("pk").values("pk")[:1]
    return SearchSection.objects.order_by("-pk").values_list(Subquery(first), "pk")[:1]


def _holding(at: dt.datetime, wanted: Wanted, stretches: range, **cut: Any) -> QuerySet:
    return _weighed(SectionWords.objects.holding(wanted), at, stretches, **cut)


def _named(at: dt.datetime, wanted: Wanted, stretches: range, **cut: Any) -> QuerySet:
    return _weighed(SectionNames.objects.holding(wanted), at, stretches, **cut)


def _of_conditions(at: dt.datetime, wanted: Wanted, stretches: range, **cut: Any) -> QuerySet:
    return _weighed(SectionNames.objects.of("condition").holding(wanted), at, stretches, **cut)


def _weighed(sections: WordsQuerySet, at: dt.datetime, stretches: range, *, most: int, in_all: bool) -> QuerySet:
    looked_through = sections if in_all else sections.within(stretches)
    newest = looked_through.newest(most).values("pk")
    return SearchSection.objects.filter(pk__in=newest).with_live(at).newest_first().values_list(*_WEIGHED, "live")
