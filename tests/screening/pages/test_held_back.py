import datetime as dt
from dataclasses import replace

from screening.checklist import Checklist
from screening.pages.because import causes
from screening.pages.held_back import HeldBack, held_back
from tests.screening.examples import checklist, edition, questionnaire, visit


def test_the_most_cautious_first_each_with_why():
    stop, ask = _held_back(metal={"has"})
    assert (stop.disposition.code, ask.disposition.code) == ("stop", "ask")
    assert [alike.titles for alike in stop.devices] == [("Alpha", "Gamma")]
    assert [alike.titles for alike in ask.devices] == [("Beta",)]
    assert [because.heading for because in ask.devices[0].because] == ["Has"]


def test_only_what_decided_it_is_named():
    (ask,) = _held_back(feeding={"has"}, skin={"thyroid"})
    assert [because.said[0].question for because in ask.devices[0].because] == ["Are you breastfeeding?"]


def test_devices_with_different_reasons_stand_apart():
    (wait,) = _held_back(medicines={"has"})
    assert [alike.titles for alike in wait.devices] == [("Alpha", "Gamma")]
    (wait, *_) = _held_back(medicines={"has"}, fever={"has"})
    assert [alike.titles for alike in wait.devices] == [("Alpha", "Gamma"), ("Beta",)]


def test_the_day_to_come_back():
    (wait,) = _held_back(botulinum={"has"}, when=5, where={"forehead"})
    assert {alike.come_back for alike in wait.devices} == {dt.date(2026, 12, 1)}


def test_where_no_area_is_left_everything_that_leaves_one_out_is_why():
    (ask,) = _held_back(skin={"spots", "thyroid"}, spots_where={"forehead", "cheeks"})
    (alike,) = ask.devices
    assert (alike.titles, alike.nowhere_left) == (("Alpha", "Gamma"), True)
    assert [because.heading for because in alike.because] == ["Spots", "Thyroid"]


def test_past_the_review_that_is_why_what_nothing_else_holds_back_stays_out_of_reach():
    past = replace(checklist(), edition=edition({**questionnaire(), "review_by": "2026-11-21"}))
    stop, ask = _held_back(past, metal={"has"})
    assert [(alike.titles, alike.awaits_review) for alike in (*stop.devices, *ask.devices)] == [
        (("Alpha", "Gamma"), False),
        (("Beta",), False),
    ]
    (ask,) = _held_back(past, skin={"thyroid"})
    assert [(alike.titles, alike.because, alike.awaits_review) for alike in ask.devices] == [
        (("Alpha", "Beta", "Gamma"), (), True)
    ]


def test_what_is_within_reach_is_not_held_back():
    assert _held_back() == ()
    assert _held_back(skin={"thyroid"}) == ()


def _held_back(check: Checklist | None = None, **answers) -> tuple[HeldBack, ...]:
    person = visit(check, **answers)
    return held_back(person.assessment, causes(person))
