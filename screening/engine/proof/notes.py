"""What earlier answers leave for later questions to know, packed into one integer per person.

A note is a group of bits. Answers only ever add bits, so giving one is a single "or".
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from screening.engine.model import Check, Device, Kind, Option, Question, Role, Status
from screening.engine.proof.breach import DAY_OF_PROOF
from screening.engine.told import Told, reach

_DENIED, _UNSURE, _AFFIRMED = 1, 2, 4

type Step = Callable[[int], int]
"""What an answer does to somebody's notes."""


@dataclass(frozen=True, slots=True)
class Field:
    """A note's place: ``width`` bits from ``offset`` on, needed until question number ``until`` has been asked;
    ``box`` is the last of that question's boxes that says anything to it."""

    offset: int
    width: int
    until: int
    box: str = ""

    @property
    def mask(self) -> int:
        return (1 << self.width) - 1 << self.offset

    def bit(self, index: int) -> int:
        return 1 << self.offset + index

    def read(self, notes: int) -> int:
        return (notes & self.mask) >> self.offset


class Notes:
    """The notes that matter to one device, and the bits that each answer adds."""

    def __init__(self, check: Check, device: Device) -> None:
        self.check = check
        self.areas = sorted(device.areas)
        self.days = {q.key: days_of(check, q) for q in check.questions if q.kind is Kind.WHEN}
        self.last = {key: n for n, q in enumerate(check.questions) for key in q.mentions | q.about}
        self.ruled = sorted({rule.condition for rule in device.rules} & self.last.keys())
        self.located = frozenset(rule.condition for rule in device.rules if rule.where_told)
        self.fields: list[Field] = []
        self.said = {condition: self._field(3, self.last[condition], self._box(condition)) for condition in self.ruled}
        self.asked: dict[str, Field] = {}
        self.where: dict[str, Field] = {}
        self.when: dict[str, Field] = {}
        self.at_once: set[str] = set()
        for number, question in enumerate(check.questions):
            self._lay_out(number, question)
        self._bearing = {condition: self._bearing_on(condition) for condition in self.said}

    def is_asked(self, notes: int, question: Question) -> bool:
        return not question.asked_after or bool(notes & self.asked[question.key].mask)

    def choosing(self, question: Question, option: Option) -> Step:
        bits = self._saying(option.affirms, _AFFIRMED)
        if option.role is Role.UNSURE:
            bits = self._saying(question.mentions, _UNSURE)
        for follow_up in self.check.follow_ups(question):
            bits |= self.asked[follow_up.key].mask if option.key in follow_up.asked_if else 0
        if question.key in self.where:
            place = 0 if question.key in self.at_once else self._place(option)
            bits |= self.where[question.key].bit(place)
        if question.kind is Kind.WHEN:
            bits |= self.when[question.key].bit(len(self.days[question.key]))
        return lambda notes: notes | bits

    def dating(self, question: Question, days: int) -> Step:
        """The step of giving a date so many ``days`` ago."""
        bits = self.when[question.key].bit(self.days[question.key].index(days))
        return lambda notes: notes | bits

    def denied(self, conditions: Iterable[str]) -> int:
        """The bits that deny ``conditions``; of what somebody has, or is not sure about, they say nothing new."""
        return self._saying(conditions, _DENIED)

    def closing(self, question: Question) -> Step:
        """The step that ends a sure answer: it denies what it does not affirm, and what the follow-ups that it does
        not lead to could affirm."""
        denied = self._saying(question.mentions, _DENIED)
        closed = [
            (self.asked[follow_up.key].mask, self._saying(reach(self.check, follow_up), _DENIED))
            for follow_up in self.check.follow_ups(question)
        ]

        def close(notes: int) -> int:
            return reduce(or_, (bits for asked, bits in closed if not notes & asked), notes | denied)

        return close

    def on(self, condition: str, notes: int) -> int:
        """Of ``notes``, those that say something of ``condition``."""
        return notes & self._bearing.get(condition, 0)

    def bearing(self, conditions: Iterable[str]) -> int:
        """All bits that say something of ``conditions``, their dates and places included."""
        return reduce(or_, (self._bearing.get(condition, 0) for condition in conditions), 0)

    def told(self, notes: int, condition: str) -> Told:
        """What the notes tell of a condition whose last question has been asked."""
        said = self.said[condition].read(notes) if condition in self.said else 0
        status = Status.ABSENT if said == _DENIED else Status.UNKNOWN
        if said & _AFFIRMED:
            status = Status.PRESENT
        by = ("a question on the path",) if said else ()
        return Told(status, self._areas(notes, condition), self._day(notes, condition), by)

    def located_at_once(self, question: Question) -> frozenset[str]:
        """The conditions that ``question`` locates, where nothing that is asked later says anything of them: their
        areas need no notes, but can be left out at each box."""
        return question.about & self.said.keys() & self.located if question.key in self.at_once else frozenset()

    def ripe(self, number: int, box: str | None = None) -> list[str]:
        """The conditions that nothing informs after question ``number``; with ``box``, after that box of it."""
        said = self.said.items()
        return [key for key, field in said if field.until == number and (box is None or field.box == box)]

    def needless_after(self, number: int) -> int:
        """The bits that nobody needs once question ``number`` has been asked."""
        return sum(field.mask for field in self.fields if field.until == number)

    def about(self, conditions: Iterable[str]) -> int:
        """All bits that say something of ``conditions``."""
        return sum(self.said[key].mask for key in conditions)

    def _lay_out(self, number: int, question: Question) -> None:
        until = max([number, *(self.last[condition] for condition in question.about)])
        if question.asked_after:
            self.asked[question.key] = self._field(1, number)
        if question.kind is Kind.WHEN:
            self.when[question.key] = self._field(len(self.days[question.key]) + 1, until)
        if question.kind is Kind.WHERE and question.about & self.located:
            self.at_once |= {question.key} if until == number else set()
            self.where[question.key] = self._field(1 if until == number else len(self.areas) + 2, until)

    def _box(self, condition: str) -> str:
        """The last box of the condition's last question that affirms it."""
        boxes = [o.key for o in self.check.questions[self.last[condition]].options if condition in o.affirms]
        return boxes[-1] if boxes else ""

    def _field(self, width: int, until: int, box: str = "") -> Field:
        offset = self.fields[-1].offset + self.fields[-1].width if self.fields else 0
        self.fields.append(Field(offset, width, until, box))
        return self.fields[-1]

    def _bearing_on(self, condition: str) -> int:
        about = [question.key for question in self.check.questions if condition in question.about]
        places = [fields[key].mask for key in about for fields in (self.where, self.when) if key in fields]
        return sum(places, self.said[condition].mask)

    def _saying(self, conditions: Iterable[str], what: int) -> int:
        return sum(what << self.said[key].offset for key in set(conditions) & self.said.keys())

    def _place(self, option: Option) -> int:
        """A bit for each area of the device, one for all areas beyond it, one for “not sure”."""
        if option.role is Role.UNSURE:
            return len(self.areas) + 1
        return self.areas.index(option.key) if option.key in self.areas else len(self.areas)

    def _areas(self, notes: int, condition: str) -> frozenset[str] | None:
        """The areas that were told and not left out at once; None where none were told."""
        asked = [q for q in self.check.questions if q.key in self.where and condition in q.about]
        told = {q.key: bits for q in asked if (bits := self.where[q.key].read(notes))}
        noted = [bits for key, bits in told.items() if key not in self.at_once]
        if not told or any(bits >> len(self.areas) + 1 for bits in noted):
            return None
        return frozenset(area for n, area in enumerate(self.areas) if any(bits >> n & 1 for bits in noted))

    def _day(self, notes: int, condition: str) -> dt.date | None:
        asked = [q for q in self.check.questions if q.key in self.when and condition in q.about]
        ago = [self._days_ago(notes, question) for question in asked if self.when[question.key].read(notes)]
        known = [days for days in ago if days is not None]
        return DAY_OF_PROOF - dt.timedelta(days=min(known)) if known and len(known) == len(ago) else None

    def _days_ago(self, notes: int, question: Question) -> int | None:
        index = self.when[question.key].read(notes).bit_length() - 1
        return self.days[question.key][index] if index < len(self.days[question.key]) else None


def days_of(check: Check, question: Question) -> tuple[int, ...]:
    """The first day of each interval, in days ago, within which every rule says the same of an answer."""
    rules = (rule for device in check.devices for rule in device.rules if rule.condition in question.about)
    return tuple(sorted({0, *(rule.wait_days for rule in rules if rule.wait_days)}))
