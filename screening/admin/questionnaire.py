"""The questionnaire as a whole: its questions in order, and its preview."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from guides.admin.draft import DraftAdmin
from guides.admin.places import page
from guides.admin.rows import PositionedInline
from guides.models import Edition
from screening.admin.outline import outline, outlined
from screening.models import Question, Questionnaire, Scenario


class QuestionInline(PositionedInline):
    """Each question in outline, with its place; the rest is changed on its own page."""

    model = Question
    verbose_name_plural = "questions, in the order in which they are asked"
    fieldsets = [(None, {"fields": ("outline", "position")})]
    readonly_fields = ("outline",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return outlined(super().get_queryset(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="Answers")
    def outline(self, obj: Question) -> str:
        return outline(obj)


@admin.register(Questionnaire)
class QuestionnaireAdmin(DraftAdmin):
    fieldsets = [
        (None, {"fields": ("title", "slug", "introduction", "review_by")}),
        ("Scenarios", {"fields": ("scenario_list",), "classes": ("collapse",)}),
    ]
    readonly_fields = ("scenario_list",)
    inlines = (QuestionInline,)
    change_form_template = "admin/questionnaire_change_form.html"

    def public_address(self, edition: Edition) -> str:
        return reverse("screening:start")

    @admin.display(description="Made-up people that the check must judge rightly")
    def scenario_list(self, obj: Questionnaire) -> str:
        rows = [(page(scenario), scenario) for scenario in Scenario.objects.filter(questionnaire=obj.pk)]
        lines = format_html_join("", '<li><a href="{}">{}</a></li>', rows)
        return format_html('<ul class="outline">{}</ul>', lines) if rows else "None yet."
