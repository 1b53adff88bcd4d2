import datetime as dt

import pytest

from screening.engine.model import Status
from screening.engine.path import path
from screening.engine.told import Told, told
from tests.screening.engine.checks import check, device, several, when, where, yes_no

QUESTIONNAIRE = check(
    yes_no("heart", "pacemaker"),
    several("skin", "acne", "rosacea"),
    where("acne-where", "acne", after="skin", if_=("acne",)),
    yes_no("flare", "rosacea-flare", after="skin", if_=("rosacea",)),
    yes_no("injected", "botox"),
    when("injected-when", "botox", after="injected", if_=("has",)),
    yes_no("again", "pacemaker"),
    devices=(device("mini"),),
)


def told_by(**answers) -> dict[str, Told]:
    given = {key.replace("_", "-"): frozenset(answer) for key, answer in answers.items()}
    return told(QUESTIONNAIRE, path(QUESTIONNAIRE, given))


def test_told_is_unknown_until_somebody_answers():
    assert told_by() == dict.fromkeys(QUESTIONNAIRE.conditions, Told(Status.UNKNOWN))


@pytest.mark.parametrize(
    ("answer", "status"), [("has", Status.PRESENT), ("none", Status.ABSENT), ("not-sure", Status.UNKNOWN)]
)
def test_told_follows_a_single_answer(answer, status):
    assert told_by(heart={answer})["pacemaker"] == Told(status, by=("heart",))


def test_told_takes_an_unticked_box_beside_a_ticked_one_as_a_no():
    statuses = told_by(skin={"rosacea"})
    assert (statuses["rosacea"].status, statuses["acne"].status) == (Status.PRESENT, Status.ABSENT)


def test_told_closes_the_follow_ups_of_a_no():
    assert told_by(skin={"none"})["rosacea-flare"] == Told(Status.ABSENT, by=("skin",))
    assert told_by(skin={"acne"})["rosacea-flare"] == Told(Status.ABSENT, by=("skin",))


def test_told_closes_nothing_after_not_sure():
    assert told_by(skin={"not-sure"})["rosacea-flare"] == Told(Status.UNKNOWN)


def test_told_takes_not_sure_beside_a_yes_as_about_the_rest():
    statuses = told_by(skin={"rosacea", "not-sure"})
    assert statuses["rosacea"] == Told(Status.PRESENT, by=("skin",))
    assert statuses["acne"] == Told(Status.UNKNOWN, by=("skin",))


def test_told_closes_nothing_after_not_sure_beside_a_yes():
    unsure = told_by(skin={"acne", "not-sure"}, acne_where={"jaw"})
    assert unsure["acne"] == Told(Status.PRESENT, frozenset({"jaw"}), by=("skin",))
    assert unsure["rosacea-flare"] == Told(Status.UNKNOWN), "Design 6: “not sure” closes nothing, beside a yes neither."


def test_told_leaves_an_open_follow_up_unknown_until_it_is_answered():
    assert told_by(skin={"rosacea"})["rosacea-flare"] == Told(Status.UNKNOWN)
    assert told_by(skin={"rosacea"}, flare={"none"})["rosacea-flare"] == Told(Status.ABSENT, by=("flare",))


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("has", "none", Status.PRESENT),
        ("none", "has", Status.PRESENT),
        ("not-sure", "none", Status.UNKNOWN),
        ("not-sure", "has", Status.PRESENT),
    ],
)
def test_told_counts_a_contradiction_as_the_more_cautious(first, second, status):
    assert told_by(heart={first}, again={second})["pacemaker"].status is status


def test_told_knows_areas_only_where_they_were_named():
    assert told_by(skin={"acne"}, acne_where={"jaw"})["acne"].areas == {"jaw"}
    assert told_by(skin={"acne"}, acne_where={"not-sure"})["acne"].areas is None
    assert told_by(skin={"acne"})["acne"].areas is None


def test_told_knows_a_date_only_where_it_was_given():
    assert told_by(injected={"has"}, injected_when={"2026-11-01"})["botox"].on == dt.date(2026, 11, 1)
    assert told_by(injected={"has"}, injected_when={"not-sure"})["botox"].on is None
