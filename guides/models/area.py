"""Areas of face and neck: the fixed list that rules, labels and the face map share."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class Area(models.TextChoices):
    FOREHEAD = "forehead", "forehead"
    TEMPLES = "temples", "temples"
    EYES = "eyes", "around the eyes"
    CHEEKS = "cheeks", "cheeks"
    MOUTH_CHIN = "mouth-chin", "mouth and chin"
    JAW = "jaw", "jaw"
    NECK = "neck", "neck"


class AreasField(models.JSONField):
    """A list of area values, kept in the order of ``Area``, without repeats."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def clean(self, value, model_instance):
        value = value or []
        if not isinstance(value, list):
            raise ValidationError("Expected a list of areas.")
        if unknown := [area for area in value if area not in Area.values]:
            raise ValidationError(f"Unknown area: {', '.join(map(str, unknown))}.")
        return [area for area in Area.values if area in value]

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=Area.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
            initial=list,
        )
