"""Two checks seen as one: the same people answer both, and what an answer means in each is kept apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from screening.engine.model import Check, Condition, Device, Option, Question, Role


@dataclass(frozen=True, slots=True)
class United:
    """``check`` asks what either asks, and offers what both offer. ``pairs``: each device as it was and as it becomes,
    with rules about conditions of their own where answers mean something else of those."""

    check: Check
    pairs: tuple[tuple[Device, Device], ...]


def united(old: Check, new: Check) -> United | None:
    """Both in one; None where the same answers lead somebody to other questions, or are a yes here and a no there."""
    before = {question.key: question for question in old.questions}
    if not all(_asked_alike(old, new, before[one.key], one) for one in new.questions if one.key in before):
        return None
    differing = told_otherwise(old, new)
    earlier, later = _Side(old, "before", differing), _Side(new, "after", differing)
    theirs = {key: earlier.question(question) for key, question in before.items()}
    ours = [later.question(question) for question in new.questions]
    both = [_joined(theirs.pop(one.key), one) if one.key in theirs else one for one in ours]
    devices = {device.key: earlier.device(device) for device in old.devices}
    pairs = tuple((devices[one.key], later.device(one)) for one in new.devices if one.key in devices)
    # All devices of both, because a day at which any rule of either changes its mind divides the people.
    everything = (*devices.values(), *map(later.device, new.devices))
    return United(Check((*both, *theirs.values()), {**earlier.conditions, **later.conditions}, everything), pairs)


def told_otherwise(old: Check, new: Check) -> frozenset[str]:
    """The conditions of which some answer says something else than before."""
    return frozenset(key for key in {**old.conditions, **new.conditions} if _ways(old, key) != _ways(new, key))


def judged_otherwise(old: Check, new: Check) -> frozenset[str]:
    """Keys of the devices that judge by other rules or areas, or by conditions that answers say something else of."""
    differing = told_otherwise(old, new)
    before = {device.key: device for device in old.devices}
    return frozenset(
        device.key
        for device in new.devices
        if (was := before.get(device.key))
        and ((was.rules, was.areas) != (device.rules, device.areas) or differing & {r.condition for r in device.rules})
    )


def asked_otherwise(old: Check, new: Check) -> tuple[Question, ...]:
    """The questions that only one of them asks, or that mean or lead to something else: a new wording is nothing."""
    before = {question.key: question for question in old.questions}
    after = {question.key: question for question in new.questions}
    changed = [
        question for key, question in after.items() if key not in before or _bare(before[key]) != _bare(question)
    ]
    return (*changed, *(question for key, question in before.items() if key not in after))


class _Side:
    """One of the two checks, with its own names for the conditions that the answers tell otherwise in the other."""

    def __init__(self, check: Check, side: str, differing: frozenset[str]) -> None:
        self.side = side
        self.differing = differing
        self.conditions: Mapping[str, Condition] = {
            self.name(key): replace(condition, key=self.name(key)) for key, condition in check.conditions.items()
        }

    def name(self, condition: str) -> str:
        return f"{condition} {self.side}" if condition in self.differing else condition

    def names(self, conditions: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.name, conditions))

    def question(self, question: Question) -> Question:
        options = tuple(replace(option, affirms=self.names(option.affirms)) for option in question.options)
        return replace(question, options=options, about=self.names(question.about))

    def device(self, device: Device) -> Device:
        return replace(device, rules=tuple(replace(rule, condition=self.name(rule.condition)) for rule in device.rules))


def _joined(was: Question, becomes: Question) -> Question:
    """With the answers that both offer. What only another answer affirmed is still asked about: “not sure” carries
    that, since it affirms nothing by itself."""
    offered = {option.key: option for option in was.options}
    options = [
        replace(option, affirms=option.affirms | offered[option.key].affirms)
        for option in becomes.options
        if option.key in offered
    ]
    lost = (was.mentions | becomes.mentions).difference(*(option.affirms for option in options))
    options = [_carrying(lost, option) for option in options]
    return replace(becomes, options=tuple(options), about=was.about | becomes.about)


def _carrying(lost: frozenset[str], option: Option) -> Option:
    return replace(option, affirms=option.affirms | lost) if option.role is Role.UNSURE else option


def _asked_alike(old: Check, new: Check, was: Question, becomes: Question) -> bool:
    """Whether both ask this of the same people, and differ in what a yes says, at most."""
    roles, now = ({option.key: option.role for option in question.options} for question in (was, becomes))
    only_one_offers = {role for _, role in roles.items() ^ now.items()}
    offered = _offered(old, was.asked_after) & _offered(new, becomes.asked_after)
    return (
        (was.kind, was.asked_after) == (becomes.kind, becomes.asked_after)
        and was.asked_if & offered == becomes.asked_if & offered
        and only_one_offers <= {Role.AFFIRMS}
        and (not only_one_offers or Role.UNSURE in now.values())
    )


def _offered(check: Check, key: str) -> frozenset[str]:
    question = check.question(key)
    return frozenset(option.key for option in question.options) if question else frozenset()


def _ways(check: Check, condition: str) -> frozenset[tuple[object, ...]]:
    """How answers come to speak of it: where they are asked for, and which of them affirm it."""
    return frozenset(
        (question.kind, condition in question.about, _affirming(question, condition), *_way(check, question))
        for question in check.questions
        if condition in question.mentions | question.about
    )


def _way(check: Check, question: Question | None) -> tuple[object, ...]:
    """The question, the answers that lead to it, and those that leave all open; then the same of what comes before."""
    if question is None:
        return ()
    unsure = frozenset(option.key for option in question.options if option.role is Role.UNSURE)
    return (question.key, question.asked_if, unsure, *_way(check, check.question(question.asked_after)))


def _affirming(question: Question, condition: str) -> frozenset[str]:
    return frozenset(option.key for option in question.options if condition in option.affirms)


def _bare(question: Question) -> Question:
    options = sorted((replace(option, label="") for option in question.options), key=lambda option: option.key)
    return replace(question, text="", options=tuple(options))
