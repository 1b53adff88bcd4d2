"""`prove`: every promise, held over every set of answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from screening.engine.model import Check, Device
from screening.engine.proof.breach import Breach
from screening.engine.proof.device import DeviceSweep
from screening.engine.proof.flow import endless, stale_answers, unreachable
from screening.engine.proof.outcomes import broken_by_changes, broken_by_outcomes
from screening.engine.proof.rules import milder_than_label, wrong_areas, wrong_come_back

PROMISES: Mapping[int, str] = {
    1: "A stop condition that is present always gives stop, for every device it applies to.",
    2: "Not sure, or unasked, is never milder than ask.",
    3: "No device is suitable or limited unless every condition it has a rule for was answered on the path.",
    4: "Every set of answers gives exactly one disposition per device, with a reason.",
    5: "The path ends.",
    6: "Every question, option and rule can be reached.",
    7: "Changing any answer from no to yes or not sure never makes any device milder.",
    8: "Answers off the path change nothing.",
    9: "Our disposition is never milder than the maker's label.",
    10: "The come-back date is the latest of all waits and never shown beside a stop.",
    11: "Allowed areas are the device's minus all excluded, and none left means not suitable.",
}
"""The promises of design.md section 6 that are about answers; the twelfth is about pages."""


@dataclass(frozen=True, slots=True)
class Proof:
    """No ``breaches`` means that every promise holds. ``answer_sets``: how many sets of answers they were held over,
    a date counting once for each interval it can lie in; 0 where the path itself does not end."""

    breaches: tuple[Breach, ...]
    answer_sets: int


def prove(check: Check) -> Proof:
    """The promises that ``check`` breaks, each with a worked example of a person it would fail.

    Exact: outcomes are counted by dynamic programming over all sets of answers, not sampled.
    """
    if breaches := tuple(endless(check)):
        return Proof(breaches, 0)
    found = [*unreachable(check), *stale_answers(check)]
    answer_sets = 0
    # Without devices there are answers all the same.
    kinds = _alike(check.devices) or {Device("", "", frozenset(), ()): []}
    for kind, devices in kinds.items():
        everybody = DeviceSweep(check, kind).everybody()
        answer_sets = sum(tally.count for tally in everybody.values())
        if any(broken_by_outcomes(check, kind, everybody)):
            found += [breach for device in devices for breach in _with_areas(check, device)]
    for device in check.devices:
        found += [*broken_by_changes(check, device), *milder_than_label(check, device)]
        found += [*wrong_come_back(check, device), *wrong_areas(device)]
    return Proof(tuple(sorted(found, key=lambda breach: breach.promise)), answer_sets)


def _alike(devices: tuple[Device, ...]) -> dict[Device, list[Device]]:
    """Devices that differ in nothing but names and areas, by what they have in common.

    Leaving areas out can only make a result stricter. So promises 1 to 4, if they hold for a device that could be used
    anywhere, hold for all devices alike but for their areas, and each kind needs to be swept only once.
    """
    kinds: dict[Device, list[Device]] = {}
    for device in devices:
        rules = {replace(rule, areas=frozenset(), where_told=False, owner="", index=0) for rule in device.rules}
        areas = frozenset(["anywhere"] if device.areas else [])
        kinds.setdefault(Device("", "", areas, tuple(sorted(rules, key=repr))), []).append(device)
    return kinds


def _with_areas(check: Check, device: Device) -> Iterator[Breach]:
    """The same with the device's own areas, for exact numbers: where none is left, a breach may be repaired."""
    return broken_by_outcomes(check, device, DeviceSweep(check, device).everybody())
