"""What the planner asks, and what it says of how often others advise it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from guides.documents import Document
from guides.models import DeviceFact
from guides.pages.device import Fact, facts
from guides.pages.plan import WEEKDAYS, Plan, plan
from guides.pages.references import References
from guides.pages.timeline import Timeline, timeline

MOST_WEEKS = 26
_REACH = dt.timedelta(days=731)
_DAYS = [(str(number), name) for number, name in enumerate(WEEKDAYS)]
_NO_DAY = "Tick days of the week: the address names something else."


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of how often to use one device: only what somebody says; who, and where."""

    title: str
    slug: str
    facts: list[Fact]


class PlannerForm(forms.Form):
    """Everything stands in the address: the plan is computed from it and kept nowhere."""

    device = forms.ChoiceField(
        required=False,
        error_messages={
            "invalid_choice": "The device that you asked for is not in the list, or not any more: choose another one."
        },
    )
    start = forms.DateField(
        label="First day",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Say on which day you want to start.", "invalid": "Write the first day as a date."},
    )
    weeks = forms.IntegerField(
        label="Weeks in the first stretch",
        min_value=1,
        max_value=MOST_WEEKS,
        error_messages={
            "required": "Say how many weeks the first stretch has.",
            "invalid": "Write the weeks as a number.",
            "min_value": "The first stretch has at least one week.",
            "max_value": f"The first stretch has at most {MOST_WEEKS} weeks.",
        },
    )
    first = forms.MultipleChoiceField(
        choices=_DAYS,
        error_messages={"required": "Tick at least one day for the first weeks.", "invalid_choice": _NO_DAY},
    )
    then = forms.MultipleChoiceField(choices=_DAYS, required=False, error_messages={"invalid_choice": _NO_DAY})

    def __init__(self, *args: Any, devices: Iterable[tuple[str, str]], today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["device"].choices = [("", "Any device"), *devices]  # type: ignore[attr-defined]

    def clean_start(self) -> dt.date:
        start = self.cleaned_data["start"]
        if abs(start - self.today) > _REACH:
            raise forms.ValidationError("Choose a first day within two years of today.")
        return start

    def plan(self) -> Plan:
        """Only of a form that is valid."""
        asked = self.cleaned_data
        days = {name: {int(day) for day in asked[name]} for name in ("first", "then")}
        return plan(asked["start"], first_weeks=asked["weeks"], first_days=days["first"], then_days=days["then"])


def pattern(blocks: Iterable[list[dict[str, Any]]]) -> Timeline | None:
    """The general pattern: the timeline of the first guide that has one, from the ``blocks`` of each."""
    for of_one in blocks:
        if phases := [block for block in of_one if block["kind"] == "phase"]:
            return timeline(phases)
    return None


def advice(devices: Iterable[Document], references: References) -> list[Advice]:
    """Devices of which somebody says how often to use them."""
    names = (DeviceFact.Name.SCHEDULE, DeviceFact.Name.SESSION)
    said = []
    for device in devices:
        known = [row for row in device["facts"] if row["name"] == DeviceFact.Name.SCHEDULE and row["value"]]
        if known:
            told = [fact for fact in facts(device["facts"], references, names) if fact.value]
            said.append(Advice(device["title"], device["slug"], told))
    return said
