"""What one set of answers means for each device."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from screening.engine.model import (
    Answers,
    Check,
    Device,
    Disposition,
    Origin,
    Rule,
    Status,
)
from screening.engine.path import path
from screening.engine.told import Told, told

_NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that has something to say.

    ``left_out``: areas where the device must not be used. ``until``: the day a wait ends; None for a wait that ends
    when it is over. ``by``: the questions whose answers triggered it; empty where nobody has answered yet.
    """

    rule: Rule
    status: Status
    disposition: Disposition
    left_out: frozenset[str] = frozenset()
    until: dt.date | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeviceAssessment:
    """``areas``: where the device may be used; empty unless it is suitable or limited.

    ``nowhere_left``: no area remains, which alone means asking first. ``come_back``: the latest end of all waits;
    None beside a stop, and where a wait has no known end. ``without``: modalities to leave off.
    """

    device: Device
    disposition: Disposition
    reasons: tuple[Reason, ...] = ()
    areas: frozenset[str] = frozenset()
    nowhere_left: bool = False
    come_back: dt.date | None = None
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Assessment:
    """``complete``: every question on the path is answered. ``foregone``: whatever the rest of the answers, no
    device can be anything but stop."""

    devices: tuple[DeviceAssessment, ...]
    statuses: Mapping[str, Told]
    complete: bool
    foregone: bool


def assess(check: Check, answers: Answers, today: dt.date) -> Assessment:
    """Judge every device. Only answers on the path count, and rule order never matters."""
    walked = path(check, answers)
    statuses = told(check, walked)
    devices = tuple(judge(device, reasons(device, statuses, today)) for device in check.devices)
    return Assessment(devices, statuses, complete=walked.next is None, foregone=_foregone(devices))


def reasons(device: Device, statuses: Mapping[str, Told], today: dt.date) -> tuple[Reason, ...]:
    """Every rule of ``device`` that has something to say, the strictest first."""
    found = (reason(rule, statuses.get(rule.condition, _NOTHING_TOLD), today, device) for rule in device.rules)
    return tuple(sorted((r for r in found if r), key=lambda r: (-r.disposition, r.rule.origin is Origin.BORROWED)))


def reason(rule: Rule, told: Told, today: dt.date, device: Device) -> Reason | None:
    """What one rule says of one condition; None where it is absent, or its wait is over."""
    if told.status is Status.ABSENT:
        return None
    if told.status is Status.UNKNOWN:
        return Reason(rule, told.status, rule.if_unknown, by=told.by)
    until = _end_of_wait(rule, told, today)
    if until and until <= today:
        return None
    return Reason(rule, told.status, rule.if_present, _left_out(rule, told, device), until, told.by)


def judge(device: Device, found: tuple[Reason, ...]) -> DeviceAssessment:
    """The worst of everything triggered; where no area is left, at least *ask*."""
    worst = max((reason.disposition for reason in found), default=Disposition.SUITABLE)
    left = device.areas - left_out(found)
    disposition = worst if left else max(worst, Disposition.ASK)
    usable = disposition <= Disposition.LIMITED
    return DeviceAssessment(
        device,
        disposition,
        found,
        areas=left if usable else frozenset(),
        nowhere_left=not left,
        come_back=come_back(found, disposition),
        without=frozenset(reason.rule.without for reason in found if reason.rule.without),
    )


def left_out(found: Iterable[Reason]) -> frozenset[str]:
    return frozenset().union(*(reason.left_out for reason in found))


def come_back(found: Iterable[Reason], disposition: Disposition) -> dt.date | None:
    """The latest end of all waits; None beside a stop, without a wait, or where one has no known end."""
    waits = [reason.until for reason in found if reason.disposition is Disposition.WAIT]
    if disposition is Disposition.STOP or not waits or None in waits:
        return None
    return max(until for until in waits if until)


def _end_of_wait(rule: Rule, told: Told, today: dt.date) -> dt.date | None:
    """A date that is not known, or lies in the future, counts as today: the longest wait there can be."""
    if rule.wait_days is None:
        return None
    return min(told.on or today, today) + dt.timedelta(days=rule.wait_days)


def _left_out(rule: Rule, told: Told, device: Device) -> frozenset[str]:
    if not rule.where_told:
        return rule.areas
    return rule.areas | (device.areas if told.areas is None else told.areas)


def _foregone(devices: tuple[DeviceAssessment, ...]) -> bool:
    return bool(devices) and all(
        any(reason.disposition is Disposition.STOP and reason.by for reason in assessed.reasons) for assessed in devices
    )
