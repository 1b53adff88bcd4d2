"""Promise 12 among the problems: what no page may show is found in the questionnaire and in each device."""

from collections.abc import Iterable

import pytest

from guides.documents import Document
from guides.problems import Problem, blockers
from screening.problems import broken_promises, broken_promises_of_outcomes
from tests.screening import examples
from tests.screening.examples import alpha, beta, gamma, questionnaire
from tests.screening.live import publish

pytestmark = pytest.mark.django_db

REFUSED = "Design 1: publishing is refused where a promise to the visitor would break."


def quick(document: Document, at) -> list[tuple[str, str]]:
    """What is found each time it is saved."""
    return told(broken_promises(document, at))


def slow(document: Document, at) -> list[tuple[str, str]]:
    """What is found when it is to be published."""
    return told(broken_promises_of_outcomes(document, at))


def told(found: Iterable[Problem]) -> list[tuple[str, str]]:
    """The promises that would be broken, and what somebody would be shown."""
    return [(problem.code, problem.message.partition(" would be shown ")[2]) for problem in blockers(found)]


def saying(words: str) -> Document:
    """The questionnaire, where somebody with a fever is told ``words``."""
    return judging({**examples.condition("fever", examples.rule("wait")), "what_to_do": words})


def judging(condition: Document) -> Document:
    """The questionnaire with this condition in the place of its own."""
    conditions = {**examples.conditions(), condition["key"]: condition}
    return {**questionnaire(), "references": {"source": examples.SOURCES, "condition": conditions}}


@pytest.fixture
def devices() -> None:
    for device in (alpha(), beta(), gamma()):
        publish(device)


@pytest.mark.usefixtures("devices")
def test_the_example_breaks_no_promise(at):
    assert (quick(questionnaire(), at), slow(questionnaire(), at)) == ([], [])


@pytest.mark.usefixtures("devices")
def test_promise_12_a_questionnaire_that_names_a_price(at):
    assert quick(saying("Rest. The cure costs $199."), at) == [
        ("promise-12", "a price outside of every recommendation: “Rest. The cure costs $199.”")
    ], REFUSED


@pytest.mark.usefixtures("devices")
def test_promise_12_a_questionnaire_that_names_a_shop(at):
    assert quick(saying("Look at https://shop.example/cure."), at) == [
        ("promise-12", "an address outside of every recommendation: “Look at https://shop.example/cure.”")
    ], REFUSED


def test_promise_12_a_device_whose_label_names_a_price(at):
    publish(questionnaire())
    said = {**examples.label("metal", "stop"), "words": "Or pay £5."}
    ((promise, shown),) = quick({**alpha(), "label": [*alpha()["label"], said]}, at)
    assert promise == "promise-12", REFUSED
    assert shown.startswith("a price outside of every recommendation: “The label of the Alpha: Or pay £5.")


def test_promise_12_a_device_whose_name_is_a_price(at):
    """It takes the page of somebody to whom it is named as held back: too many pages to look at on each save. Whoever
    is not sure of a list, which is looked at, is stopped here."""
    publish(judging(examples.condition("spots", examples.rule("stop", if_unknown="stop"))))
    document = {**beta(), "title": "Beta, $299"}
    priced = [("promise-12", "a price outside of every recommendation: “Beta, $299”")]
    assert (quick(document, at), slow(document, at)) == ([], priced), REFUSED


def test_promise_12_is_not_asked_of_a_reference_device(at):
    publish(questionnaire())
    document = {**beta(), "title": "Beta, $299", "is_reference": True}
    assert (quick(document, at), slow(document, at)) == ([], [])


def test_a_device_that_cannot_be_judged_has_no_pages(at):
    publish(questionnaire())
    document = {**beta(), "modalities": None}
    assert [problem.code for problem in broken_promises(document, at)] == ["undecodable"]
    assert slow(document, at) == []
