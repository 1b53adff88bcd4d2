"""The day to take the check again, for a calendar. Whoever sees that calendar learns nothing about anybody's health."""

import datetime as dt

from icalendar import Calendar, Event

_PRODUCT = "-//Celliara//Device check//EN"


def calendar_file(day: dt.date, *, at: dt.datetime, address: str) -> bytes:
    """A whole day without an alarm; ``address``: where the check begins.

    The same day is always the same entry, whoever takes it down: its name is made of nothing else.
    """
    event = Event()
    event.add("uid", f"device-check-{day.isoformat()}@celliara")
    event.add("dtstamp", at)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", "Take the device check again")
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
