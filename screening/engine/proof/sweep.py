"""All sets of answers at once, for one device: dynamic programming over the questions.

People whose notes and outcome are alike go on as one, with their number and one example. That is exact, because the
outcome is the worst of what each condition gives, and a condition is settled, and forgotten, after the last question
(or the last box of it) that informs it. A date stands for an interval between days at which some rule changes its mind.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from screening.engine.assess import reason
from screening.engine.model import Check, Device, Kind, Option, Question, Role, Rule, Status
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.proof.crowd import Crowd, Person, Who
from screening.engine.proof.notes import Notes
from screening.engine.proof.outcome import Outcome

_ALONE: Who = (0,)
_FIRST, _SECOND, _BOTH = _ALONE, (1,), (0, 1)


class Sweep:
    def __init__(self, check: Check, device: Device) -> None:
        self.check = check
        self.device = device
        self.notes = Notes(check, device)
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        for rule in device.rules:
            self.rules[rule.condition].append(rule)
        self._outcomes: dict[tuple[str, int], Outcome] = {}
        self._located: dict[tuple[str, int], bool] = {}

    def everybody(self) -> Crowd:
        """Every set of answers, by outcome."""
        crowd = Crowd.of(self._newcomer())
        for number, question in enumerate(self.check.questions):
            crowd = self._answered_by_everybody(number, question, crowd)
        return crowd

    def pairs(self, changed: Question) -> Crowd:
        """Every pair of people who agree but where the first says no to something in ``changed`` and the second
        says yes, or is not sure. What only one of them is asked, only that one answers; examples are the second's.
        """
        crowd = Crowd.of(self._newcomer(), self._newcomer())
        for number, question in enumerate(self.check.questions):
            answered = self._changed(question, crowd) if question is changed else self._agreed(question, crowd)
            crowd = self._settled(answered, self.notes.ripe(number), self.notes.needless_after(number))
        return crowd

    def _answered_by_everybody(self, number: int, question: Question, crowd: Crowd) -> Crowd:
        """Each condition is settled at its last box, before the next box multiplies the crowd."""

        def ripen(crowd: Crowd, box: Option) -> Crowd:
            conditions = self.notes.ripe(number, box.key)
            if not conditions:
                return crowd
            denying = crowd.noting(_ALONE, self.notes.denying(conditions))
            return self._settled(denying, conditions, self.notes.about(conditions))

        asked, others = self._divided(question, crowd, _ALONE)
        boxes = [option for option in question.options if _is_box(question, option)]
        ticked = self._closed(question, self._ticked(question, boxes, asked, _ALONE, ripen), _ALONE)
        rest = others.joined(self._alone(question, asked, _ALONE, question.options))
        ripe, over = self.notes.ripe(number), self.notes.needless_after(number)
        left = [key for key in ripe if not any(key in box.affirms for box in boxes)]
        return self._settled(rest, ripe, over).joined(self._settled(ticked, left, over))

    def _agreed(self, question: Question, crowd: Crowd) -> Crowd:
        """The same answer from both; where only one of them is asked, from that one."""
        after, rest = Crowd(), crowd
        for who in (_BOTH, _FIRST, _SECOND):
            asked, rest = self._divided(question, rest, who)
            after = after.joined(self._answered(question, asked, who, question.options))
        return after.joined(rest)

    def _changed(self, question: Question, crowd: Crowd) -> Crowd:
        """A no from the first, anything else from the second; or more boxes ticked by the second."""
        asked, rest = self._divided(question, crowd, _BOTH)
        denying = [option for option in question.options if option.role is Role.DENIES]
        others = [option for option in question.options if option.role is not Role.DENIES]
        boxes = [option for option in question.options if _is_box(question, option)]
        denied = self._answered(question, self._alone(question, asked, _FIRST, denying), _SECOND, others)
        some = self._ticked(question, boxes, asked, _BOTH)
        more = self._ticked(question, boxes, some, _SECOND)
        return rest.joined(denied).joined(self._closed(question, more, _BOTH))

    def _divided(self, question: Question, crowd: Crowd, who: Who) -> tuple[Crowd, Crowd]:
        """Those where everyone in ``who`` is asked, and the others."""
        return crowd.divided(lambda people: all(self.notes.is_asked(people[n].notes, question) for n in who))

    def _answered(self, question: Question, crowd: Crowd, who: Who, options: Iterable[Option]) -> Crowd:
        boxes = [option for option in options if _is_box(question, option)]
        ticked = self._closed(question, self._ticked(question, boxes, crowd, who), who)
        return self._alone(question, crowd, who, options).joined(ticked)

    def _alone(self, question: Question, crowd: Crowd, who: Who, options: Iterable[Option]) -> Crowd:
        """Every option that stands alone, and every interval of dates."""
        after = Crowd()
        for option in options:
            if not _is_box(question, option):
                chosen = self._chosen(question, option, crowd, who)
                after = after.joined(chosen if option.role is Role.UNSURE else self._closed(question, chosen, who))
        for days in self.notes.days.get(question.key, ()):
            dated = crowd.telling(question, _date(days), who).noting(who, self.notes.dating(question, days))
            after = after.joined(self._closed(question, dated, who))
        return after

    def _ticked(
        self,
        question: Question,
        boxes: Iterable[Option],
        crowd: Crowd,
        who: Who,
        ripen: Callable[[Crowd, Option], Crowd] = lambda crowd, box: crowd,
    ) -> Crowd:
        """Every choice of at least one of ``boxes``; ``ripen`` sees the crowd after each."""
        ticked, unticked = Crowd(), crowd
        for box in boxes:
            ticked = ripen(ticked.joined(self._chosen(question, box, ticked.joined(unticked), who)), box)
            unticked = ripen(unticked, box)
        return ticked

    def _chosen(self, question: Question, option: Option, crowd: Crowd, who: Who) -> Crowd:
        told = crowd.telling(question, option.key, who, plainly=option.role is Role.DENIES)
        noted = told.noting(who, self.notes.choosing(question, option))
        located = self.notes.located_at_once(question)
        if not located:
            return noted
        areas = self.device.areas if option.role is Role.UNSURE else self.device.areas & {option.key}
        return noted.stepping(lambda person: self._leaving_out(areas, located, person), who)

    def _closed(self, question: Question, crowd: Crowd, who: Who) -> Crowd:
        return crowd.noting(who, self.notes.closing(question))

    def _newcomer(self) -> Person:
        """Nobody is ever asked about some conditions: those are settled from the start."""
        return self._after(Person(Outcome()), sorted(self.rules.keys() - self.notes.said.keys()), 0)

    def _settled(self, crowd: Crowd, conditions: list[str], forgotten: int) -> Crowd:
        """With ``conditions`` judged, and the bits that nobody needs any more ``forgotten``."""
        return crowd.stepping(lambda person: self._after(person, conditions, forgotten))

    def _after(self, person: Person, conditions: list[str], forgotten: int) -> Person:
        outcome = person.outcome
        for condition in conditions:
            outcome = outcome.joined(self._outcome(condition, self.notes.on(condition, person.notes)))
        return Person(outcome, person.notes & ~forgotten)

    def _leaving_out(self, areas: frozenset[str], located: frozenset[str], person: Person) -> Person:
        """With ``areas`` left out where a rule says so for one of the conditions that were just located."""
        if not any(self._is_located(condition, self.notes.on(condition, person.notes)) for condition in located):
            return person
        return Person(person.outcome.joined(Outcome(left_out=areas)), person.notes)

    def _is_located(self, condition: str, notes: int) -> bool:
        if (condition, notes) not in self._located:
            told = self.notes.told(notes, condition)
            found = (reason(rule, told, DAY_OF_PROOF, self.device) for rule in self.rules[condition] if rule.where_told)
            self._located[condition, notes] = told.status is Status.PRESENT and any(found)
        return self._located[condition, notes]

    def _outcome(self, condition: str, notes: int) -> Outcome:
        """What ``condition`` alone leads to; worked out once for each way of telling it."""
        if (condition, notes) not in self._outcomes:
            told = self.notes.told(notes, condition)
            found = (reason(rule, told, DAY_OF_PROOF, self.device) for rule in self.rules[condition])
            known = self.check.conditions[condition]
            self._outcomes[condition, notes] = Outcome.of(known, told, filter(None, found), self.device)
        return self._outcomes[condition, notes]


def _is_box(question: Question, option: Option) -> bool:
    return question.kind in (Kind.SEVERAL, Kind.WHERE) and option.role is Role.AFFIRMS


def _date(days: int) -> str:
    return (DAY_OF_PROOF - dt.timedelta(days=days)).isoformat()
