"""The values the engine works on. Everything is frozen, and nothing here knows a word of English to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum

type Answer = frozenset[str]
"""Keys of the chosen options; for a *when* question one ISO date, or `NOT_SURE`."""

type Answers = Mapping[str, Answer]
"""Question key → answer. May hold answers to questions that are not on the path; they never count."""

NOT_SURE = "not-sure"
"""The key of “I am not sure” where the engine supplies the options (*where* and *when*)."""


class Disposition(IntEnum):
    """How far a device is out of reach. A device's is always the worst of everything triggered."""

    SUITABLE = 0
    LIMITED = 1
    WAIT = 2
    ASK = 3
    STOP = 4


class Status(Enum):
    """What a person's answers say of a condition; unknown until somebody answers."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    PRESENT = "present"


class Kind(StrEnum):
    SINGLE = "single"
    SEVERAL = "several"
    WHERE = "where"
    WHEN = "when"


class Role(StrEnum):
    AFFIRMS = "affirms"
    DENIES = "denies"
    UNSURE = "unsure"


class Origin(StrEnum):
    """Whose rule it is: ours, the device's own label's, or borrowed from the strictest label of its kind."""

    GENERAL = "general"
    LABEL = "label"
    BORROWED = "borrowed"


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: str
    role: Role
    affirms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """``asked_after`` is empty, or names an earlier question; then ``asked_if`` holds the options that lead here."""

    key: str
    kind: Kind
    text: str
    options: tuple[Option, ...]
    asked_after: str = ""
    asked_if: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()

    @property
    def mentions(self) -> frozenset[str]:
        """The conditions that some answer to this question affirms."""
        return frozenset().union(*(option.affirms for option in self.options))

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Condition:
    key: str
    name: str
    must_stop: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """(condition, areas, modality) → disposition if present, disposition if unknown.

    ``origin``, ``owner`` (the device whose label it is) and ``index`` say where its words stand in the documents.
    ``without`` names a modality that can be left off: then only that is ruled out, not the device.
    """

    condition: str
    if_present: Disposition
    if_unknown: Disposition
    areas: frozenset[str] = frozenset()
    where_told: bool = False
    wait_days: int | None = None
    without: str = ""
    origin: Origin = Origin.GENERAL
    owner: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True)
class Floor:
    """What a device's own label says of a condition: no result may be milder."""

    condition: str
    disposition: Disposition
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Device:
    """``rules`` are the general ones for its modalities together with its label's; ``floors`` are its label alone."""

    key: str
    title: str
    areas: frozenset[str]
    rules: tuple[Rule, ...]
    floors: tuple[Floor, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A questionnaire with the devices it judges."""

    questions: tuple[Question, ...]
    conditions: Mapping[str, Condition]
    devices: tuple[Device, ...]

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    def follow_ups(self, question: Question) -> list[Question]:
        """The questions that some answers to it open."""
        return [other for other in self.questions if other.asked_after == question.key]
