"""What the admin pages of guides, devices and the questionnaire share: problems, preview, publish, approve."""

import datetime as dt
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from guides import previews
from guides.admin.candidate import Candidate
from guides.admin.meanwhile import ToldOfOthers
from guides.admin.places import page
from guides.admin.problem_list import ListsProblems
from guides.admin.publishing import Section, approve_page, publish_page
from guides.admin.record import EditingMedia
from guides.adminsite import Group
from guides.documents import Assembly, sha256
from guides.models import Draft, Edition
from guides.pages.addresses import address, edition_address


class DraftAdmin(ToldOfOthers, ListsProblems, EditingMedia, admin.ModelAdmin):
    """A draft may be saved incomplete; only publishing asks that it is free of problems."""

    group = Group.DRAFTS
    change_form_template = "admin/draft_change_form.html"
    actions = None
    list_display: tuple[str, ...] = ("title", "slug", "published")
    search_fields: tuple[str, ...] = ("title", "slug", "key")
    prepopulated_fields = {"slug": ("title",)}

    def get_urls(self) -> list[URLPattern]:
        pages = {"publish": self.publish_view, "approve": self.approve_view}
        ours = [
            path(
                f"<int:object_id>/{verb}/",
                self.admin_site.admin_view(view),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{verb}",
            )
            for verb, view in pages.items()
        ]
        return [*ours, *super().get_urls()]

    def publish_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return publish_page(self, request, get_object_or_404(self.model, pk=object_id), self.publish_sections)

    def publish_sections(self, candidate: Candidate) -> list[Section]:
        """What the pages for publishing and approving say beyond problems and difference: each section a template and
        its content."""
        return []

    def approve_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return approve_page(self, request, get_object_or_404(self.model, pk=object_id), self.publish_sections)

    def context_of(self, obj: Draft, assembly: Assembly, *, at: dt.datetime) -> dict[str, Any]:
        return {"preview": previews.address(obj, at=at, digest=sha256(assembly.document))}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], add: bool = False, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        if obj is not None:
            context["can_publish"] = request.user.has_perm("guides.add_edition")
            context["can_approve"] = request.user.has_perm("guides.add_approval")
        return super().render_change_form(request, context, add=add, obj=obj, **kwargs)

    def view_on_site(self, obj: Draft) -> str | None:
        """The public page of what is live; None where nothing is."""
        live = obj.editions.live(timezone.now()).first()
        return self.public_address(live) if live else None

    def public_address(self, edition: Edition) -> str:
        return address(edition.kind, edition.slug)

    def edition_address(self, edition: Edition) -> str:
        return edition_address(edition.kind, edition.slug, edition.number)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        live = Edition.objects.of(self.model.kind).live(timezone.now()).filter(key=models.OuterRef("key"))
        return super().get_queryset(request).annotate(live_number=models.Subquery(live.values("number")[:1]))

    @admin.display(description="what readers see", empty_value="not published")
    def published(self, obj: Draft) -> str | None:
        return f"edition {obj.live_number}" if obj.live_number else None

    def has_delete_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.editions.exists())

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Say why a published draft stays, where Django would only say that it is forbidden."""
        draft = self.get_object(request, object_id)
        if draft and draft.editions.exists():
            text = '“{}” has been published and cannot be deleted. Withdraw <a href="{}">its edition</a> instead.'
            editions = f"{reverse('admin:guides_edition_changelist')}?q={draft.key}"
            messages.error(request, format_html(text, draft, editions))
            return HttpResponseRedirect(page(draft))
        return super().delete_view(request, object_id, extra_context)
