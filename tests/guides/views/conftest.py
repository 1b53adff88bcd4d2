import datetime as dt

import pytest
from django.utils import timezone


@pytest.fixture
def now(monkeypatch, at) -> dt.datetime:
    """The moment at which pages are asked for, a day after ``at``."""
    moment = at + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment
