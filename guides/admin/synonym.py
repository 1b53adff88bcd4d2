"""Words that mean the same in searches."""

from django.contrib import admin
from django.utils.html import format_html

from guides.adminsite import Group
from guides.models import Synonym

_HOW = format_html(
    "<p>{}</p>",
    "With “fits > epilepsy”, whoever types fits finds epilepsy too, but nobody who types epilepsy is shown what fits: "
    "the words before the sign are only typed, those after it are found.",
)


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    group = Group.SEARCH
    list_display = ("words",)
    list_per_page = 200
    search_fields = ("words",)
    fieldsets = [(None, {"fields": ("words",), "description": _HOW})]
