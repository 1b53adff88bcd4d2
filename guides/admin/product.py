"""Accessories that a guide may recommend."""

from django.contrib import admin

from guides.admin.record import RecordAdmin
from guides.admin.rows import SharedChoices
from guides.models import Product


@admin.register(Product)
class ProductAdmin(SharedChoices, RecordAdmin):
    list_display = ("name", "what_it_is", "key")
    search_fields = ("key", "name")
    fieldsets = [
        (None, {"fields": ("key", "name", "what_it_is", "url")}),
        ("Why we name it, and what we gain", {"fields": ("reason", "disclosure", "sources")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]
