import datetime as dt

from screening.pages.because import causes
from screening.pages.held_back import HeldBack, held_back
from tests.screening.examples import visit


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


def test_what_is_within_reach_is_not_held_back():
    assert _held_back() == ()
    assert _held_back(skin={"thyroid"}) == ()


def _held_back(**answers) -> tuple[HeldBack, ...]:
    person = visit(**answers)
    return held_back(person.assessment, causes(person))
