"""Terms of the glossary."""

from django.contrib import admin

from guides.admin.record import RecordAdmin
from guides.admin.rows import SharedChoices
from guides.models import Term


@admin.register(Term)
class TermAdmin(SharedChoices, RecordAdmin):
    list_display = ("name", "also", "definition", "key")
    search_fields = ("key", "name", "also", "definition")
    fieldsets = [
        (
            None,
            {
                "fields": ("key", "name", "also", "definition"),
                "description": "A text links a term as term:KEY. Where a guide first does, its page explains it.",
            },
        ),
        ("In the glossary only", {"fields": ("explanation", "sources")}),
        ("Where it is used", {"fields": ("read_in",)}),
    ]
