"""Whoever publishes, approves or withdraws waits for everybody else who does: one at a time, over all subjects.

What is published is judged by what else is live: a device by the questionnaire, and the questionnaire by the devices.
Published at once, each would be proved against what the other replaces.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

_LOCK = 20_261_122
"""Any number, as long as nothing else in this database locks it."""


@contextmanager
def turn() -> Iterator[None]:
    """One transaction, begun when nobody else has one. SQLite gives these turns by itself: it has one writer."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
