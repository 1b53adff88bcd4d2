"""One question on its own page: its options, what each means, and when it is asked."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.views.decorators.debug import sensitive_post_parameters

from guides.admin.rows import PositionedInline
from guides.documents import Assembly
from screening.admin.dependents import dependents
from screening.admin.outline import outline, outlined
from screening.admin.part import PartAdmin
from screening.admin.trying import try_page
from screening.checklist import as_if_published, devices_live
from screening.engine import Undecodable
from screening.models import Option, Question


class OptionInline(PositionedInline):
    model = Option
    fieldsets = [
        (
            None,
            {
                "fields": (("key", "position"), "label", "hint", "role", "affirms"),
                "description": "A yes says what the person then has. Every question needs a “not sure”.",
            },
        )
    ]


@admin.register(Question)
class QuestionAdmin(PartAdmin):
    list_display = ("position", "key", "text", "kind", "topic")
    list_display_links = ("key", "text")
    list_filter = ("kind",)
    search_fields = ("key", "topic", "text")
    inlines = (OptionInline,)
    change_form_template = "admin/question_change_form.html"
    fieldsets = [
        (None, {"fields": ("questionnaire", ("key", "position"), "topic", "kind")}),
        ("What the person reads", {"fields": ("text", "hint", "why")}),
        ("When it is asked", {"fields": ("ask_if",)}),
        ("What it is about", {"fields": ("about",), "classes": ("collapse",)}),
        ("In short", {"fields": ("in_short",)}),
    ]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(sensitive_post_parameters()(self.try_view))
        return [path("<int:object_id>/try/", view, name="screening_question_try"), *super().get_urls()]

    def try_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """For whoever may read it: nothing is changed."""
        question = get_object_or_404(Question.objects.select_related("questionnaire"), pk=object_id)
        if not self.has_view_permission(request, question):
            raise PermissionDenied
        return try_page(request, question)

    def context_of(self, obj: Question, assembly: Assembly, *, at: dt.datetime) -> dict[str, Any]:
        try:
            return {"dependents": dependents(as_if_published(assembly.document, devices_live(at)), obj.key)}
        except Undecodable as error:
            return {"undecodable": str(error)}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return outlined(super().get_queryset(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), "in_short")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, **{"widget": forms.CheckboxSelectMultiple, **kwargs})

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if "ask_if" in form.base_fields:
            form.base_fields["ask_if"].queryset = earlier_options(obj)
        return form

    @admin.display(description="What each answer means")
    def in_short(self, obj: Question) -> str:
        return outline(obj) if obj.pk else "Save the question to see it here."


def earlier_options(question: Question | None) -> models.QuerySet[Option]:
    """Options of questions before this one, since a question can be opened by an earlier answer only; and those
    chosen already, so that saving drops nothing in silence where questions have changed places."""
    options = Option.objects.select_related("question").order_by("question__position", "question__pk", "position")
    if question is None:
        return options
    earlier = models.Q(question__questionnaire=question.questionnaire, question__position__lt=question.position)
    return options.filter(earlier | models.Q(opens=question)).distinct()
