"""Atom as this site writes it."""

import datetime as dt

from django.utils.feedgenerator import Atom1Feed

_NEVER = dt.datetime.fromtimestamp(0, dt.UTC)


class Atom(Atom1Feed):
    """The same bytes as long as the entries are the same: an empty feed was not updated just now, but never."""

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else _NEVER
