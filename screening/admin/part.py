"""What the pages of questions and scenarios share: they are parts of the questionnaire, and count as changes of it."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from guides.admin.meanwhile import ToldOfOthers
from guides.admin.problem_list import ListsProblems
from guides.admin.record import EditingMedia
from guides.admin.rows import PositionedForm, spread
from guides.adminsite import Group
from guides.models import Draft
from screening.models import Questionnaire


class PartAdmin(ToldOfOthers, ListsProblems, EditingMedia, admin.ModelAdmin):
    group = Group.DRAFTS
    form = PositionedForm
    change_form_template = "admin/part_change_form.html"
    actions = None
    list_per_page = 200
    list_select_related = ("questionnaire",)

    class Media(EditingMedia.Media):
        css = {"all": ["css/admin/editing.css", "css/admin/check.css"]}

    def draft_of(self, obj: Any) -> Draft:
        return obj.questionnaire

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("key", "questionnaire") if obj else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        only = Questionnaire.objects.order_by("pk").first()
        return {"questionnaire": only, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        spread(self.model._default_manager.filter(questionnaire=obj.questionnaire))

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._log_as_change(request, obj.questionnaire, f"Added {self._named(obj)}.")
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._log_as_change(request, obj.questionnaire, f"Changed {self._named(obj)}.")
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for obj in queryset:
            self._log_as_change(request, obj.questionnaire, f"Deleted {self._named(obj)}.")
        return super().log_deletions(request, queryset)

    def _log_as_change(self, request: HttpRequest, questionnaire: Questionnaire, message: str) -> None:
        """Who changes a part contributes to the whole, and cannot approve it: the log of the whole has to say so."""
        super().log_change(request, questionnaire, message)

    def _named(self, obj: models.Model) -> str:
        return f"{self.opts.verbose_name} “{obj}”"
