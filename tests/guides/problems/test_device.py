import pytest

from tests.guides import examples
from tests.guides.problems.spoiling import codes, spoiled

pytestmark = pytest.mark.django_db


def test_the_complete_example_has_no_problem(at):
    assert codes(examples.device(), at) == []


@pytest.mark.parametrize(
    ("where", "value", "expected"),
    [
        ("areas", [], [("areas-missing", "areas")]),
        ("modalities", [], [("modalities-missing", "modalities")]),
        ("modalities.0.modality", "heat", [("modalities-missing", "modalities")]),
        ("modalities.0.modality", "ems", []),
        ("facts.0.value", "80 µA", [("fact-unfounded", "facts[0].value")]),
        ("facts.1.value", "", [("fact-empty", "facts[1].value")]),
        ("facts.1.source", None, [("fact-unsourced", "facts[1].source")]),
        ("facts.0.basis", "maker", [("fact-empty", "facts[0].value"), ("fact-unsourced", "facts[0].source")]),
        ("facts.6.value", "FDA approved", [("approved", "facts[6].value")]),
        ("facts.6.note", "With the FDA's approval.", [("approved", "facts[6].note")]),
        ("facts.6.value", "cleared, not approved", []),
        ("facts.8.as_of", None, [("price-undated", "facts[8].as_of")]),
        ("facts.5.name", "levels", [("fact-missing", "facts")]),
        ("app", "", []),
        ("label.0.words", "", [("label-unsourced", "label[0].words")]),
        ("label.0.source", None, [("label-unsourced", "label[0].source")]),
        ("label", [], [("label-empty", "label")]),
        ("label_source", None, [("label-source-missing", "label_source")]),
        ("label_read_on", None, [("label-undated", "label_read_on")]),
    ],
)
def test_one_thing_spoiled(where, value, expected, at):
    assert codes(spoiled(examples.device(), where, value), at) == expected


def test_an_undated_price_may_say_so(at):
    document = spoiled(examples.device(), "facts.8.as_of", None)
    assert codes(spoiled(document, "facts.8.note", "The listing is undated."), at) == []


def test_whether_an_app_is_needed_has_somebody_who_says_so(at):
    document = examples.device()
    document["facts"][5] |= {"value": "", "basis": "unverified", "source": None}
    assert codes(document, at) == [("app-unfounded", "app")]
