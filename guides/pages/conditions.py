"""Conditions as a guide lists them: by group, the strictest first, with who says so and where they disagree."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from guides.models import Condition
from guides.pages.dispositions import DispositionWords, areas_words, disposition, modality_words, strictness
from guides.pages.prose import Heading, Typesetter, anchor_of
from guides.pages.references import Citation, References


def anchor_in_guide(key: str) -> str:
    return anchor_of("condition", key)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """``applies_to`` is empty for the current itself, and names what else a device does otherwise."""

    disposition: DispositionWords
    applies_to: str
    limits: str
    wait_days: int | None
    reason: str
    advice: str
    citations: list[Citation]


@dataclass(frozen=True, slots=True)
class ConditionEntry:
    anchor: str
    name: str
    strictest: RuleLine
    rules: list[RuleLine]
    what_to_do: str
    disagreement: str


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    heading: Heading
    conditions: list[ConditionEntry]


def condition_groups(
    records: dict[str, dict[str, Any]],
    typesetter: Typesetter,
    references: References,
    anchor: Callable[[str], str] = anchor_in_guide,
) -> list[ConditionGroup]:
    """``records`` maps keys to conditions, each with at least one rule; ``anchor`` gives a condition its place."""
    groups = []
    for group in Condition.Group:
        within = {key: record for key, record in records.items() if record["group"] == group}
        if within:
            heading = typesetter.heading(group.label, level=3)
            groups.append(ConditionGroup(heading, _entries(within, references, anchor)))
    return groups


def _entries(
    records: dict[str, dict[str, Any]], references: References, anchor: Callable[[str], str]
) -> list[ConditionEntry]:
    def place(item: tuple[str, dict[str, Any]]) -> tuple[int, str]:
        return -max(strictness(rule["if_present"]) for rule in item[1]["rules"]), item[1]["name"].lower()

    return [condition_entry(anchor(key), record, references) for key, record in sorted(records.items(), key=place)]


def condition_entry(anchor: str, record: dict[str, Any], references: References) -> ConditionEntry:
    """``record`` has at least one rule."""
    rules = [_rule(rule, references) for rule in record["rules"]]
    of_the_current = [rule for rule in rules if not rule.applies_to]
    return ConditionEntry(
        anchor=anchor,
        name=capfirst(record["name"]),
        strictest=max(of_the_current or rules, key=lambda rule: strictness(rule.disposition.code)),
        rules=rules,
        what_to_do=record["what_to_do"],
        disagreement=record["disagreement"],
    )


def _rule(rule: dict[str, Any], references: References) -> RuleLine:
    return RuleLine(
        disposition=disposition(rule["if_present"]),
        applies_to="" if rule["modality"] == "microcurrent" else modality_words(rule["modality"]),
        limits=_limits(rule),
        wait_days=rule["wait_days"],
        reason=rule["reason"],
        advice=rule["advice"],
        citations=references.cite_all("source", rule["sources"]),
    )


def _limits(rule: dict[str, Any]) -> str:
    """What ``limited`` and ``wait`` leave open: where not, and for how long not."""
    if rule["if_present"] == "wait":
        return f"At least {rule['wait_days']} days." if rule["wait_days"] else "Until it is over."
    if rule["where_told"]:
        return "Leave out the place where you have it."
    return f"Leave out: {areas_words(rule['areas'])}." if rule["areas"] else ""
