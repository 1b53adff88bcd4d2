import pytest

from screening.engine import DeviceAssessment, Disposition
from screening.engine.model import Device
from screening.matching import Point, Wish, points
from screening.preferences import Currency, Preferences, With

LED = {"modality": "led", "optional": False}
SPARE_LED = {"modality": "led", "optional": True}


def test_nothing_wanted_is_nothing_to_hold_against_it():
    assert held(Preferences(currency=Currency.USD)) == ()


@pytest.mark.parametrize(
    ("areas", "fits", "words"),
    [
        (("cheeks",), True, "You may use it on every area that you named."),
        (("cheeks", "neck", "forehead"), False, "Not to be used by you on: forehead and neck."),
    ],
)
def test_areas(areas, fits, words):
    (point,) = held(Preferences(areas=areas))
    assert (point.wish, point.fits, point.words) == (Wish.AREAS, fits, words)


@pytest.mark.parametrize(
    ("budget", "currency", "fits"),
    [
        (200, Currency.USD, True),
        (199, Currency.USD, None),
        (100, Currency.USD, None),
        (99, Currency.USD, False),
        (500, Currency.GBP, None),
    ],
)
def test_budget(budget, currency, fits):
    assert one(Preferences(budget=budget, currency=currency), price="$100 (list price $200)").fits is fits


def test_a_price_that_nobody_verified_is_no_price():
    wanted = Preferences(budget=500, currency=Currency.USD)
    (point,) = held(wanted, facts=[fact("price", "$100", basis="unverified")])
    assert (point.fits, point.words, point.facts) == (None, "No price in US dollars is on record.", ())


@pytest.mark.parametrize(
    ("wanted", "app", "fits"),
    [
        (With.WITHOUT, "Works without an app", True),
        (With.WITH, "Works without an app", None),
        (With.WITHOUT, "Needed to choose the programme", False),
        (With.WITH, "Needed to choose the programme", True),
        (With.WITHOUT, "Connects by Bluetooth", None),
        (With.WITH, "Connects by Bluetooth", True),
    ],
)
def test_app(wanted, app, fits):
    assert one(Preferences(app=wanted), app=app).fits is fits


def test_sources_that_contradict_each_other_decide_nothing():
    facts = [fact("app", "Needed"), fact("app", "Works without an app")]
    (point,) = held(Preferences(app=With.WITHOUT), facts=facts)
    assert (point.fits, point.facts) == (None, tuple(facts))
    assert point.words == "The record does not decide it."


@pytest.mark.parametrize(
    ("longest", "session", "fits"),
    [
        (5, "5 to 20 minutes", True),
        (5, "10 to 20 minutes", False),
        (5, "At most 8 minutes", None),
        (10, "At most 8 minutes", True),
        (10, "A short while", None),
    ],
)
def test_session(longest, session, fits):
    assert one(Preferences(minutes=longest), session=session).fits is fits


@pytest.mark.parametrize(
    ("modalities", "wanted", "fits"),
    [
        ([LED], With.WITH, True),
        ([LED], With.WITHOUT, False),
        ([SPARE_LED], With.WITH, True),
        ([SPARE_LED], With.WITHOUT, True),
        ([], With.WITH, None),
        ([], With.WITHOUT, None),
    ],
)
def test_light(modalities, wanted, fits):
    (point,) = held(Preferences(light=wanted), modalities=modalities)
    assert point.fits is fits


@pytest.mark.parametrize(("wanted", "fits"), [(With.WITH, False), (With.WITHOUT, True)])
def test_light_that_is_not_among_the_modes_on_record(wanted, fits):
    assert one(Preferences(light=wanted), **{"other-modes": "Vibration"}).fits is fits


@pytest.mark.parametrize(("wanted", "fits"), [(With.WITH, False), (With.WITHOUT, True)])
def test_light_that_has_to_be_left_off(wanted, fits):
    (point,) = held(Preferences(light=wanted), modalities=[SPARE_LED], without={"led"})
    assert (point.fits, point.words) == (fits, "It has LED light, but you would have to leave it off.")


def one(preferences: Preferences, **facts: str) -> Point:
    (point,) = held(preferences, facts=[fact(name, value) for name, value in facts.items()])
    return point


def held(preferences: Preferences, *, facts=(), modalities=(), without=frozenset()) -> tuple[Point, ...]:
    device = Device("wave", "Wave", frozenset({"cheeks", "jaw"}), ())
    assessed = DeviceAssessment(device, Disposition.LIMITED, areas=device.areas, without=frozenset(without))
    return points(preferences, assessed, {"facts": list(facts), "modalities": list(modalities)})


def fact(name: str, value: str, basis: str = "maker") -> dict:
    return {"name": name, "value": value, "basis": basis}
