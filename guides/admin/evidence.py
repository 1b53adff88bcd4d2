"""Sources, studies, charts, and the claims they bear on."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from guides.admin.record import RecordAdmin
from guides.admin.rows import PositionedInline
from guides.models import Chart, ChartRange, Claim, Evidence, Source, Study


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ("key", "title", "kind", "read", "read_on")
    list_filter = ("kind", "read")
    search_fields = ("key", "title", "url")
    fieldsets = [
        (None, {"fields": ("key", "title", "kind")}),
        ("How it was read", {"fields": ("read", "url", "read_on")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]


@admin.register(Study)
class StudyAdmin(RecordAdmin):
    list_display = ("key", "authors", "year", "design", "participants", "retraction")
    list_filter = ("design", "sham_controlled", "retraction")
    search_fields = ("key", "authors", "title", "doi", "pmid")
    fieldsets = [
        (None, {"fields": ("key", "authors", "year", "title", "journal", ("doi", "pmid"), "url")}),
        ("What was done", {"fields": ("design", "sham_controlled", "subjects", "participants", "current")}),
        ("What came out", {"fields": ("outcome", "limits", "funding")}),
        ("Retraction", {"fields": (("retraction", "retraction_checked_on"),)}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]


class EvidenceInline(PositionedInline):
    model = Evidence
    verbose_name = "piece of evidence"
    fieldsets = [
        (
            None,
            {
                "fields": (("study", "source"), "finding", ("stance", "direct"), "position"),
                "description": "Name a study, or a source that is no study.",
            },
        )
    ]


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    list_display = ("statement", "verdict", "grade", "key")
    list_filter = ("verdict",)
    search_fields = ("key", "statement")
    readonly_fields = ("grade",)
    inlines = (EvidenceInline,)
    fieldsets = [
        (None, {"fields": ("key", "statement", "verdict", "grade", "explanation")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).prefetch_related("evidence__study")

    @admin.display(description="Grade of the evidence (computed, never chosen)")
    def grade(self, obj: Claim) -> str:
        return obj.computed()["grade"].replace("-", " ") if obj.pk else "none"


class RangeInline(PositionedInline):
    model = ChartRange
    verbose_name = "bar"
    fieldsets = [
        (
            None,
            {
                "fields": ("label", ("low", "high"), "effect", ("source", "position")),
                "description": "Leave both numbers empty where an effect was reported without values.",
            },
        )
    ]


@admin.register(Chart)
class ChartAdmin(RecordAdmin):
    list_display = ("title", "study", "key")
    list_select_related = ("study",)
    search_fields = ("key", "title")
    inlines = (RangeInline,)
    fieldsets = [
        (None, {"fields": ("key", "title", "unit", ("scale_from", "scale_to"), "study", "note")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]
