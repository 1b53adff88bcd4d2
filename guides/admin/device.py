"""Devices: what they do, what is known of them, and what their own label forbids."""

from django.contrib import admin

from guides.admin.draft import DraftAdmin
from guides.admin.rows import PositionedInline
from guides.models import Device, DeviceFact, DeviceModality, LabelStatement


class ModalityInline(PositionedInline):
    model = DeviceModality
    verbose_name = "thing it does"
    verbose_name_plural = "what it does to the skin"
    fieldsets = [(None, {"fields": (("modality", "optional", "position"),)})]


class FactInline(PositionedInline):
    model = DeviceFact
    verbose_name = "fact"
    verbose_name_plural = "what is known of it"
    fieldsets = [
        (None, {"fields": (("name", "basis"), "value", ("source", "as_of"), ("note", "position"))}),
    ]


class LabelInline(PositionedInline):
    model = LabelStatement
    verbose_name = "label statement"
    verbose_name_plural = "what its own label says: our rules are never milder"
    fieldsets = [
        (
            None,
            {
                "fields": (
                    ("condition", "if_present"),
                    "words",
                    ("source", "locator"),
                    "areas",
                    ("where_told", "position"),
                )
            },
        ),
    ]


@admin.register(Device)
class DeviceAdmin(DraftAdmin):
    fieldsets = [
        (None, {"fields": ("title", "slug", "maker", "summary")}),
        ("Its use", {"fields": ("areas", "app", "is_reference")}),
        ("What was read, and when", {"fields": (("label_source", "label_read_on"), "checked_on", "unverified")}),
    ]
    list_display = ("title", "maker", "slug", "is_reference", "checked_on", "published")
    list_filter = ("maker", "is_reference", "modalities__modality")
    inlines = (ModalityInline, FactInline, LabelInline)
