"""The list of words that promise too much."""

from django.contrib import admin

from guides.adminsite import Group
from guides.models import AbsoluteWord


@admin.register(AbsoluteWord)
class AbsoluteWordAdmin(admin.ModelAdmin):
    group = Group.RECORDS
    actions = None
    list_per_page = 200
    search_fields = ("words",)
    fields = ("words",)
