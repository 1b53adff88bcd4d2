import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from guides.pages.plan import WEEKS_AFTER, Plan, calendar, picture, plan

WEDNESDAY = dt.date(2026, 12, 2)
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
ABOUT = "urn:celliara:plan:wave"


def test_sessions_fall_on_the_days_of_their_stretch():
    weeks = _plan().weeks
    assert len(weeks) == 2 + WEEKS_AFTER
    assert [session.day.isoformat() for session in weeks[0].sessions] == ["2026-12-04", "2026-12-07"]
    assert [(session.day.isoformat(), session.is_first) for session in weeks[2].sessions] == [("2026-12-16", False)]


def test_weeks_are_counted_from_the_first_day():
    assert [week.starts.isoformat() for week in _plan().weeks][:3] == ["2026-12-02", "2026-12-09", "2026-12-16"]


def test_plan_can_end_with_the_first_stretch():
    shown = plan(WEDNESDAY, first_weeks=1, first_days={0}, then_days=set())
    assert [session.day.isoformat() for session in shown.sessions] == ["2026-12-07"]


def test_picture_begins_with_the_day_on_which_the_plan_starts():
    shown = picture(_plan())
    assert [words for _, words in shown.columns] == ["We", "Th", "Fr", "Sa", "Su", "Mo", "Tu"]
    places = {words: x for x, words in shown.columns}
    assert [(dot.x, dot.is_first) for dot in shown.rows[0].dots] == [(places["Fr"], True), (places["Mo"], True)]
    assert [(dot.x, dot.is_first) for dot in shown.rows[2].dots] == [(places["We"], False)]


def test_calendar_has_an_entry_for_each_session_in_two_parsers():
    shown = _plan()
    file = _file(shown)
    days = [session.day for session in shown.sessions]
    first = icalendar.Calendar.from_ical(file).walk("VEVENT")
    second = vobject.readOne(file.decode()).vevent_list
    assert [entry.decoded("dtstart") for entry in first] == [entry.dtstart.value for entry in second] == days
    assert {str(entry["description"]) for entry in first} == {entry.description.value for entry in second}
    assert {str(entry["summary"]) for entry in first} == {entry.summary.value for entry in second}
    assert {str(entry["summary"]) for entry in first} == {"Microcurrent: Wave, small"}


def test_lines_of_the_calendar_are_as_short_as_the_standard_wants():
    assert max(map(len, _file(_plan()).split(b"\r\n"))) <= 75


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_entries_are_whole_days_that_no_time_zone_can_move(zone):
    entries = icalendar.Calendar.from_ical(_file(_plan(), at=NOW.astimezone(ZoneInfo(zone)))).walk("VEVENT")
    assert {type(entry.decoded("dtstart")) for entry in entries} == {dt.date}
    assert {entry["dtstamp"].to_ical() for entry in entries} == {b"20261122T120000Z"}


def test_changed_plan_keeps_the_identifiers_of_days_it_keeps():
    longer = plan(WEDNESDAY, first_weeks=3, first_days={0, 2, 4}, then_days=set())
    before, after = _identifiers(_plan()), _identifiers(longer)
    shared = before.keys() & after.keys()
    assert len(shared) == 5
    assert {day: before[day] for day in shared} == {day: after[day] for day in shared}


def test_identifiers_are_unique_and_of_one_device():
    identifiers = _identifiers(_plan())
    assert len(set(identifiers.values())) == len(identifiers)
    assert set(identifiers.values()).isdisjoint(_identifiers(_plan(), about="urn:celliara:plan:dot").values())


def _plan() -> Plan:
    return plan(WEDNESDAY, first_weeks=2, first_days={0, 4}, then_days={2})


def _file(shown: Plan, *, about: str = ABOUT, at: dt.datetime = NOW) -> bytes:
    reminder = "Take the check first; then, if all is well, go on.\nStop."
    return calendar(shown, about=about, summary="Microcurrent: Wave, small", reminder=reminder, at=at)


def _identifiers(shown: Plan, about: str = ABOUT) -> dict[dt.date, str]:
    entries = icalendar.Calendar.from_ical(_file(shown, about=about)).walk("VEVENT")
    return {entry.decoded("dtstart"): str(entry["uid"]) for entry in entries}
