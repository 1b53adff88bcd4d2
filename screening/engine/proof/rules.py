"""Promises 9, 10 and 11: labels are floors, come-back dates are the latest, areas left out are left out."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations_with_replacement

from screening.engine.assess import Reason, judge, reason
from screening.engine.model import (
    Answers,
    Check,
    Device,
    Disposition,
    Floor,
    Rule,
    Status,
)
from screening.engine.path import leading_to
from screening.engine.proof.breach import DAY_OF_PROOF, Breach, quiet, shown
from screening.engine.told import Told


def milder_than_label(check: Check, device: Device) -> Iterator[Breach]:
    """Promise 9: whenever a condition of the label is present, the device's own rules are at least as strict."""
    for floor in device.floors:
        for days in _days(device, floor.condition):
            told = Told(Status.PRESENT, areas=frozenset(), on=DAY_OF_PROOF - dt.timedelta(days=days), by=("answer",))
            rules = [rule for rule in device.rules if rule.condition == floor.condition]
            judged = judge(device, tuple(filter(None, (reason(rule, told, DAY_OF_PROOF, device) for rule in rules))))
            if judged.disposition < floor.disposition or _allows_more(judged.areas, floor):
                name = check.conditions[floor.condition].name
                why = f"its own label says {floor.disposition.name.lower()} for “{name}”."
                answers = somebody_with(check, floor.condition)
                yield Breach(9, shown(check, answers, device, judged.disposition, why), answers=answers)
                break


def wrong_come_back(check: Check, device: Device) -> Iterator[Breach]:
    """Promise 10, for every two waits on their first and last days, alone and beside a stop."""
    waits = [rule for rule in device.rules if rule.if_present is Disposition.WAIT and rule.wait_days]
    stop = Reason(Rule("", Disposition.STOP, Disposition.STOP), Status.PRESENT, Disposition.STOP, by=("answer",))
    for one, other in combinations_with_replacement(waits, 2):
        found = tuple(r for rule in (one, other) for r in _waiting(rule, device))
        latest = DAY_OF_PROOF + dt.timedelta(days=max(one.wait_days or 0, other.wait_days or 0))
        names = " and ".join(f"“{check.conditions[rule.condition].name}”" for rule in (one, other))
        if judge(device, found).come_back != latest:
            yield Breach(10, f"Who waits for {names} would be told to come back to {device.title} too early.")
        if judge(device, (*found, stop)).come_back:
            yield Breach(10, f"Who must not use {device.title} at all would be given a day to come back, for {names}.")


def wrong_areas(device: Device) -> Iterator[Breach]:
    """Promise 11, for every two rules that leave different areas out, and for all of them together."""
    limiting = [rule for rule in device.rules if rule.if_present is Disposition.LIMITED]
    told = Told(Status.PRESENT, by=("answer",))
    given = filter(None, (reason(rule, told, DAY_OF_PROOF, device) for rule in limiting))
    every = tuple({reason.left_out: reason for reason in given}.values())
    for found in (*combinations_with_replacement(every, 2), every):
        judged = judge(device, found)
        left = device.areas.difference(*(reason.left_out for reason in found))
        if judged.areas != left or (judged.disposition <= Disposition.LIMITED) != bool(left):
            names = ", ".join(sorted({reason.rule.condition for reason in found}))
            yield Breach(11, f"{device.title} would be allowed on areas that are left out for {names}.")


def somebody_with(check: Check, condition: str) -> Answers:
    """The mildest answers of somebody who has ``condition``; whoever cannot be asked about it answers “no” to all."""
    for question in check.questions:
        for option in question.options:
            if condition in option.affirms:
                return quiet(check, {**leading_to(check, question), question.key: frozenset({option.key})})
    return quiet(check, {})


def _days(device: Device, condition: str) -> list[int]:
    waits = {rule.wait_days for rule in device.rules if rule.condition == condition and rule.wait_days}
    return sorted({0, *waits})


def _allows_more(areas: frozenset[str], floor: Floor) -> bool:
    return bool(areas & floor.areas)


def _waiting(rule: Rule, device: Device) -> Iterator[Reason]:
    """What the rule says just before its wait ends, and on the first day."""
    for days in (0, (rule.wait_days or 1) - 1):
        told = Told(Status.PRESENT, on=DAY_OF_PROOF - dt.timedelta(days=days), by=("answer",))
        if found := reason(rule, told, DAY_OF_PROOF, device):
            yield found
