"""All sets of answers at once: dynamic programming over the questions.

People whose notes and outcome are alike go on as one, with their number and one example. That is exact, because the
outcome is the worst of what each condition gives, and a condition is settled, and forgotten, after the last question
(or the last box of it) that informs it. A date stands for an interval between days at which some rule changes its mind.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable
from functools import partial, reduce

from screening.engine.model import Check, Device, Kind, Option, Question, Role, Status
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.proof.crowd import Crowd, Person, Who
from screening.engine.proof.notes import Notes
from screening.engine.told import Told

_ALONE: Who = (0,)
_FIRST, _SECOND, _BOTH = _ALONE, (1,), (0, 1)


class Sweep[O](ABC):
    """``notes`` are of all that the rules of ``device`` need. What an outcome is, subclasses say."""

    def __init__(self, check: Check, device: Device) -> None:
        self.check = check
        self.device = device
        self.notes = Notes(check, device)
        self._outcomes: dict[tuple[str, int], O] = {}

    @abstractmethod
    def nothing(self) -> O:
        """The outcome of somebody of whom nothing is settled yet."""

    @abstractmethod
    def joined(self, one: O, other: O) -> O:
        """The worst of both."""

    @abstractmethod
    def judged(self, condition: str, told: Told) -> O:
        """What ``condition`` alone leads to."""

    @abstractmethod
    def left_out(self, areas: frozenset[str], condition: str, told: Told) -> O:
        """What it leads to that ``condition`` is in ``areas``."""

    def everybody(self) -> Crowd[O]:
        """Every set of answers, by outcome."""
        crowd = Crowd.of(self._newcomer())
        for number, question in enumerate(self.check.questions):
            crowd = self._answered_by_everybody(number, question, crowd)
        return crowd

    def pairs(self, changed: Question) -> Crowd[O]:
        """Every pair of people who agree but where the first says no to something in ``changed`` and the second
        says yes, or is not sure. What only one of them is asked, only that one answers; examples are the second's.
        """
        crowd = Crowd.of(self._newcomer(), self._newcomer())
        for number, question in enumerate(self.check.questions):
            answered = self._changed(question, crowd) if question is changed else self._agreed(question, crowd)
            crowd = self._settled(answered, self.notes.ripe(number), self.notes.needless_after(number))
        return crowd

    def _answered_by_everybody(self, number: int, question: Question, crowd: Crowd[O]) -> Crowd[O]:
        """Each condition is settled at its last box, before the next box multiplies the crowd."""

        def ripen(crowd: Crowd[O], box: Option) -> Crowd[O]:
            conditions = self.notes.ripe(number, box.key)
            if not conditions:
                return crowd
            forgotten, denied = self.notes.about(conditions), self.notes.denied(conditions)
            return crowd.stepping(self._judging(conditions, self._outcome, forgotten, denied))

        asked, others = self._divided(question, crowd, _ALONE)
        boxes = [option for option in question.options if _is_box(question, option)]
        sure = self._closed(question, self._ticked(question, boxes, asked, _ALONE, ripen), _ALONE)
        unsure = self._ticked(question, boxes, self._doubting(question, asked, _ALONE, question.options), _ALONE, ripen)
        rest = others.joined(self._alone(question, asked, _ALONE, question.options))
        ripe, over = self.notes.ripe(number), self.notes.needless_after(number)
        left = [key for key in ripe if not any(key in box.affirms for box in boxes)]
        return self._settled(rest, ripe, over).joined(self._settled(sure.joined(unsure), left, over))

    def _agreed(self, question: Question, crowd: Crowd[O]) -> Crowd[O]:
        """The same answer from both; where only one of them is asked, from that one."""
        after: Crowd[O] = Crowd()
        rest = crowd
        for who in (_BOTH, _FIRST, _SECOND):
            asked, rest = self._divided(question, rest, who)
            after = after.joined(self._answered(question, asked, who, question.options))
        return after.joined(rest)

    def _changed(self, question: Question, crowd: Crowd[O]) -> Crowd[O]:
        """A no from the first, anything else from the second; or more boxes ticked by the second, “not sure” too."""
        asked, rest = self._divided(question, crowd, _BOTH)
        denying = [option for option in question.options if option.role is Role.DENIES]
        others = [option for option in question.options if option.role is not Role.DENIES]
        boxes = [option for option in question.options if _is_box(question, option)]
        denied = self._answered(question, self._alone(question, asked, _FIRST, denying), _SECOND, others)
        some = self._ticked(question, boxes, asked, _BOTH)
        more = self._ticked(question, boxes, some, _SECOND)
        unsure = self._doubting(question, some.joined(more), _SECOND, others)
        known = self._closed(question, more, _BOTH).joined(self._closed(question, unsure, _FIRST))
        return rest.joined(denied).joined(known)

    def _divided(self, question: Question, crowd: Crowd[O], who: Who) -> tuple[Crowd[O], Crowd[O]]:
        """Those where everyone in ``who`` is asked, and the others."""
        return crowd.divided(lambda people: all(self.notes.is_asked(people[n].notes, question) for n in who))

    def _answered(self, question: Question, crowd: Crowd[O], who: Who, options: Iterable[Option]) -> Crowd[O]:
        boxes = [option for option in options if _is_box(question, option)]
        sure = self._closed(question, self._ticked(question, boxes, crowd, who), who)
        unsure = self._ticked(question, boxes, self._doubting(question, crowd, who, options), who)
        return self._alone(question, crowd, who, options).joined(sure).joined(unsure)

    def _doubting(self, question: Question, crowd: Crowd[O], who: Who, options: Iterable[Option]) -> Crowd[O]:
        """Those who are not sure of all that they do not tick, where boxes can be ticked beside that."""
        after: Crowd[O] = Crowd()
        for option in options:
            if question.kind is Kind.SEVERAL and option.role is Role.UNSURE:
                after = after.joined(self._chosen(question, option, crowd, who))
        return after

    def _alone(self, question: Question, crowd: Crowd[O], who: Who, options: Iterable[Option]) -> Crowd[O]:
        """Every option that stands alone, and every interval of dates."""
        after: Crowd[O] = Crowd()
        for option in options:
            if not _is_box(question, option):
                chosen = self._chosen(question, option, crowd, who)
                after = after.joined(chosen if option.role is Role.UNSURE else self._closed(question, chosen, who))
        for days in self.notes.days.get(question.key, ()):
            dated = crowd.telling(question, _date(days), who, self.notes.dating(question, days))
            after = after.joined(self._closed(question, dated, who))
        return after

    def _ticked(
        self,
        question: Question,
        boxes: Iterable[Option],
        crowd: Crowd[O],
        who: Who,
        ripen: Callable[[Crowd[O], Option], Crowd[O]] = lambda crowd, box: crowd,
    ) -> Crowd[O]:
        """Every choice of at least one of ``boxes``; ``ripen`` sees the crowd after each."""
        ticked: Crowd[O] = Crowd()
        unticked = crowd
        for box in boxes:
            ticked = ripen(ticked.joined(self._chosen(question, box, ticked.joined(unticked), who)), box)
            unticked = ripen(unticked, box)
        return ticked

    def _chosen(self, question: Question, option: Option, crowd: Crowd[O], who: Who) -> Crowd[O]:
        note = self.notes.choosing(question, option)
        told = crowd.telling(question, option.key, who, note, plainly=option.role is Role.DENIES)
        located = self.notes.located_at_once(question)
        if not located:
            return told
        areas = self.device.areas if option.role is Role.UNSURE else self.device.areas & {option.key}
        return told.stepping(self._judging(located, partial(self._place, areas)), who)

    def _closed(self, question: Question, crowd: Crowd[O], who: Who) -> Crowd[O]:
        return crowd.noting(who, self.notes.closing(question))

    def _newcomer(self) -> Person[O]:
        """Nobody is ever asked about some conditions: those are settled from the start."""
        unasked = {rule.condition for rule in self.device.rules} - self.notes.said.keys()
        return self._judging(unasked, self._outcome)(Person(self.nothing()))

    def _settled(self, crowd: Crowd[O], conditions: Collection[str], forgotten: int) -> Crowd[O]:
        """With ``conditions`` judged, and the bits that nobody needs any more ``forgotten``."""
        if not conditions:
            return crowd.noting(_BOTH, lambda notes: notes & ~forgotten) if forgotten else crowd
        return crowd.stepping(self._judging(conditions, self._outcome, forgotten))

    def _judging(
        self, conditions: Collection[str], judged: Callable[[str, int], O], forgotten: int = 0, denied: int = 0
    ) -> Callable[[Person[O]], Person[O]]:
        """The step of joining what each of ``conditions`` is ``judged`` to lead to, once the bits ``denied`` are noted;
        worked out once for people whose notes on all of them are alike; then the bits ``forgotten`` are."""
        bearing = self.notes.bearing(conditions)
        found: dict[int, O] = {}

        def judge(person: Person[O]) -> Person[O]:
            notes = (person.notes | denied) & bearing
            if notes not in found:
                each = (judged(condition, self.notes.on(condition, notes)) for condition in conditions)
                found[notes] = reduce(self.joined, each, self.nothing())
            return Person(self.joined(person.outcome, found[notes]), person.notes & ~forgotten)

        return judge

    def _outcome(self, condition: str, notes: int) -> O:
        """Worked out once for each way of telling it."""
        if (condition, notes) not in self._outcomes:
            self._outcomes[condition, notes] = self.judged(condition, self.notes.told(notes, condition))
        return self._outcomes[condition, notes]

    def _place(self, areas: frozenset[str], condition: str, notes: int) -> O:
        """What it leads to that ``condition``, where somebody has it, was just located in ``areas``."""
        told = self.notes.told(notes, condition)
        return self.left_out(areas, condition, told) if told.status is Status.PRESENT else self.nothing()


def _is_box(question: Question, option: Option) -> bool:
    return question.kind in (Kind.SEVERAL, Kind.WHERE) and option.role is Role.AFFIRMS


def _date(days: int) -> str:
    return (DAY_OF_PROOF - dt.timedelta(days=days)).isoformat()
