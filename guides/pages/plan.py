"""A plan of sessions: which days, week by week, and the same as a picture and as a calendar file."""

import datetime as dt
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from guides.pages.pictures import percent, rem

WEEKS_AFTER = 4
"""Shown after the first stretch, so that what goes on is seen to go on."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ROW = 2.0
_HEAD = 1.6
_LABEL = 30.0  # percent of the width


@dataclass(frozen=True, slots=True)
class Session:
    """``is_first``: in the first stretch, before the one that goes on."""

    day: dt.date
    is_first: bool


@dataclass(frozen=True, slots=True)
class Week:
    number: int
    starts: dt.date
    sessions: list[Session]


@dataclass(frozen=True, slots=True)
class Plan:
    """Weeks are counted from ``start``, whatever day of the week that is."""

    start: dt.date
    weeks: list[Week]

    @property
    def sessions(self) -> list[Session]:
        return [session for week in self.weeks for session in week.sessions]


@dataclass(frozen=True, slots=True)
class Dot:
    """A session; the shape tells the first stretch from the one after."""

    x: str
    y: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class WeekRow:
    label: str
    y: str
    line_y: str
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class WeeksPicture:
    """``columns`` are the days of the week with where they stand, from the day on which the plan starts."""

    height: str
    columns: list[tuple[str, str]]
    rows: list[WeekRow]


def plan(start: dt.date, *, first_weeks: int, first_days: set[int], then_days: set[int]) -> Plan:
    """Sessions on ``first_days`` for ``first_weeks``, then on ``then_days``; Monday is 0."""
    weeks = []
    for number in range(first_weeks + WEEKS_AFTER):
        starts = start + dt.timedelta(weeks=number)
        is_first = number < first_weeks
        days = [starts + dt.timedelta(days=day) for day in range(7)]
        chosen = first_days if is_first else then_days
        weeks.append(Week(number + 1, starts, [Session(day, is_first) for day in days if day.weekday() in chosen]))
    return Plan(start, weeks)


def picture(shown: Plan) -> WeeksPicture:
    first = shown.start.weekday()
    columns = [(_column(n), WEEKDAYS[(first + n) % 7][:2]) for n in range(7)]
    rows = [_row(index, week) for index, week in enumerate(shown.weeks)]
    return WeeksPicture(rem(_HEAD + len(rows) * _ROW), columns, rows)


def calendar(shown: Plan, *, about: str, summary: str, reminder: str, at: dt.datetime) -> bytes:
    """The plan as an iCalendar file, made ``at`` this moment.

    Sessions are entries for whole days, without a time: those belong to no time zone, so that they stay on their day
    wherever somebody travels. The identifier of an entry comes from ``about``, what is planned by a name that never
    changes, and its day: importing a changed plan does not double the days that it keeps. It takes none away.
    """
    file = Calendar()
    file.add("prodid", "-//Celliara//Routine planner//EN")
    file.add("version", "2.0")
    file.add("x-wr-calname", summary)
    for session in shown.sessions:
        entry = Event()
        entry.add("uid", str(uuid5(NAMESPACE_URL, f"{about}#{session.day.isoformat()}")))
        entry.add("dtstamp", at)
        entry.add("dtstart", session.day)
        entry.add("summary", summary)
        entry.add("description", reminder)
        entry.add("transp", "TRANSPARENT")
        file.add_component(entry)
    return file.to_ical()


def _row(index: int, week: Week) -> WeekRow:
    y = _HEAD + index * _ROW + _ROW / 2
    dots = [Dot(_column((session.day - week.starts).days), rem(y), session.is_first) for session in week.sessions]
    return WeekRow(f"Week {week.number}", rem(y + 0.35), rem(_HEAD + index * _ROW), dots)


def _column(number: int) -> str:
    return percent(_LABEL + (100 - _LABEL) / 7 * (number + 0.5))
