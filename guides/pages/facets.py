"""Narrowing a list by what its items have in common. Each option says how many it leads to, so none is a dead end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

UNKNOWN = "unknown"
"""A value of its own, and the last of every facet: what is not known is neither yes nor no."""

type Asked = Mapping[str, Sequence[str]]
"""Codes that somebody ticked, by the name of their facet."""

type Values = dict[str, str]
"""What one item says in one facet, as codes with their words."""


@dataclass(frozen=True, slots=True)
class Facet[T]:
    """One question to a list. Several ticked answers mean any of them, or, with ``every``, all of them at once.

    ``order`` names codes that have an order of their own; others stand in that of the alphabet.
    """

    name: str
    legend: str
    values: Callable[[T], Values]
    every: bool = False
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """``count`` items say this, of those that fit what is ticked in the other facets."""

    code: str
    words: str
    count: int
    is_ticked: bool

    @property
    def leads_nowhere(self) -> bool:
        return self.count == 0 and not self.is_ticked


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    legend: str
    every: bool
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Narrowed[T]:
    items: list[T]
    questions: list[Question]

    @property
    def is_narrowed(self) -> bool:
        return any(option.is_ticked for question in self.questions for option in question.options)


def narrow[T](items: Sequence[T], facets: Sequence[Facet[T]], asked: Asked) -> Narrowed[T]:
    """``items`` that fit everything asked, in their order. What no item says, nobody can have ticked: it is ignored."""
    words = {facet.name: _words(facet, items) for facet in facets}
    ticked = {name: [code for code in asked.get(name, ()) if code in said] for name, said in words.items()}
    return Narrowed(
        [item for item in items if _fits(item, facets, ticked)],
        [_question(facet, words[facet.name], items, facets, ticked) for facet in facets],
    )


def _words[T](facet: Facet[T], items: Iterable[T]) -> Values:
    said = {code: words for item in items for code, words in facet.values(item).items()}

    def place(code: str) -> tuple[bool, int, str]:
        rank = facet.order.index(code) if code in facet.order else len(facet.order)
        return code == UNKNOWN, rank, said[code].casefold()

    return {code: said[code] for code in sorted(said, key=place)}


def _question[T](
    facet: Facet[T], words: Values, items: Sequence[T], facets: Sequence[Facet[T]], ticked: Asked
) -> Question:
    options = []
    for code, label in words.items():
        asked = {**ticked, facet.name: [*ticked[facet.name], code] if facet.every else [code]}
        count = sum(_fits(item, facets, asked) for item in items)
        options.append(Option(code, label, count, code in ticked[facet.name]))
    return Question(facet.name, facet.legend, facet.every, options)


def _fits[T](item: T, facets: Sequence[Facet[T]], asked: Asked) -> bool:
    return all(_answers(facet, item, asked[facet.name]) for facet in facets if asked[facet.name])


def _answers[T](facet: Facet[T], item: T, codes: Sequence[str]) -> bool:
    said = facet.values(item)
    return (all if facet.every else any)(code in said for code in codes)
