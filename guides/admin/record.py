"""What the admin pages of all records share."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join

from guides.admin.meanwhile import ToldOfOthers
from guides.admin.places import page
from guides.adminsite import Group
from guides.models import Edition, Record

_READ_NOWHERE = "No live edition. A change appears when something that refers to it is published."


class EditingMedia:
    """Scripts and styles of every page with rich text or rows: nonces for injected styles, and the keyboard."""

    class Media:
        css = {"all": ["css/admin/editing.css"]}
        js = [f"js/admin/{name}.js" for name in ("style-nonce", "keyboard", "places", "paste", "link-targets")]


class RecordAdmin(ToldOfOthers, EditingMedia, admin.ModelAdmin):
    """A record: its key is given once, and its page says where readers see it."""

    group = Group.RECORDS
    actions = None
    list_per_page = 200
    search_fields: tuple[str, ...] = ("key",)

    def get_readonly_fields(self, request: HttpRequest, obj: Record | None = None) -> tuple[str, ...]:
        readonly = tuple(super().get_readonly_fields(request, obj))
        return (*readonly, "key", "read_in") if obj else (*readonly, "read_in")

    @admin.display(description="Readers see it in")
    def read_in(self, obj: Record) -> str:
        """Live editions that hold a copy of this record: one query, whatever refers to it."""
        path = f"document__references__{obj.refers_as}__has_key"
        editions = Edition.objects.live(timezone.now()).filter(**{path: obj.key})
        rows = [(page(edition), edition) for edition in editions]
        return format_html_join(", ", '<a href="{}">{}</a>', rows) or _READ_NOWHERE
