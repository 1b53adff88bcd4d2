"""Topics of guides."""

from django.contrib import admin
from django.utils.html import format_html_join

from guides.admin.places import page
from guides.admin.record import RecordAdmin
from guides.adminsite import Group
from guides.models import Topic


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    group = Group.SEARCH
    list_display = ("name", "description", "key")
    search_fields = ("key", "name", "description")
    readonly_fields = ("held_by",)
    fieldsets = [
        (
            None,
            {
                "fields": ("key", "name", "description"),
                "description": "Which topics a guide holds is chosen on the guide's own page. A topic has a page and a"
                " feed as long as a live guide holds it.",
            },
        ),
        ("Where it is used", {"fields": ("held_by", "read_in")}),
    ]

    @admin.display(description="Drafts that hold it")
    def held_by(self, obj: Topic) -> str:
        drafts = obj.guides.all() if obj.pk else ()
        return format_html_join(", ", '<a href="{}">{}</a>', ((page(draft), draft) for draft in drafts)) or "None."
