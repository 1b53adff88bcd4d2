"""Words that mean the same in searches."""

from django.contrib import admin

from guides.adminsite import Group
from guides.models import Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    group = Group.SEARCH
    list_display = ("words",)
    list_per_page = 200
    search_fields = ("words",)
