import pytest

from screening.preferences import NO_PREFERENCES, Currency, Preferences, With

FULL = Preferences(("cheeks", "neck"), 300, Currency.GBP, With.WITHOUT, With.WITH, With.WITH, 10)


@pytest.mark.parametrize("preferences", [FULL, Preferences(minutes=5), NO_PREFERENCES])
def test_what_is_written_is_read_again(preferences):
    assert Preferences.read(preferences.written()) == preferences


def test_only_what_was_said_is_written():
    assert Preferences(app=With.WITH).written() == {"app": "with"}


def test_a_currency_alone_is_no_preference():
    preferences = Preferences(currency=Currency.EUR)
    assert not preferences
    assert preferences.written() == {}


def test_what_no_form_has_written_is_refused():
    with pytest.raises(TypeError, match="colour"):
        Preferences.read({"colour": "red"})
