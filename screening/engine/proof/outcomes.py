"""Promises 1 to 4, 7 and 11: what all sets of answers lead to for one device."""

from collections.abc import Iterator

from screening.engine.model import Check, Device, Disposition, Kind, Question, Role
from screening.engine.proof.breach import Breach, shown
from screening.engine.proof.crowd import Crowd, Tally
from screening.engine.proof.device import DeviceSweep
from screening.engine.proof.outcome import Outcome


def broken_by_outcomes(check: Check, device: Device, everybody: Crowd[Outcome]) -> Iterator[Breach]:
    """Promises 1 to 4 and 11: for each way of breaking one, how many sets of answers do, and the plainest of them."""
    found: dict[tuple[int, str, Disposition], Tally] = {}
    for (person,), tally in everybody.items():
        disposition = person.outcome.settled(device)
        for promise, why in _broken(person.outcome, disposition, device):
            same = found.get((promise, why, disposition))
            found[promise, why, disposition] = same.merged(tally) if same else tally
    for (promise, why, disposition), tally in found.items():
        yield Breach(promise, shown(check, tally.answers, device, disposition, why), tally.count, tally.answers)


def broken_by_changes(check: Check, device: Device) -> Iterator[Breach]:
    """Promise 7. Pairs of people are followed only for questions where a milder outcome is thinkable."""
    for question in check.questions:
        if not _milder_is_thinkable(check, device, question):
            continue
        for (before, after), tally in DeviceSweep(check, device).pairs(question).items():
            was, became = before.outcome.settled(device), after.outcome.settled(device)
            if became < was:
                otherwise = ", or with fewer boxes ticked," if question.kind is Kind.SEVERAL else ""
                why = f"with a “no” to “{question.text}”{otherwise} it would have been {was.name.lower()}."
                yield Breach(7, shown(check, tally.answers, device, became, why), tally.count, tally.answers)
                break


def _broken(outcome: Outcome, disposition: Disposition, device: Device) -> Iterator[tuple[int, str]]:
    if outcome.must_stop and disposition < Disposition.STOP:
        yield 1, "a stop condition that they have does not stop it."
    if outcome.unknown and disposition < Disposition.ASK:
        yield 2, "what is not known about them counts as a “no”."
    if outcome.unanswered and disposition <= Disposition.LIMITED:
        yield 3, "a condition it has a rule for was never asked about."
    if disposition > Disposition.SUITABLE and outcome.disposition is Disposition.SUITABLE and not outcome.left_out:
        yield 4, "no reason can be given."
    if disposition <= Disposition.LIMITED and not device.areas - outcome.left_out:
        yield 11, "no area is left where it may be used."


def _milder_is_thinkable(check: Check, device: Device, question: Question) -> bool:
    """A yes can only be milder than a no where something else informs the same condition, or where the yes closes a
    follow-up that the no leads to; a further box, or “not sure” beside one, also where it leads to the date or the
    areas of what another one says. Everywhere else a no makes its conditions absent, and nothing is milder."""
    denying = {option.key for option in question.options if option.role is Role.DENIES}
    if not denying:
        return False
    family = _family(check, question)
    touched = {key for member in family for key in member.mentions | member.about}
    ruled = touched & {rule.condition for rule in device.rules}
    mentioning = [other for other in check.questions for key in other.mentions & ruled]
    informed_twice = any(sum(key in other.mentions for other in check.questions) > 1 for key in ruled)
    informed_elsewhere = any(other not in family for other in mentioning)
    return (
        informed_twice
        or informed_elsewhere
        or any(denying & q.asked_if for q in check.follow_ups(question))
        or (question.kind is Kind.SEVERAL and any(_is_told_more(key, family) for key in ruled))
    )


def _is_told_more(condition: str, family: list[Question]) -> bool:
    """Whether somebody can have it without being asked the date or the areas that others of the family are asked."""
    return any(
        condition in option.affirms and not (member.key == more.asked_after and option.key in more.asked_if)
        for more in family
        if condition in more.about
        for member in family
        for option in member.options
    )


def _family(check: Check, question: Question) -> list[Question]:
    """The question and all that follows up on it."""
    return [question, *(member for follow_up in check.follow_ups(question) for member in _family(check, follow_up))]
