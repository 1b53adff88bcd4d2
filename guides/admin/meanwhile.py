"""Two people at work on the same thing: the second is told what the first changed, and loses nothing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from guides.admin.vanished import bringing_back, number

SEEN = "_seen"
"""The hidden field that names the newest change that the form knows of."""


class ToldOfOthers:
    """A ModelAdmin whose form is not saved over what others have changed since it was opened, until the person has
    been told. Whatever they wrote stays in the form; saving it again then goes through."""

    change_form_template = "admin/told_change_form.html"

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[forms.Form]:
        form = super().get_form(request, obj, change, **kwargs)
        seen = number(request.POST.get(SEEN, ""))
        if obj is None or seen is None:
            return form
        others = list(changes_of(obj).filter(pk__gt=seen).exclude(user=request.user))
        return _telling(form, obj, others) if others else form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """With the rows that others have deleted as new ones: as they were, nobody could save them."""
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in given:
            back = bringing_back(given, inline.model, can_add=inline.has_add_permission(request, obj))
            if back:
                messages.warning(request, _brought_back(inline.opts.verbose_name, back))
        return given

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        context["seen"] = newest_change(obj) if obj is not None else ""
        return super().render_change_form(request, context, *args, **kwargs)


def changes_of(obj: models.Model) -> models.QuerySet[LogEntry]:
    """In the admin's own log, the oldest first."""
    same = {"content_type": get_content_type_for_model(obj), "object_id": str(obj.pk)}
    return LogEntry.objects.filter(**same).select_related("user").order_by("pk")


def newest_change(obj: models.Model) -> int:
    return changes_of(obj).aggregate(newest=models.Max("pk"))["newest"] or 0


def _telling(form: type[forms.Form], obj: models.Model, others: list[LogEntry]) -> type[forms.Form]:
    def clean(self: forms.Form) -> None:
        form.clean(self)
        raise ValidationError(_told(obj, others))

    return type(form.__name__, (form,), {"clean": clean})


def _brought_back(name: str, rows: int) -> str:
    if rows == 1:
        kept = "What stands here of it is kept as a new row; remove it if it is to stay deleted."
    else:
        kept = f"What stands here of these {rows} rows is kept as new ones; remove those that are to stay deleted."
    return f"Deleted meanwhile: {name}. {kept}"


def _told(obj: models.Model, others: list[LogEntry]) -> SafeString:
    lines = format_html_join(
        "",
        "<li>{}, at {}: {}</li>",
        (
            (
                entry.user.get_full_name() or entry.user.get_username(),
                timezone.localtime(entry.action_time).strftime("%H:%M"),
                entry.get_change_message() or "saved",
            )
            for entry in others
        ),
    )
    return format_html(
        "While you were working on “{}”, somebody else changed it:<ul>{}</ul>What you wrote is still here, and not yet"
        ' saved. <a href="" target="_blank" rel="noopener">Look at how it is now (new tab)</a>, take over what you'
        " need, and save again: then it is saved as it stands here.",
        obj,
        lines,
    )
