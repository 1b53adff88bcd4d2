"""Scenarios: made-up people, with their answers and what the check must make of them."""

import datetime as dt
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError

from guides.admin.rows import PositionedForm
from guides.documents import Assembly, canonical
from guides.models import Area
from screening.admin.part import PartAdmin
from screening.admin.tried import tried
from screening.models import Scenario

_DISPOSITIONS = ("suitable", "limited", "wait", "ask", "stop")


class ScenarioForm(PositionedForm):
    class Meta:
        help_texts = {
            "answers": "Question: list of answers. Where: areas. When: days ago, as one number."
            ' For instance {"pregnant": ["no"], "botox-when": [10]}.',
            "expects": 'Device, or “every”: what must come out. For instance {"every": {"disposition": "stop"}};'
            ' where they matter also "areas_left_out": ["neck"] and "come_back_in_days": 4.',
        }

    def clean_answers(self) -> dict[str, Any]:
        answers = _named_values(self.cleaned_data["answers"])
        for question, given in answers.items():
            if not isinstance(given, list) or not all(isinstance(answer, str) or _is_days(answer) for answer in given):
                raise ValidationError(f"{question}: expected a list of answers, or of one number of days.")
        return answers

    def clean_expects(self) -> dict[str, Any]:
        expects = _named_values(self.cleaned_data["expects"])
        for device, expected in expects.items():
            _refuse_unknown(device, expected)
        return expects


def _refuse_unknown(device: str, expected: Any) -> None:
    if not isinstance(expected, dict) or expected.get("disposition") not in _DISPOSITIONS:
        raise ValidationError(f"{device}: expected a disposition, one of {', '.join(_DISPOSITIONS)}.")
    if unknown := sorted(set(expected) - {"disposition", "areas_left_out", "come_back_in_days"}):
        raise ValidationError(f"{device}: unknown: {', '.join(unknown)}.")
    areas = expected.get("areas_left_out", [])
    if not isinstance(areas, list) or not all(area in Area.values for area in areas):
        raise ValidationError(f"{device}: areas_left_out is a list of areas: {', '.join(Area.values)}.")
    if not _is_days(expected.get("come_back_in_days", 0)):
        raise ValidationError(f"{device}: come_back_in_days is a whole number of days.")


def _named_values(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValidationError('Expected named values, as in {"name": …}.')
    try:
        canonical(value)
    except (TypeError, ValueError) as error:
        raise ValidationError(str(error)) from error
    return value


def _is_days(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


@admin.register(Scenario)
class ScenarioAdmin(PartAdmin):
    form = ScenarioForm
    list_display = ("position", "key", "title")
    list_display_links = ("key", "title")
    search_fields = ("key", "title")
    change_form_template = "admin/scenario_change_form.html"
    fieldsets = [
        (None, {"fields": ("questionnaire", ("key", "position"), "title")}),
        ("The person", {"fields": ("answers", "expects")}),
    ]

    def context_of(self, obj: Scenario, assembly: Assembly, *, at: dt.datetime) -> dict[str, Any]:
        found = tried(obj.questionnaire, assembly.document, at=at)
        return {"tried": found.scenario(obj.key), "undecodable": found.undecodable}
