"""Why: what the person said, and what follows from it for the devices, the most cautious first.

Everything here is a reason of the assessment in other words. Nothing is judged again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guides.pages.dispositions import DispositionWords, disposition
from screening.engine import Disposition, Reason, Status
from screening.pages.said import Said, asked_about, capitalised, day_words, said
from screening.pages.statement import Statement, statements
from screening.visit import Visit

type Found = tuple[str, Reason]
"""A reason, and the key of the device that it was found for."""


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """``statements_differ`` in how far they go. ``notes``: what counts where nobody said when or where."""

    name: str
    disposition: DispositionWords
    statements: tuple[Statement, ...]
    statements_differ: bool
    notes: tuple[str, ...]
    what_to_do: str
    disagreement: str


@dataclass(frozen=True, slots=True)
class Because:
    """What follows from one thing that the person said; ``said`` is empty where they were not asked about it:
    nobody is, or only who answers otherwise before.

    ``follow_ups``: when and where they say it is. ``is_unsure``: ``conditions`` are all that it could have been;
    ``doubts_the_rest``: wherever they said so, it was beside a yes.
    """

    anchor: str
    heading: str
    said: tuple[Said, ...]
    follow_ups: tuple[Said, ...]
    is_unsure: bool
    doubts_the_rest: bool
    disposition: DispositionWords
    conditions: tuple[ConditionWords, ...]


@dataclass(frozen=True, slots=True)
class Causes:
    """``anchors``: under which of them the page speaks of a condition."""

    all: tuple[Because, ...]
    anchors: Mapping[str, str]

    def naming(self, conditions: Iterable[str]) -> tuple[Because, ...]:
        """Those that speak of any of these conditions."""
        wanted = {self.anchors[condition] for condition in conditions}
        return tuple(because for because in self.all if because.anchor in wanted)


def causes(visit: Visit) -> Causes:
    """While questions are still open, what nobody has answered yet is no reason to show."""
    found = [
        (assessed.device.key, reason)
        for assessed in visit.assessment.devices
        for reason in assessed.reasons
        if reason.by or visit.assessment.complete
    ]
    groups = _grouped(found)
    ordered = sorted(groups.values(), key=lambda group: (-_worst(group), _first(visit, group)))
    because = [_because(visit, group, f"reason-{number}") for number, group in enumerate(ordered, start=1)]
    anchors = {
        reason.rule.condition: page.anchor for page, group in zip(because, ordered, strict=True) for _, reason in group
    }
    return Causes(tuple(because), anchors)


def _grouped(found: Iterable[Found]) -> dict[tuple[str, ...], list[Found]]:
    """A condition that the person has stands alone; those that one “not sure” leaves open stand together."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for device, reason in found:
        key = reason.by if reason.status is Status.UNKNOWN and reason.by else ("", reason.rule.condition)
        groups.setdefault(key, []).append((device, reason))
    return groups


def _because(visit: Visit, group: list[Found], anchor: str) -> Because:
    by_condition: dict[str, list[Found]] = {}
    for device, reason in group:
        by_condition.setdefault(reason.rule.condition, []).append((device, reason))
    strictest_first = sorted(by_condition.items(), key=lambda item: -_worst(item[1]))
    conditions = tuple(_condition(visit, key, found) for key, found in strictest_first)
    _, one = group[0]
    is_unsure = one.status is Status.UNKNOWN
    answers = tuple(said(visit.walked, key, one.rule.condition) for key in one.by)
    asked = () if is_unsure else asked_about(visit.walked, one.rule.condition)
    return Because(
        anchor=anchor,
        heading=_heading(answers, is_unsure) or conditions[0].name,
        said=answers,
        follow_ups=tuple(said(visit.walked, key) for key in asked),
        is_unsure=is_unsure,
        doubts_the_rest=bool(answers) and all(answer.doubts_the_rest for answer in answers),
        disposition=_words(group),
        conditions=conditions,
    )


def _heading(answers: tuple[Said, ...], is_unsure: bool) -> str:
    """What was said; of what was “not sure”, the question."""
    if is_unsure:
        return " ".join(answer.question for answer in answers)
    return "; ".join(words for answer in answers for words in answer.words)


def _condition(visit: Visit, key: str, found: list[Found]) -> ConditionWords:
    record = visit.checklist.document["references"].get("condition", {}).get(key, {})
    said_of_it = statements(visit, found)
    return ConditionWords(
        name=capitalised(visit.checklist.check.conditions[key].name),
        disposition=_words(found),
        statements=said_of_it,
        statements_differ=len({statement.disposition.code for statement in said_of_it}) > 1,
        notes=tuple(_notes(visit, key, found)),
        what_to_do=record.get("what_to_do", ""),
        disagreement=record.get("disagreement", ""),
    )


def _notes(visit: Visit, condition: str, found: list[Found]) -> Iterator[str]:
    """How the engine treats a date or place that is open; see ``assess``."""
    told = visit.assessment.statuses[condition]
    present = [reason for _, reason in found if reason.status is Status.PRESENT]
    if any(reason.until for reason in present):
        if told.on is None:
            yield "We do not know the date, so we count from today."
        elif told.on > visit.at.date():
            yield f"{day_words(told.on)} lies in the future, so we count from today."
    if told.areas is None and any(reason.rule.where_told for reason in present):
        yield "We do not know where, so no area counts as free of it."


def _first(visit: Visit, group: list[Found]) -> int:
    _, reason = group[0]
    return min((visit.walked.ordinal(key) for key in reason.by), default=len(visit.walked.questions) + 1)


def _worst(found: Iterable[Found]) -> Disposition:
    return max(reason.disposition for _, reason in found)


def _words(found: Iterable[Found]) -> DispositionWords:
    return disposition(_worst(found).name.lower())
