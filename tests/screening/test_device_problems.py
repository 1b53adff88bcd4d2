"""Checks of a device against the starter questionnaire."""

import copy

import pytest

from guides.models import Edition
from guides.problems import Level, blockers, problems

pytestmark = pytest.mark.usefixtures("starter")


def device(key: str) -> dict:
    return copy.deepcopy(Edition.objects.get(kind="device", key=key).document)


def test_a_device_of_which_nothing_would_be_left(at):
    document = device("nuface-mini")
    document["modalities"][0]["optional"] = True
    (found,) = blockers(problems(document, at=at))
    assert (found.code, found.where, found.message) == (
        "nothing-left",
        "modalities[0].optional",
        "Without microcurrent nothing is left of this device to use.",
    )


def test_a_stricter_label_is_not_held_back_by_a_scenario(at):
    document = device("nuface-mini")
    for statement in document["label"]:
        statement["if_present"] = "stop"
    found = [problem for problem in problems(document, at=at) if problem.code == "scenario-fails"]
    assert found
    assert {problem.level for problem in found} == {Level.WARNING}
