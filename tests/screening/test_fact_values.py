"""Words of facts as documents have them, and what they say."""

from decimal import Decimal

import pytest

from screening.fact_values import AppUse, Minutes, amounts, app_use, is_adjustable, minutes
from screening.preferences import Currency


@pytest.mark.parametrize(
    ("price", "found"),
    [
        ("$595 for the Complete Set", {Currency.USD: [595]}),
        ("$189 for the kit (list price $207)", {Currency.USD: [189, 207]}),
        ("£379.99 (undated)", {Currency.GBP: [Decimal("379.99")]}),
        ("€1,299 or $1,400", {Currency.EUR: [1299], Currency.USD: [1400]}),
        ("About 300", {}),
        ("", {}),
    ],
)
def test_amounts(price, found):
    assert amounts(price) == found


@pytest.mark.parametrize(
    ("session", "found"),
    [
        ("3 minutes", Minutes(3, 3)),
        ("1 minute", Minutes(1, 1)),
        ("5 to 20 minutes", Minutes(5, 20)),
        ("3 programmes of 10 to 20 minutes", Minutes(10, 20)),
        ("About 5 minutes, up to 20", Minutes(5, 20)),
        ("At most 8 minutes, with a prompt every 15 seconds", Minutes(None, 8)),
        ("90 seconds on a spot, or 6 minutes for the whole face", Minutes(6, 6)),
        ("Until the lights go out", None),
    ],
)
def test_minutes(session, found):
    assert minutes(session) == found


@pytest.mark.parametrize(
    ("app", "found"),
    [
        ("Works without an app", AppUse(None, needed=False)),
        ("None", AppUse(exists=False, needed=False)),
        ("No", AppUse(exists=False, needed=False)),
        ("Not said by the maker", AppUse()),
        ("Optional", AppUse(exists=True, needed=False)),
        ("Needed to choose the programme", AppUse(exists=True, needed=True)),
        ("Connects by Bluetooth", AppUse(exists=True, needed=None)),
        ("", AppUse()),
    ],
)
def test_app_use(app, found):
    assert app_use(app) == found


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ("3", True),
        ("5, shown by lights, on the NuFACE Plus", True),
        ("1", False),
        ("One", False),
        ("Several; after the highest it goes back to the lowest", True),
        ("Shown by lights", None),
    ],
)
def test_is_adjustable(levels, found):
    assert is_adjustable(levels) is found
