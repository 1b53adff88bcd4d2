"""Atom as this site writes it."""

import datetime as dt

from django.utils.feedgenerator import Atom1Feed

_BEGAN = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
"""Celliara's first day: no entry of any feed is older."""


class Atom(Atom1Feed):
    """The same bytes as long as the entries are the same: an empty feed was not updated just now, but never."""

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else _BEGAN
