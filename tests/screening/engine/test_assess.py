import datetime as dt
from itertools import permutations

import pytest

from screening.engine.assess import assess
from screening.engine.model import Answers, Check, Disposition, Status
from tests.screening.engine.checks import check, device, rule, several, when, where, yes_no

TODAY = dt.date(2026, 11, 22)

RULES = (
    rule("pacemaker", "STOP", "STOP"),
    rule("thyroid", "LIMITED", areas=frozenset({"neck"})),
    rule("acne", "LIMITED", where_told=True),
    rule("botox", "WAIT", wait_days=14),
    rule("filler", "WAIT", wait_days=28),
    rule("wound", "WAIT"),
    rule("doxycycline", "LIMITED", without="led"),
)
QUESTIONNAIRE = check(
    yes_no("heart", "pacemaker"),
    yes_no("throat", "thyroid"),
    several("skin", "acne", "wound"),
    where("acne-where", "acne", after="skin", if_=("acne",), areas=("cheeks", "jaw", "neck")),
    yes_no("toxin", "botox"),
    when("toxin-when", "botox", after="toxin", if_=("has",)),
    yes_no("filled", "filler"),
    when("filled-when", "filler", after="filled", if_=("has",)),
    yes_no("pills", "doxycycline"),
    devices=(device("mini", *RULES), device("neckless", *RULES, areas=("cheeks", "jaw"))),
)
NO: Answers = {key: frozenset({"none"}) for key in ("heart", "throat", "skin", "toxin", "filled", "pills")}


def assessed(questionnaire: Check = QUESTIONNAIRE, **answers: str):
    given = {key.replace("_", "-"): frozenset(answer.split()) for key, answer in answers.items()}
    return assess(questionnaire, {**NO, **given}, TODAY)


def mini(**answers: str):
    return assessed(**answers).devices[0]


def test_assess_finds_nothing_for_somebody_who_denies_everything():
    assessment = assessed()
    assert [(a.disposition, a.reasons) for a in assessment.devices] == [(Disposition.SUITABLE, ())] * 2
    assert mini().areas == {"cheeks", "jaw", "neck"}
    assert assessment.complete
    assert not assessment.foregone


def test_assess_asks_where_nobody_answered():
    judged = assess(QUESTIONNAIRE, {}, TODAY)
    assert [a.disposition for a in judged.devices] == [Disposition.STOP] * 2, "“Not known” must never be mild."
    assert not judged.complete
    assert not judged.foregone, "Nothing was answered, so nothing is decided."


def test_assess_stops_and_knows_that_nothing_can_change_it():
    judged = assess(QUESTIONNAIRE, {"heart": frozenset({"has"})}, TODAY)
    assert [a.disposition for a in judged.devices] == [Disposition.STOP] * 2
    assert judged.foregone
    assert judged.devices[0].areas == frozenset()


def test_assess_leaves_out_the_areas_of_a_rule():
    judged = mini(throat="has")
    assert (judged.disposition, judged.areas) == (Disposition.LIMITED, {"cheeks", "jaw"})


def test_assess_leaves_out_the_areas_that_were_named():
    judged = mini(skin="acne", acne_where="jaw")
    assert (judged.disposition, judged.areas) == (Disposition.LIMITED, {"cheeks", "neck"})


@pytest.mark.parametrize("place", ["not-sure", "cheeks jaw neck"])
def test_assess_asks_where_no_area_is_left(place):
    judged = mini(skin="acne", acne_where=place)
    assert (judged.disposition, judged.areas, judged.nowhere_left) == (Disposition.ASK, frozenset(), True)


def test_assess_joins_areas_left_out_for_several_reasons():
    judged = assessed(throat="has", skin="acne", acne_where="jaw").devices
    assert [a.areas for a in judged] == [{"cheeks"}, {"cheeks"}]


@pytest.mark.parametrize(
    ("given", "disposition", "come_back"),
    [
        ("2026-11-17", Disposition.WAIT, dt.date(2026, 12, 1)),
        ("2026-11-09", Disposition.WAIT, dt.date(2026, 11, 23)),
        ("2026-11-08", Disposition.SUITABLE, None),
        ("2026-11-22", Disposition.WAIT, dt.date(2026, 12, 6)),
        ("2027-03-01", Disposition.WAIT, dt.date(2026, 12, 6)),
        ("not-sure", Disposition.WAIT, dt.date(2026, 12, 6)),
    ],
)
def test_assess_waits_from_the_day_that_was_given(given, disposition, come_back):
    """A day that is not known, or still to come, counts as today."""
    judged = mini(toxin="has", toxin_when=given)
    assert (judged.disposition, judged.come_back) == (disposition, come_back)


def test_assess_comes_back_after_the_latest_of_all_waits():
    judged = mini(toxin="has", toxin_when="2026-11-20", filled="has", filled_when="2026-11-10")
    assert judged.come_back == dt.date(2026, 12, 8)


def test_assess_names_no_day_where_one_wait_has_no_known_end():
    judged = mini(toxin="has", toxin_when="2026-11-20", skin="wound")
    assert (judged.disposition, judged.come_back) == (Disposition.WAIT, None)


def test_assess_names_no_day_beside_a_stop():
    judged = mini(toxin="has", toxin_when="2026-11-20", heart="has")
    assert (judged.disposition, judged.come_back) == (Disposition.STOP, None)


def test_assess_leaves_a_modality_off():
    judged = mini(pills="has")
    assert (judged.disposition, judged.without) == (Disposition.LIMITED, {"led"})


def test_assess_gives_every_reason_the_strictest_first():
    judged = mini(heart="has", throat="not-sure", skin="acne", acne_where="jaw")
    assert [(r.rule.condition, r.status, r.disposition, r.by) for r in judged.reasons] == [
        ("pacemaker", Status.PRESENT, Disposition.STOP, ("heart",)),
        ("thyroid", Status.UNKNOWN, Disposition.ASK, ("throat",)),
        ("acne", Status.PRESENT, Disposition.LIMITED, ("skin",)),
    ]


def test_assess_gives_the_same_whatever_the_order_of_the_rules():
    answers = {**NO, "throat": frozenset({"not-sure"}), "toxin": frozenset({"has"}), "heart": frozenset({"has"})}
    for rules in permutations(RULES[:4]):
        questionnaire = check(*QUESTIONNAIRE.questions, devices=(device("mini", *rules),))
        assert assess(questionnaire, answers, TODAY).devices[0].disposition is Disposition.STOP
