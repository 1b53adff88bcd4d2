import pytest

from guides.pages.facets import UNKNOWN, Facet, Narrowed, narrow

FRUIT = {"apple": "red sweet", "plum": "blue sweet", "sloe": "blue sour", "pear": ""}
FACETS = (
    Facet[str]("colour", "Colour", lambda item: _said(item, "red", "blue"), order=("red", "blue")),
    Facet[str]("is", "It is", lambda item: _said(item, "red", "blue", "sweet", "sour"), every=True),
)


def test_nothing_asked_leaves_everything():
    narrowed = _narrow()
    assert (narrowed.items, narrowed.is_narrowed) == (list(FRUIT), False)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"colour": ["blue"]}, ["plum", "sloe"]),
        ({"colour": ["blue", "red"]}, ["apple", "plum", "sloe"]),
        ({"colour": ["blue"], "is": ["sweet"]}, ["plum"]),
        ({"is": ["blue", "sweet"]}, ["plum"]),
        ({"colour": [UNKNOWN]}, ["pear"]),
        ({"colour": ["green"], "size": ["big"]}, list(FRUIT)),
    ],
)
def test_items_fit_any_answer_of_a_facet_or_every_one_where_it_says_so(asked, left):
    assert _narrow(**asked).items == left


def test_each_option_counts_what_it_leads_to():
    assert _counts(_narrow(**{"is": ["sweet"]}), "colour") == {"red": 1, "blue": 1, UNKNOWN: 0}
    assert _counts(_narrow(colour=["red"]), "colour") == {"red": 1, "blue": 2, UNKNOWN: 1}
    assert _counts(_narrow(**{"is": ["sweet"]}), "is") == {"blue": 1, "red": 1, "sour": 0, "sweet": 2, UNKNOWN: 0}


def test_no_option_is_a_dead_end():
    """Whoever ticks what is offered, one after the other, never arrives at nothing."""
    waiting, seen = [{"colour": [], "is": []}], []
    while waiting:
        asked = waiting.pop()
        narrowed = _narrow(**asked)
        assert narrowed.items, asked
        for question in narrowed.questions:
            for option in question.options:
                if not option.leads_nowhere and not option.is_ticked:
                    ticked = {**asked, question.name: sorted([*asked[question.name], option.code])}
                    waiting += [] if ticked in seen else [ticked]
                    seen.append(ticked)


def test_options_stand_in_their_order_and_unknown_last():
    first, second = _narrow().questions
    assert [option.code for option in first.options] == ["red", "blue", UNKNOWN]
    assert [option.words for option in second.options] == ["Blue", "Red", "Sour", "Sweet", "Not known"]


def test_what_is_ticked_can_be_taken_back_though_it_leads_nowhere():
    (colour, _) = _narrow(colour=[UNKNOWN], **{"is": ["sweet"]}).questions
    unknown = colour.options[-1]
    assert (unknown.count, unknown.is_ticked, unknown.leads_nowhere) == (0, True, False)


def _narrow(**asked: list[str]) -> Narrowed[str]:
    return narrow(list(FRUIT), FACETS, asked)


def _counts(narrowed: Narrowed[str], name: str) -> dict[str, int]:
    (question,) = (question for question in narrowed.questions if question.name == name)
    return {option.code: option.count for option in question.options}


def _said(item: str, *codes: str) -> dict[str, str]:
    return {code: code.capitalize() for code in codes if code in FRUIT[item].split()} or {UNKNOWN: "Not known"}
