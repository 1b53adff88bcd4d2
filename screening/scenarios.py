"""Scenarios: made-up people whose assessment is known, run against a check."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guides.documents import Document
from screening.engine import Answer, Assessment, Check, DeviceAssessment, assess, path

EVERY = "every"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came out for a made-up person. ``wrong``: what was expected otherwise; empty where the scenario passes.
    ``assessment`` is None where the answers cannot be read."""

    key: str
    title: str
    wrong: tuple[str, ...]
    assessment: Assessment | None = None

    @property
    def passes(self) -> bool:
        return not self.wrong


def trials(check: Check, scenarios: list[Document], today: dt.date) -> tuple[Trial, ...]:
    """Every scenario, tried."""
    return tuple(_tried(check, scenario, today) for scenario in scenarios)


def _tried(check: Check, scenario: Document, today: dt.date) -> Trial:
    key, title = scenario["key"], scenario["title"]
    try:
        answers = given(scenario["answers"], today)
        stale = sorted(set(answers) - set(path(check, answers).answers))
    except (AttributeError, TypeError, ValueError):
        return Trial(key, title, ("its answers cannot be read.",))
    assessment = assess(check, answers, today)
    not_counted = [f"it gives answers that do not count: {', '.join(stale)}."] if stale else []
    return Trial(key, title, (*not_counted, *_wrong(assessment, scenario, today)), assessment)


def given(written: dict[str, Any], today: dt.date) -> dict[str, Answer]:
    """``written`` holds option keys, one or a list; a number is a date so many days before ``today``."""
    return {question: _answer(answer, today) for question, answer in written.items()}


def _answer(written: Any, today: dt.date) -> Answer:
    if isinstance(written, int):
        return frozenset({(today - dt.timedelta(days=written)).isoformat()})
    return frozenset({written} if isinstance(written, str) else written)


def _wrong(assessment: Assessment, scenario: Document, today: dt.date) -> Iterator[str]:
    if not assessment.complete:
        yield "it leaves questions unanswered."
    expected = scenario["expects"]
    known = {assessed.device.key for assessed in assessment.devices}
    for key in sorted(set(expected) - known - {EVERY}):
        yield f"it expects something of “{key}”, which is not a live device."
    different: dict[str, list[str]] = {}
    for assessed in assessment.devices:
        if wanted := expected.get(assessed.device.key, expected.get(EVERY)):
            for difference in _differences(assessed, wanted, today):
                different.setdefault(difference, []).append(assessed.device.title)
    yield from (f"{', '.join(titles)}: {difference}" for difference, titles in different.items())


def _differences(assessed: DeviceAssessment, wanted: dict[str, Any], today: dt.date) -> Iterator[str]:
    come_back = (assessed.come_back - today).days if assessed.come_back else None
    found = {
        "disposition": assessed.disposition.name.lower(),
        "areas_left_out": sorted({area for reason in assessed.reasons for area in reason.left_out}),
        "come_back_in_days": come_back,
    }
    for name, value in wanted.items():
        value = sorted(value) if isinstance(value, list) else value
        if found.get(name) != value:
            yield f"{name.replace('_', ' ')} is {found.get(name)}, expected {value}."
