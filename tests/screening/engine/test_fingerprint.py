import copy

import pytest

from screening.engine import fingerprint
from tests.screening import examples

SKIN = next(question for question in examples.questionnaire()["questions"] if question["key"] == "skin")


def changed(**fields: object) -> dict:
    return {**copy.deepcopy(SKIN), **fields}


def first_option(**fields: object) -> dict:
    first, *others = SKIN["options"]
    return changed(options=[{**first, **fields}, *others])


def test_fingerprint_is_the_same_whatever_the_order_of_the_keys():
    assert fingerprint(dict(reversed(SKIN.items()))) == fingerprint(SKIN)
    assert len(fingerprint(SKIN)) == 64


@pytest.mark.parametrize("field", ["why", "topic", "ask_if"])
def test_fingerprint_of_a_question_that_is_answered_as_before(field):
    assert fingerprint(changed(**{field: "Otherwise."})) == fingerprint(SKIN)


@pytest.mark.parametrize(
    "other",
    [
        *(changed(**{field: "Otherwise."}) for field in ("kind", "text", "hint")),
        changed(about=["spots"]),
        changed(options=SKIN["options"][1:]),
        *(first_option(**{field: "otherwise"}) for field in ("key", "label", "hint", "role")),
        first_option(affirms=["melasma"]),
    ],
    ids=["kind", "text", "hint", "about", "options", "key", "label", "option hint", "role", "affirms"],
)
def test_fingerprint_of_a_question_that_could_be_answered_differently(other):
    assert fingerprint(other) != fingerprint(SKIN)
