import pytest

from tests.guides import examples
from tests.guides.problems.spoiling import codes, spoiled

pytestmark = pytest.mark.django_db

COMPARISON = "blocks.0.devices"


@pytest.mark.parametrize(
    ("devices", "expected"),
    [
        (["arc", "orb"], []),
        (["arc"], [("comparison-size", "blocks[0].devices")]),
        ([], [("comparison-size", "blocks[0].devices")]),
        (["arc", "orb", "arc", "orb", "arc"], [("comparison-size", "blocks[0].devices")]),
    ],
)
def test_two_to_four_devices_are_compared(devices, expected, at):
    assert codes(spoiled(examples.comparing(), COMPARISON, devices), at) == expected


def test_compared_devices_are_live(at):
    document = examples.comparing()
    del document["references"]["compared"]["orb"]
    assert codes(document, at) == [("compared-not-live", "blocks[0].devices")]
