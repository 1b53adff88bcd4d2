"""The scenarios of the draft, run each time it is shown: who passes, and what came out."""

import datetime as dt
from dataclasses import dataclass

from guides.admin.places import page
from guides.documents import Document
from screening.admin.came_out import CameOut, came_out
from screening.checklist import as_if_published, devices_live
from screening.engine import Undecodable
from screening.models import Questionnaire
from screening.scenarios import trials


@dataclass(frozen=True, slots=True)
class TriedScenario:
    """``address``: where it is edited. ``came_out`` is empty where its answers cannot be read."""

    key: str
    title: str
    address: str
    wrong: tuple[str, ...]
    came_out: tuple[CameOut, ...]

    @property
    def passes(self) -> bool:
        return not self.wrong


@dataclass(frozen=True, slots=True)
class Tried:
    """``undecodable`` says why none could be run; empty otherwise."""

    scenarios: tuple[TriedScenario, ...] = ()
    undecodable: str = ""

    @property
    def passed(self) -> int:
        return sum(scenario.passes for scenario in self.scenarios)

    def scenario(self, key: str) -> TriedScenario | None:
        return next((scenario for scenario in self.scenarios if scenario.key == key), None)


def tried(draft: Questionnaire, document: Document, *, at: dt.datetime) -> Tried:
    """``document`` is what the draft is assembled into."""
    try:
        checklist = as_if_published(document, devices_live(at))
    except Undecodable as error:
        return Tried(undecodable=str(error))
    check, addresses = checklist.check, {row.key: page(row) for row in draft.scenarios.all()}
    return Tried(
        tuple(
            TriedScenario(
                trial.key,
                trial.title,
                addresses[trial.key],
                trial.wrong,
                came_out(check, trial.assessment) if trial.assessment else (),
            )
            for trial in trials(check, checklist.document["scenarios"], at.date())
        )
    )
