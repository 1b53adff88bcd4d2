import datetime as dt

import pytest

from screening.scenarios import trials
from tests.screening.engine.checks import check, device, rule, several, when, where, yes_no

TODAY = dt.date(2026, 11, 22)

QUESTIONNAIRE = check(
    yes_no("toxin", "botox"),
    when("toxin-when", "botox", after="toxin", if_=("has",)),
    several("skin", "acne", "spots"),
    where("acne-where", "acne", after="skin", if_=("acne",), areas=("cheeks", "jaw")),
    devices=(
        device("mini", rule("botox", "WAIT", wait_days=14), rule("acne", "LIMITED", where_told=True)),
        device("maxi", rule("botox", "STOP"), rule("acne", "LIMITED")),
    ),
)


def failing(answers, expects):
    scenario = {"key": "ada", "title": "Somebody", "answers": answers, "expects": expects}
    (trial,) = trials(QUESTIONNAIRE, [scenario], TODAY)
    return list(trial.wrong)


@pytest.mark.parametrize(
    ("answers", "expects"),
    [
        ({"toxin": "none", "skin": "none"}, {"every": {"disposition": "suitable", "areas_left_out": []}}),
        (
            {"toxin": ["has"], "toxin-when": 5, "skin": ["none"]},
            {"mini": {"disposition": "wait", "come_back_in_days": 9}},
        ),
        ({"toxin": "has", "toxin-when": "not-sure", "skin": "none"}, {"mini": {"come_back_in_days": 14}}),
        ({"toxin": "none", "skin": "acne", "acne-where": ["jaw"]}, {"mini": {"areas_left_out": ["jaw"]}}),
        ({"toxin": "none", "skin": "not-sure"}, {"every": {"disposition": "ask"}}),
        (
            {"toxin": "none", "skin": ["spots", "not-sure"]},
            {"mini": {"disposition": "ask", "areas_left_out": []}},
        ),
        (
            {"toxin": "has", "toxin-when": 20, "skin": "none"},
            {"mini": {"disposition": "suitable"}, "every": {"disposition": "stop"}},
        ),
    ],
)
def test_trials_finds_none_where_everything_comes_out_as_expected(answers, expects):
    assert failing(answers, expects) == []


@pytest.mark.parametrize(
    ("answers", "expects", "wrong"),
    [
        (
            {"toxin": "none", "skin": "none"},
            {"mini": {"disposition": "stop"}},
            "Mini: disposition is suitable, expected stop.",
        ),
        (
            {"toxin": "has", "toxin-when": 5, "skin": "none"},
            {"mini": {"come_back_in_days": 10}},
            "Mini: come back in days is 9, expected 10.",
        ),
        (
            {"toxin": "none", "skin": "acne", "acne-where": "jaw"},
            {"mini": {"areas_left_out": ["jaw", "cheeks"]}},
            "Mini: areas left out is ['jaw'], expected ['cheeks', 'jaw'].",
        ),
        ({"toxin": "none"}, {}, "it leaves questions unanswered."),
        (
            {"toxin": "none", "toxin-when": 3, "skin": "none"},
            {},
            "it gives answers that do not count: toxin-when.",
        ),
        (
            {"toxin": "none", "skin": "none"},
            {"midi": {}},
            "it expects something of “midi”, which is not a live device.",
        ),
        ({"toxin": None, "skin": "none"}, {}, "its answers cannot be read."),
        ({"toxin": "none", "skin": "none"}, {"mini": {"mood": "good"}}, "Mini: mood is None, expected good."),
    ],
)
def test_trials_says_what_came_out_instead(answers, expects, wrong):
    assert failing(answers, expects) == [wrong]
