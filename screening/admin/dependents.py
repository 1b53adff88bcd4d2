"""The rules that depend on a question: of every condition that its answers speak of, and what they come to."""

from collections.abc import Iterator
from dataclasses import dataclass

from screening.admin.matrix import Cell, cell
from screening.admin.preview import ShownRule, shown_rule
from screening.checklist import Checklist
from screening.pages.said import capitalised


@dataclass(frozen=True, slots=True)
class DevicesAlike:
    """Devices that the same is said of; ``cell`` is None where they have no rule for the condition."""

    titles: tuple[str, ...]
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Dependent:
    """A condition. ``devices`` is empty where all devices are judged alike, just as the rules say."""

    key: str
    name: str
    must_stop: bool
    rules: tuple[ShownRule, ...]
    devices: tuple[DevicesAlike, ...]


def dependents(checklist: Checklist, question: str) -> tuple[Dependent, ...]:
    """Empty for a question that the draft does not hold."""
    asked = checklist.check.question(question)
    keys = sorted(asked.mentions | asked.about) if asked else []
    return tuple(_dependent(checklist, key) for key in keys)


def _dependent(checklist: Checklist, key: str) -> Dependent:
    references = checklist.document["references"]
    record, sources = references["condition"][key], references.get("source", {})
    alike = tuple(_alike(checklist, key))
    return Dependent(
        key=key,
        name=capitalised(record["name"]),
        must_stop=record["must_stop"],
        rules=tuple(shown_rule(row, sources) for row in record["rules"]),
        devices=alike if len(alike) > 1 or any(each.cell and each.cell.is_of_a_label for each in alike) else (),
    )


def _alike(checklist: Checklist, key: str) -> Iterator[DevicesAlike]:
    groups: dict[Cell | None, list[str]] = {}
    for device in sorted(checklist.check.devices, key=lambda device: device.title.casefold()):
        groups.setdefault(cell(device, key), []).append(device.title)
    for found, titles in groups.items():
        yield DevicesAlike(tuple(titles), found)
