"""Topics of guides."""

from django.contrib import admin

from guides.admin.record import RecordAdmin
from guides.adminsite import Group
from guides.models import Topic


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    group = Group.SEARCH
    list_display = ("name", "description", "key")
    search_fields = ("key", "name", "description")
    fieldsets = [
        (
            None,
            {
                "fields": ("key", "name", "description"),
                "description": "A guide's own page says which topics it holds. A topic has a page and a feed as long as"
                " a live guide holds it.",
            },
        ),
        ("Where it is used", {"fields": ("read_in",)}),
    ]
