"""One sheet to take to a clinician: what was asked and said, what follows for which device, and lines to write on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guides.models import Area, DeviceFact
from guides.pages.device import Fact, device_page
from guides.pages.dispositions import areas_words, disposition
from screening.engine import Answer, DeviceAssessment, Disposition, Path, Question, Role
from screening.pages.because import Because, causes
from screening.pages.said import Said, said
from screening.visit import Visit


@dataclass(frozen=True, slots=True)
class SheetDevice:
    """``found``: its disposition in words. ``output``: what is known of its current, or why nothing is. ``areas``:
    those that the check considers."""

    title: str
    found: str
    output: tuple[Fact, ...]
    areas: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """``answers``: every yes and every “not sure”, with what was said of when and where. ``questions``: how many were
    answered. ``changed_after_stop``: an answer that had stopped the person was changed afterwards."""

    on: dt.date
    edition: int
    sha256: str
    questions: int
    is_complete: bool
    answers: tuple[Said, ...]
    devices: tuple[SheetDevice, ...]
    because: tuple[Because, ...]
    changed_after_stop: bool


def sheet_page(visit: Visit) -> Sheet:
    """The strictest devices come first."""
    edition = visit.checklist.edition
    by_strictness = sorted(visit.assessment.devices, key=lambda each: (-each.disposition, each.device.title.casefold()))
    return Sheet(
        on=visit.at.date(),
        edition=edition.number,
        sha256=edition.sha256,
        questions=len(visit.walked.answers),
        is_complete=visit.assessment.complete,
        answers=tuple(_remarkable(visit.walked)),
        devices=tuple(_device(visit, assessed) for assessed in by_strictness),
        because=causes(visit).all,
        changed_after_stop=visit.changed_after_stop,
    )


def _remarkable(walked: Path) -> Iterator[Said]:
    for question in walked.questions:
        answer = walked.answers.get(question.key)
        if answer and not _is_no(question, answer):
            yield said(walked, question.key)


def _is_no(question: Question, answer: Answer) -> bool:
    return any(option.key in answer and option.role is Role.DENIES for option in question.options)


def _device(visit: Visit, assessed: DeviceAssessment) -> SheetDevice:
    facts = device_page(visit.checklist.devices[assessed.device.key]).facts
    return SheetDevice(
        title=assessed.device.title,
        found=_found(assessed.disposition),
        output=tuple(fact for fact in facts if fact.code == DeviceFact.Name.OUTPUT),
        areas=areas_words([area for area in Area.values if area in assessed.device.areas]),
    )


def _found(level: Disposition) -> str:
    return "No reason found against it" if level is Disposition.SUITABLE else disposition(level.name.lower()).words
