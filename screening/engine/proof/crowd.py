"""People half-way through the questionnaire, counted by what they have in common."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from screening.engine.model import Answers, Question


@dataclass(frozen=True, slots=True)
class Person[O]:
    """The outcome so far, of one device or of several, and the notes of what later questions must know."""

    outcome: O
    notes: int = 0


type People[O] = tuple[Person[O], ...]
"""One person; or two, who differ in their answer to one question."""

type Who = tuple[int, ...]
"""Which of those people something happens to."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sets of answers are alike, and the one of them with the fewest answers that are no plain “no”."""

    count: int = 1
    remarkable: int = 0
    example: tuple[tuple[str, str], ...] = ()

    def merged(self, other: "Tally") -> "Tally":
        nearest = min(self, other, key=lambda tally: tally.remarkable)
        return Tally(self.count + other.count, nearest.remarkable, nearest.example)

    @property
    def answers(self) -> Answers:
        chosen: dict[str, set[str]] = defaultdict(set)
        for question, option in self.example:
            chosen[question].add(option)
        return {question: frozenset(options) for question, options in chosen.items()}


class Crowd[O](dict[People[O], Tally]):
    """Those who are alike stand together. No method changes a crowd but `add`."""

    @classmethod
    def of(cls, *people: Person[O]) -> Self:
        return cls({people: Tally()})

    def add(self, people: People[O], tally: Tally) -> None:
        self[people] = self[people].merged(tally) if people in self else tally

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
            after.add(tuple(step(person) if n in who else person for n, person in enumerate(people)), tally)
        return after

    def noting(self, who: Who, note: Callable[[int], int]) -> "Crowd[O]":
        return self.stepping(lambda person: Person(person.outcome, note(person.notes)), who)

    def telling(self, question: Question, option: str, who: Who, *, plainly: bool = False) -> "Crowd[O]":
        """With the answer in the examples, which are those of the last person of each people."""
        return Crowd(
            {
                people: Tally(tally.count, tally.remarkable + (not plainly), (*tally.example, (question.key, option)))
                if len(people) - 1 in who
                else tally
                for people, tally in self.items()
            }
        )
