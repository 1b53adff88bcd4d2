"""People half-way through the questionnaire, counted by what they have in common."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Self

from screening.engine.model import Answers, Question


class Person[O](NamedTuple):
    """The outcome so far, of one device or of several, and the notes of what later questions must know."""

    outcome: O
    notes: int = 0


type People[O] = tuple[Person[O], ...]
"""One person; or two, who differ in their answer to one question."""

type Who = tuple[int, ...]
"""Which of those people something happens to."""


class Example(NamedTuple):
    """One set of answers, from its last choice back: those who share earlier choices share their record."""

    before: "Example | None"
    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sets of answers are alike, and the one of them with the fewest answers that are no plain “no”."""

    count: int = 1
    remarkable: int = 0
    example: Example | None = None

    def merged(self, other: "Tally") -> "Tally":
        nearest = self if self.remarkable <= other.remarkable else other
        return Tally(self.count + other.count, nearest.remarkable, nearest.example)

    def telling(self, question: Question, option: str, *, plainly: bool) -> "Tally":
        return Tally(self.count, self.remarkable + (not plainly), Example(self.example, question.key, option))

    @property
    def answers(self) -> Answers:
        chosen: dict[str, set[str]] = defaultdict(set)
        example = self.example
        while example:
            chosen[example.question].add(example.option)
            example = example.before
        return {question: frozenset(chosen[question]) for question in reversed(chosen)}


class Crowd[O](dict[People[O], Tally]):
    """Those who are alike stand together. No method changes a crowd but `add`."""

    @classmethod
    def of(cls, *people: Person[O]) -> Self:
        return cls({people: Tally()})

    def add(self, people: People[O], tally: Tally) -> None:
        known = self.get(people)
        self[people] = known.merged(tally) if known else tally

    def joined(self, other: "Crowd[O]") -> "Crowd[O]":
        both: Crowd[O] = Crowd(self)
        for people, tally in other.items():
            both.add(people, tally)
        return both

    def divided(self, belong: Callable[[People[O]], bool]) -> tuple["Crowd[O]", "Crowd[O]"]:
        """Those who belong, and the others."""
        sides: tuple[Crowd[O], Crowd[O]] = Crowd(), Crowd()
        for people, tally in self.items():
            sides[0 if belong(people) else 1][people] = tally
        return sides

    def stepping(self, step: Callable[[Person[O]], Person[O]], who: Who = (0, 1)) -> "Crowd[O]":
        after: Crowd[O] = Crowd()
        for people, tally in self.items():
            after.add(_stepped(people, step, who), tally)
        return after

    def noting(self, who: Who, note: Callable[[int], int]) -> "Crowd[O]":
        return self.stepping(_noted(note), who)

    def telling(
        self, question: Question, option: str, who: Who, note: Callable[[int], int], *, plainly: bool = False
    ) -> "Crowd[O]":
        """With the answer noted, and in the examples, which are those of the last person of each people."""
        after: Crowd[O] = Crowd()
        step = _noted(note)
        for people, tally in self.items():
            is_example = len(people) - 1 in who
            told = tally.telling(question, option, plainly=plainly) if is_example else tally
            after.add(_stepped(people, step, who), told)
        return after


def _noted[O](note: Callable[[int], int]) -> Callable[[Person[O]], Person[O]]:
    return lambda person: Person(person.outcome, note(person.notes))


def _stepped[O](people: People[O], step: Callable[[Person[O]], Person[O]], who: Who) -> People[O]:
    if len(people) == 1:
        return (step(people[0]),) if 0 in who else people
    return tuple(step(person) if n in who else person for n, person in enumerate(people))
