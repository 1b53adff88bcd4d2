"""Rows inside the page of what they belong to: put in order by numbers, and quick to show where there are many."""

from functools import lru_cache
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import format_html

LAST = 32767


class QuickSelect(forms.Select):
    """Writes its options itself, each of them once: a device's rows have ten thousand, and Django renders a template
    for every one."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        chosen = "" if value is None else str(value)
        options = [_option(str(option), str(label), str(option) == chosen) for option, label in self.choices]
        return format_html(
            "<select{}>{}</select>",
            flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})})),
            format_html("{}" * len(options), *options),
        )


@lru_cache(maxsize=2000)
def _option(value: str, label: str, is_chosen: bool) -> str:
    return format_html("<option{}>{}</option>", flatatt({"value": value, "selected": is_chosen}), label)


class SharedChoices:
    """Reads the choices of a relation once for the page, not once for every row."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **{"widget": QuickSelect, **kwargs})
        field.choices = list(field.choices)
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(
            db_field, request, **{"widget": forms.CheckboxSelectMultiple, **kwargs}
        )
        field.choices = list(field.choices)
        return field


class PositionedForm(forms.ModelForm):
    position = forms.IntegerField(
        label="Order",
        required=False,
        min_value=0,
        max_value=LAST,
        help_text="From low to high. Empty: at the end.",
        widget=forms.NumberInput(attrs={"class": "vSmallNumberField"}),
    )

    def clean_position(self) -> int:
        position = self.cleaned_data["position"]
        return LAST if position is None else position


class PositionedFormSet(forms.BaseInlineFormSet):
    """Rows with an order number; saving spreads the numbers, so that there is always room between two rows."""

    def save(self, commit: bool = True) -> list[models.Model]:
        saved = super().save(commit)
        if commit:
            spread(self.get_queryset().model._default_manager.filter(**{self.fk.name: self.instance}))
        return saved


class PositionedInline(SharedChoices, admin.StackedInline):
    form = PositionedForm
    formset = PositionedFormSet
    extra = 0

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        to_one = [field.name for field in self.opts.concrete_fields if field.many_to_one]
        to_many = [field.name for field in self.opts.many_to_many]
        return super().get_queryset(request).select_related(*to_one).prefetch_related(*to_many)


def spread(rows: models.QuerySet) -> None:
    """Number ``rows`` 10, 20, 30 … in their present order."""
    for position, row in enumerate(rows.order_by("position", "pk"), start=1):
        if row.position != position * 10:
            rows.filter(pk=row.pk).update(position=position * 10)
