"""What somebody would like, as a form. Every question of it can be left open."""

from typing import Any

from django import forms

from guides.models import Area
from screening.preferences import Currency, Preferences, With

_MINUTES = (5, 10, 20)
_ANY = ("", "I do not mind")


class PreferencesForm(forms.Form):
    """``data`` as posted, or else with the preferences given before."""

    areas = forms.MultipleChoiceField(
        label="Where would you like to use it?",
        choices=[(area.value, f"{area.label[:1].upper()}{area.label[1:]}") for area in Area],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    budget = forms.IntegerField(
        label="What may it cost at most?",
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"invalid": "Enter what it may cost at most as a whole number, such as 300, or leave it empty."},
    )
    currency = forms.ChoiceField(label="In", choices=[(each, each.label) for each in Currency], required=False)
    app = forms.ChoiceField(
        label="Should it work with an app?",
        choices=[_ANY, (With.WITHOUT, "It should work without one"), (With.WITH, "It should have one")],
        required=False,
        widget=forms.RadioSelect,
    )
    levels = forms.ChoiceField(
        label="Should there be more than one level?",
        choices=[_ANY, (With.WITH, "Yes, I want to choose a level")],
        required=False,
        widget=forms.RadioSelect,
    )
    light = forms.ChoiceField(
        label="Should it have LED light?",
        choices=[_ANY, (With.WITHOUT, "No light, or light that can be left off"), (With.WITH, "It should have light")],
        required=False,
        widget=forms.RadioSelect,
    )
    minutes = forms.TypedChoiceField(
        label="How long may a session take?",
        choices=[_ANY, *((str(number), f"At most {number} minutes") for number in _MINUTES)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, given: Preferences) -> None:
        super().__init__(data, initial=given.written(), auto_id="wish-%s")

    @property
    def either_or(self) -> list[forms.BoundField]:
        """The questions with one answer of a few."""
        return [self[name] for name in ("app", "levels", "light", "minutes")]

    @property
    def preferences(self) -> Preferences:
        """Of a valid form."""
        said = self.cleaned_data
        return Preferences(**{**said, "areas": tuple(said["areas"]), "currency": said["currency"] or Currency.USD})
