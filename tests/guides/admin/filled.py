"""What a browser would post from an admin form as it was opened, for tests to change one thing in."""

from typing import Any

from django.forms import BaseForm, BooleanField, ModelMultipleChoiceField, MultipleChoiceField


def filled(response: Any) -> dict[str, Any]:
    """The values of every field of the change form in ``response``, its rows included."""
    values = _values(response.context["adminform"].form) | {"_seen": response.context.get("seen", "")}
    for inline in response.context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.forms):
            values |= _values(form)
    return values


def with_row(values: dict[str, Any], prefix: str, **fields: Any) -> dict[str, Any]:
    """``values`` with one more row of the inline ``prefix``."""
    number = int(values[f"{prefix}-TOTAL_FORMS"])
    new = {f"{prefix}-{number}-{name}": value for name, value in fields.items()}
    return values | new | {f"{prefix}-TOTAL_FORMS": number + 1}


def _values(form: BaseForm) -> dict[str, Any]:
    return {field.html_name: _posted(field) for field in form if _posted(field) is not None}


def _posted(field: Any) -> Any:
    value = field.value()
    if isinstance(field.field, BooleanField):
        return "on" if value else None
    if isinstance(field.field, MultipleChoiceField | ModelMultipleChoiceField):
        return value or []
    return "" if value is None else value
