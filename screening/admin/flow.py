"""The way through the questions in words: when each is asked, and what each answer means, opens or closes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from screening.admin.outline import asked, meaning, supplied
from screening.engine import Check, Kind, Option, Question, Role


@dataclass(frozen=True, slots=True)
class FlowAnswer:
    """``effects``: what it means and does, each in words."""

    label: str
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlowQuestion:
    """``number``: its place in the questionnaire. ``address``: where it is edited. ``supplied``: how it is answered
    where it has no options of its own."""

    number: int
    address: str
    text: str
    asked: str
    supplied: str
    answers: tuple[FlowAnswer, ...]
    follow_ups: tuple["FlowQuestion", ...]


def flow(check: Check, addresses: Mapping[str, str]) -> tuple[FlowQuestion, ...]:
    """The questions that everybody is asked, each with its follow-ups below it. ``addresses``: by key."""
    return tuple(_question(check, question, addresses) for question in check.questions if not question.asked_after)


def _question(check: Check, question: Question, addresses: Mapping[str, str]) -> FlowQuestion:
    opener = check.question(question.asked_after)
    openers = [option.label for option in opener.options if option.key in question.asked_if] if opener else []
    return FlowQuestion(
        number=_number(check, question),
        address=addresses[question.key],
        text=question.text,
        asked=asked(openers, opener.text if opener else ""),
        supplied=supplied(question.kind, _names(check, question.about)),
        answers=tuple(_answers(check, question)),
        follow_ups=tuple(_question(check, other, addresses) for other in check.follow_ups(question)),
    )


def _answers(check: Check, question: Question) -> Iterator[FlowAnswer]:
    if question.kind in (Kind.SINGLE, Kind.SEVERAL):
        for option in question.options:
            yield FlowAnswer(option.label, tuple(_effects(check, question, option)))


def _effects(check: Check, question: Question, option: Option) -> Iterator[str]:
    yield meaning(option.role, _names(check, option.affirms))
    following = check.follow_ups(question)
    if opened := [other for other in following if option.key in other.asked_if]:
        yield f"opens {_numbers(check, opened)}"
    passed = [other for other in following if option.key not in other.asked_if]
    if passed and option.role is Role.UNSURE:
        yield f"does not open {_numbers(check, passed)}, but what that would tell stays open"
    elif passed and (question.kind is Kind.SINGLE or option.role is Role.DENIES):
        yield f"closes {_numbers(check, passed)}, as if answered with no"


def _names(check: Check, conditions: Iterable[str]) -> list[str]:
    return [check.conditions[key].name for key in sorted(conditions)]


def _numbers(check: Check, questions: list[Question]) -> str:
    numbers = " and ".join(str(_number(check, question)) for question in questions)
    return f"question{'s' if len(questions) > 1 else ''} {numbers}"


def _number(check: Check, question: Question) -> int:
    return check.questions.index(question) + 1
