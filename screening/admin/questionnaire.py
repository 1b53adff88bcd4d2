"""The questionnaire as a whole: its questions in order, and its preview."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.admin.candidate import Candidate
from guides.admin.draft import DraftAdmin
from guides.admin.publishing import Section
from guides.admin.rows import PositionedInline
from guides.documents import Assembly
from guides.models import Edition
from screening.admin.outline import outline, outlined
from screening.admin.overviews import comparison_page, flow_page, matrix_page
from screening.admin.tasks import tasks
from screening.admin.tried import tried
from screening.models import Question, Questionnaire

type View = Callable[..., HttpResponse]


class QuestionInline(PositionedInline):
    """Each question in outline, with its place; the rest is changed on its own page."""

    model = Question
    verbose_name_plural = "questions, in the order in which they are asked"
    fieldsets = [(None, {"fields": ("outline", "position")})]
    readonly_fields = ("outline",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return outlined(super().get_queryset(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="Answers")
    def outline(self, obj: Question) -> str:
        return outline(obj)


@admin.register(Questionnaire)
class QuestionnaireAdmin(DraftAdmin):
    fieldsets = [(None, {"fields": ("title", "slug", "introduction", "review_by")})]
    inlines = (QuestionInline,)
    change_form_template = "admin/questionnaire_change_form.html"

    class Media:
        css = {"all": ["css/admin/check.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one questionnaire; what is to be asked otherwise is changed in it."""
        return super().has_add_permission(request) and not Questionnaire.objects.exists()

    def get_urls(self) -> list[URLPattern]:
        pages = {
            "flow/": ("flow", flow_page, {}),
            "matrix/": ("matrix", matrix_page, {"of": "draft"}),
            "matrix/live/": ("matrix_live", matrix_page, {"of": "live"}),
            "comparison/<slug:device>/": ("comparison", comparison_page, {}),
        }
        ours = [
            path(f"<int:object_id>/{rest}", self._reading(view), also, name=f"screening_questionnaire_{name}")
            for rest, (name, view, also) in pages.items()
        ]
        return [*ours, *super().get_urls()]

    def _reading(self, view: View) -> View:
        """``view`` for whoever may read the draft."""

        def read(request: HttpRequest, object_id: int, **named: str) -> HttpResponse:
            draft = get_object_or_404(Questionnaire, pk=object_id)
            if not self.has_view_permission(request, draft):
                raise PermissionDenied
            return view(self, request, draft, **named)

        return self.admin_site.admin_view(require_safe(read))

    def context_of(self, obj: Questionnaire, assembly: Assembly, *, at: dt.datetime) -> dict[str, Any]:
        return super().context_of(obj, assembly, at=at) | {"tried": tried(obj, assembly.document, at=at)}

    def publish_sections(self, candidate: Candidate) -> list[Section]:
        return [Section("admin/includes/questionnaire_tasks.html", tasks(candidate, at=timezone.now()))]

    def public_address(self, edition: Edition) -> str:
        return reverse("screening:start")

    def edition_address(self, edition: Edition) -> str:
        return reverse("screening:edition", args=[edition.number])
