import datetime as dt

from screening.outcome import outcome
from screening.pages.device_card import DeviceCard, Unknown
from tests.screening.examples import visit


def test_a_suitable_device():
    card = _card("Alpha")
    assert (card.address, card.limited, card.because) == ("/devices/the-alpha/", None, ())
    assert _legend(card) == [("Use on", "forehead, cheeks and neck")]
    assert (card.label_is_on_file, card.label_read_on, card.label_is_silent) == (True, dt.date(2026, 11, 21), True)


def test_a_limited_device_says_where_and_why():
    card = _card("Alpha", skin={"thyroid"})
    assert card.limited is not None
    assert _legend(card) == [("Use on", "forehead and cheeks"), ("Leave out", "neck")]
    assert [because.heading for because in card.because] == ["Thyroid"]


def test_a_mode_that_can_be_left_off():
    assert _card("Gamma", skin={"melasma"}).leave_off == ("heat",)
    assert _card("Alpha", skin={"melasma"}).leave_off == ()


def test_what_is_known_and_by_whom_without_the_price():
    card = _card("Beta")
    assert [(fact.name, fact.value, fact.basis) for fact in card.known] == [("App", "No", "Maker says")]


def test_what_is_not_known_stands_together_by_reason():
    card = _card("Alpha")
    assert [unknown.basis for unknown in card.unknown] == ["We could not verify this"]
    assert {"Waveform", "Session"} <= set(card.unknown[0].names)
    assert {"Output", "Price"} & set(card.unknown[0].names) == set()
    assert isinstance(card.unknown[0], Unknown)


def test_a_label_that_is_not_on_file():
    assert not _card("Gamma").label_is_on_file


def _card(title: str, **answers) -> DeviceCard:
    return next(card for card in outcome(visit(**answers)).recommended if card.title == title)


def _legend(card: DeviceCard) -> list[tuple[str, str]]:
    return [(line.words, line.areas) for line in card.map.legend]
