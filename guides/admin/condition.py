"""Conditions and the rules that say what they mean for a device."""

from django.contrib import admin

from guides.admin.record import RecordAdmin
from guides.admin.rows import PositionedInline
from guides.models import Condition, Rule


class RuleInline(PositionedInline):
    model = Rule
    fieldsets = [
        (
            None,
            {
                "fields": (
                    "modality",
                    ("if_present", "if_unknown"),
                    "areas",
                    ("where_told", "wait_days"),
                    "advice",
                    "reason",
                    "sources",
                    "position",
                ),
                "description": "Where several rules apply, the worst counts. No rule makes another one milder.",
            },
        )
    ]


@admin.register(Condition)
class ConditionAdmin(RecordAdmin):
    list_display = ("name", "group", "must_stop", "key")
    list_filter = ("group", "must_stop", "rules__if_present", "rules__modality")
    search_fields = ("key", "name")
    inlines = (RuleInline,)
    fieldsets = [
        (None, {"fields": ("key", "name", "group", "must_stop")}),
        ("What is told", {"fields": ("what_to_do", "disagreement")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]
