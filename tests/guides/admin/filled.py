"""What a browser would post from an admin form as it was opened, for tests to change one thing in."""

from typing import Any

from django.forms import BaseForm, BooleanField, ModelMultipleChoiceField, MultipleChoiceField
from django.test import Client

from guides.accounts import EDITORS
from tests import factories


def filled(response: Any) -> dict[str, Any]:
    """The values of every field of the change form in ``response``, its rows included."""
    values = _values(response.context["adminform"].form) | {"_seen": response.context.get("seen", "")}
    for inline in response.context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.forms):
            values |= _values(form)
    return values


def opened(client: Client, address: str, **changes: str) -> dict[str, Any]:
    """The form at ``address`` as this person has it open, with their changes in it."""
    return filled(client.get(address)) | changes


def another_editor() -> Client:
    return factories.signed_in(factories.user("erik", group=EDITORS, first_name="Erik", last_name="Lund"))


def address(row: Any) -> str:
    """Of its page in the admin."""
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


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
