"""What somebody typed, as the words that sections are asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log

from django.db.models import QuerySet

from guides.models import SearchWord, Synonym, Wanted
from guides.models.search import typed_and_found
from guides.prepared import rows
from guides.search.spelling import corrected
from guides.search.words import stem, telling, telling_stems, words

type Stems = tuple[str, ...]

MOST_WORDS = 12
"""Of a question. What follows them is not read."""
LONGEST = 200
"""Characters of a question."""

_MOST_ENDINGS = 8
_SAME = 0.8
_BEGUN = 0.7


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for: any of ``alternatives``, each with how well it stands for what was typed.

    ``sections`` is how many hold the most frequent of them, ``likely`` how many probably hold any; ``rarity`` is the
    larger, the fewer ``sections``; ``names_condition`` says whether it may be what a condition is called.
    """

    alternatives: tuple[tuple[Stems, float], ...]
    sections: int
    likely: int
    rarity: float
    names_condition: bool

    @property
    def wanted(self) -> tuple[Stems, ...]:
        return tuple(stems for stems, _ in self.alternatives)


@dataclass(frozen=True, slots=True)
class Query:
    """``corrections`` maps typed words to those that were looked for instead; ``unknown`` are in no section."""

    terms: tuple[Term, ...]
    total: int
    corrections: dict[str, str]
    unknown: tuple[str, ...]

    @property
    def all_of_it(self) -> Wanted:
        return tuple(term.wanted for term in self.terms)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for term in self.terms for stems in term.wanted for stem in stems)


def any_of(terms: Iterable[Term]) -> Wanted:
    """What holds one of ``terms`` at least."""
    return (tuple(stems for term in terms for stems in term.wanted),)


def understand(typed: str) -> Query:
    """Correct what is no word of the corpus, complete the last word, and add what means the same."""
    return _Reader(telling(words(typed[:LONGEST]))[:MOST_WORDS]).query()


class _Reader:
    def __init__(self, typed: list[str]) -> None:
        self.typed = typed
        self.corrections: dict[str, str] = {}
        self.unknown: list[str] = []
        self.begun: dict[str, list[str]] = {}
        self.counts: dict[str, int] = {}
        self.spelled: set[str] = set()
        self.in_conditions: set[str] = set()
        self._count({"", *map(stem, typed)})

    def query(self) -> Query:
        known = list(filter(None, map(self._known, self.typed, range(len(self.typed)))))
        if self.unknown and not set(known) - set(self.corrections.values()):
            known = self._of_conditions(known)
        said = list(self._alternatives(known))
        self._count({part for _, group in said for stems, _ in group for part in stems} - self.counts.keys())
        terms = {words: self._term(group) for words, group in said}
        self.unknown += [words for words, term in terms.items() if not term.sections]
        asked = tuple(term for term in terms.values() if term.sections)
        return Query(asked, self._total, self.corrections, tuple(self.unknown))

    def _count(self, stems: set[str]) -> None:
        """Look up how many sections hold these stems, and which words of theirs there are."""
        for word, of, sections, names_condition in rows(_words_of, *sorted(stems)) if stems else ():
            self.counts[of] = max(sections, self.counts.get(of, 0))
            self.spelled.add(word)
            if names_condition:
                self.in_conditions.add(of)

    def _known(self, word: str, place: int) -> str:
        """``word``, or what it is taken for. Empty where nobody knows it."""
        if word in self.spelled or word in self._same.words:
            return word
        if place == len(self.typed) - 1 and (endings := _completed(word)):
            self.begun[word] = endings
            return word
        if stem(word) in self.counts or stem(word) in self._same.stems:
            return word
        if meant := corrected(word, in_synonyms=self._same.words):
            self.corrections[word] = meant
            return meant
        self.unknown.append(word)
        return ""

    def _of_conditions(self, guessed: list[str]) -> list[str]:
        """Where nothing else is known, a guess is probably another word that nobody knows. Only if it may be what a
        condition is called, it is looked for nevertheless."""
        self._count(set(map(stem, guessed)))
        kept = [word for word in guessed if word in self._same.words or stem(word) in self.in_conditions]
        self.corrections = {typed: meant for typed, meant in self.corrections.items() if meant in kept}
        self.unknown = [word for word in self.typed if word not in self.corrections]
        return kept

    def _alternatives(self, known: list[str]) -> Iterator[tuple[str, tuple[tuple[Stems, float], ...]]]:
        """For each word, or run of words that together mean the same as others, what may stand for it."""
        while known:
            length, same = self._longest(known)
            said, known = known[:length], known[length:]
            if said[0] in self.begun:
                yield said[0], tuple(((ending,), _BEGUN) for ending in self.begun[said[0]])
            else:
                stems = tuple(map(stem, said))
                yield " ".join(said), ((stems, 1.0), *((other, _SAME) for other in sorted(same - {stems})))

    def _longest(self, known: list[str]) -> tuple[int, set[Stems]]:
        stems = tuple(map(stem, known))
        for length in range(len(stems), 0, -1):
            if same := self._same.meanings.get(stems[:length]):
                return length, same
        return 1, set()

    def _term(self, alternatives: tuple[tuple[Stems, float], ...]) -> Term:
        each = [min(self.counts.get(part, 0) for part in stems) for stems, _ in alternatives]
        sections, likely = max(each), min(sum(each), self._total)
        names_condition = any(part in self.in_conditions for stems, _ in alternatives for part in stems)
        return Term(alternatives, sections, likely, log(1 + self._total / (1 + sections)), names_condition)

    @property
    def _total(self) -> int:
        return self.counts.get("", 0)

    @cached_property
    def _same(self) -> "_Same":
        return _same(tuple(words for (words,) in rows(_synonyms)))


@dataclass(frozen=True, slots=True)
class _Same:
    """``meanings`` maps what somebody may say to all that means the same; ``words`` and ``stems`` are all in it."""

    meanings: dict[Stems, set[Stems]]
    words: set[str]
    stems: set[str]


@lru_cache(maxsize=1)
def _same(synonyms: tuple[str, ...]) -> _Same:
    """As long as nobody changes them, they are read anew, but taken apart once."""
    meanings: dict[Stems, set[Stems]] = {}
    for typed, found in map(typed_and_found, synonyms):
        group = set(map(telling_stems, found))
        for stems in map(telling_stems, typed):
            meanings.setdefault(stems, set()).update(group)
    spelled = {word for same in synonyms for word in words(same)}
    return _Same(meanings, spelled, set(map(stem, spelled)))


def _synonyms() -> QuerySet:
    return Synonym.objects.values_list("words")


def _words_of(*stems: str) -> QuerySet:
    return SearchWord.objects.of(stems).values_list("word", "stem", "sections", "names_condition")


def _completed(begun: str) -> list[str]:
    """Stems of the most frequent words that begin so."""
    found = SearchWord.objects.beginning(begun).values_list("sections", "word", "stem") if len(begun) > 1 else ()
    frequent = sorted(found, key=lambda row: (-row[0], row[1]))
    return list(dict.fromkeys(stem for _, _, stem in frequent))[:_MOST_ENDINGS]
