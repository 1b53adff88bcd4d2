"""From documents to the engine's values, and the composition of each device's rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from screening.engine.model import (
    NOT_SURE,
    Check,
    Condition,
    Device,
    Disposition,
    Floor,
    Kind,
    Option,
    Origin,
    Question,
    Role,
    Rule,
)

type Document = Mapping[str, Any]

AREAS = ("forehead", "temples", "eyes", "cheeks", "mouth-chin", "jaw", "neck")

_CURRENTS = frozenset({"microcurrent", "ems"})


class Undecodable(ValueError):
    """A document that is no questionnaire or device of a schema this engine knows."""


def decode(questionnaire: Document, devices: Iterable[Document]) -> Check:
    """Read a questionnaire document and the documents of the devices it judges; reference devices are left out.

    A device's rules are the general ones for its modalities together with its label's. Where no label is on file,
    the strictest label of its kind is borrowed for each condition. Raises Undecodable.
    """
    try:
        judged = [document for document in devices if not document.get("is_reference")]
        known = questionnaire["references"].get("condition", {})
        return Check(
            questions=tuple(_question(row) for row in questionnaire["questions"]),
            conditions=_conditions(known, judged),
            devices=tuple(_device(document, known, judged) for document in judged),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Undecodable(f"not a questionnaire with devices of schema 1: {error!r}") from error


def _question(row: Document) -> Question:
    openers = [opener.partition("/") for opener in row["ask_if"]]
    if len({question for question, _, _ in openers}) > 1:
        raise Undecodable(f"“{row['key']}” follows more than one question.")
    kind = Kind(row["kind"])
    return Question(
        key=row["key"],
        kind=kind,
        text=row["text"],
        options=_options(kind, row["options"]),
        asked_after=openers[0][0] if openers else "",
        asked_if=frozenset(option for _, _, option in openers),
        about=frozenset(row["about"]),
    )


def _options(kind: Kind, rows: Iterable[Document]) -> tuple[Option, ...]:
    unsure = Option(NOT_SURE, "I am not sure", Role.UNSURE)
    if kind is Kind.WHEN:
        return (unsure,)
    if kind is Kind.WHERE:
        return (*(Option(area, area, Role.AFFIRMS) for area in AREAS), unsure)
    return tuple(Option(row["key"], row["label"], Role(row["role"]), frozenset(row["affirms"])) for row in rows)


def _conditions(known: Document, devices: Iterable[Document]) -> dict[str, Condition]:
    """The questionnaire's conditions, and any that only a label knows: nobody asks about those."""
    named = {key: row for device in devices for key, row in device["references"].get("condition", {}).items()}
    return {key: Condition(key, row["name"], bool(row["must_stop"])) for key, row in {**named, **known}.items()}


def _device(document: Document, conditions: Document, others: list[Document]) -> Device:
    own = list(_label_rules(document, Origin.LABEL))
    label = own if document["label_source"] else _borrowed(document, others)
    return Device(
        key=document["key"],
        title=document["title"],
        areas=frozenset(document["areas"]),
        rules=(*_general_rules(document, conditions), *label),
        floors=tuple(Floor(rule.condition, rule.if_present, rule.areas) for rule in own),
    )


def _general_rules(device: Document, conditions: Document) -> Iterator[Rule]:
    modalities = {row["modality"] for row in device["modalities"]}
    spare = can_be_left_off(device)
    for key, condition in conditions.items():
        for index, row in enumerate(condition["rules"]):
            modality = row["modality"]
            if modality not in modalities:
                continue
            spared = modality in spare and not condition["must_stop"]
            yield Rule(
                condition=key,
                if_present=Disposition.LIMITED if spared else Disposition[row["if_present"].upper()],
                if_unknown=Disposition[row["if_unknown"].upper()],
                areas=frozenset() if spared else frozenset(row["areas"]),
                where_told=row["where_told"] and not spared,
                wait_days=None if spared else row["wait_days"],
                without=modality if spared else "",
                index=index,
            )


def can_be_left_off(device: Document) -> frozenset[str]:
    """Never the microcurrent, nor all that the device does: without it, there is nothing left to use."""
    rows = [row for row in device["modalities"] if row["modality"] != "microcurrent"]
    optional = frozenset(row["modality"] for row in rows if row["optional"])
    return optional if len(optional) < len(device["modalities"]) else frozenset()


def _label_rules(device: Document, origin: Origin) -> Iterator[Rule]:
    for index, row in enumerate(device["label"]):
        yield Rule(
            condition=row["condition"],
            if_present=Disposition[row["if_present"].upper()],
            if_unknown=Disposition.ASK,
            areas=frozenset(row["areas"]),
            where_told=row["where_told"],
            origin=origin,
            owner=device["key"],
            index=index,
        )


def _borrowed(device: Document, others: list[Document]) -> list[Rule]:
    """For each condition, what the strictest labels of this kind say of it."""
    kin = [other for other in others if other["label_source"] and _currents(other) & _currents(device)]
    rules = [rule for other in kin for rule in _label_rules(other, Origin.BORROWED)]
    strictest: dict[str, Disposition] = {}
    for rule in rules:
        strictest[rule.condition] = max(rule.if_present, strictest.get(rule.condition, rule.if_present))
    return [rule for rule in rules if rule.if_present == strictest[rule.condition]]


def _currents(device: Document) -> frozenset[str]:
    return _CURRENTS & {row["modality"] for row in device["modalities"]}
