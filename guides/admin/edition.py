"""What was published, approved and withdrawn: to be read, and taken back, never changed."""

import datetime as dt
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.dateformat import format as date_format

from guides import second_factor
from guides.admin.acts import ACTS, Act, offered
from guides.admin.places import page
from guides.admin.record import EditingMedia
from guides.adminsite import Group
from guides.models import Approval, Draft, Edition, Erratum, Expiry, Withdrawal, draft_model
from guides.publishing import Refused


class ReadOnlyAdmin(EditingMedia, admin.ModelAdmin):
    """Rows of these tables are inserted by publishing, approving and withdrawing only."""

    group = Group.PUBLISHED
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    change_form_template = "admin/edition_change_form.html"
    list_display = ("title", "kind", "number", "is_major", "published_by", "live_from", "state")
    list_filter = ("kind", "is_major", ("unreviewed_because", admin.EmptyFieldListFilter))
    list_select_related = ("published_by", "withdrawal")
    search_fields = ("title", "key", "sha256")
    ordering = ("-published_at", "-pk")
    fieldsets = [
        (None, {"fields": ("title", "kind", "key", "number", "slug", "state")}),
        ("Publication", {"fields": ("published_by", "published_at", "live_from", "is_major", "note", "sha256")}),
        ("Review", {"fields": ("unreviewed_because",)}),
        ("The document as it was frozen", {"fields": ("document",), "classes": ("collapse",)}),
    ]
    readonly_fields = ("state",)

    def get_urls(self) -> list[URLPattern]:
        ours = [
            path(
                f"<int:object_id>/{act.verb}/",
                self.admin_site.admin_view(partial(self.act_view, act=act)),
                name=f"guides_edition_{act.verb}",
            )
            for act in ACTS
        ]
        return [*ours, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], add: bool = False, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        context["acts"] = [(act.label, page(obj, act.verb)) for act in offered(request.user, obj)]
        return super().render_change_form(request, context, add=add, obj=obj, **kwargs)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        live = Edition.objects.live(timezone.now()).filter(pk=models.OuterRef("pk"))
        overtaking = Edition.objects.overtaking(timezone.now())
        every = super().get_queryset(request).with_end()
        return every.annotate(is_live=models.Exists(live), is_overtaken=models.Exists(overtaking))

    @admin.display(description="state")
    def state(self, obj: Edition) -> str:
        if hasattr(obj, "withdrawal"):
            return "withdrawn"
        if obj.is_live:
            return "live"
        if obj.is_overtaken:
            return "superseded before it went live"
        now = timezone.now()
        if obj.ends_at and obj.ends_at <= now:
            return "ended"
        return f"goes live on {date_format(obj.live_from, 'j F Y, H:i')}" if obj.live_from > now else "earlier"

    def view_on_site(self, obj: Edition) -> str:
        """Its own page, whose address the admin of its drafts knows."""
        drafts: Any = self.admin_site.get_model_admin(draft_model(obj.kind))
        return drafts.edition_address(obj)

    def act_view(self, request: HttpRequest, object_id: int, act: Act) -> HttpResponse:
        """Ask for what the act needs; on POST do it, or say with 422 why not."""
        edition = get_object_or_404(Edition, pk=object_id)
        if not act.is_allowed(request.user, edition):
            raise PermissionDenied
        if act.is_public and (first := second_factor.missing(request)):
            return first
        if act.is_too_late(edition):
            messages.error(request, f"{edition} is withdrawn already.")
            return HttpResponseRedirect(page(edition))
        form = act.form(request.POST if request.method == "POST" else None, edition=edition)
        if form.is_valid():
            try:
                row = act.perform(edition, by=request.user, at=timezone.now(), **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self._done(request, edition, act, row)
        return self._act_page(request, edition, act, form)

    def _done(self, request: HttpRequest, edition: Edition, act: Act, row: models.Model) -> HttpResponse:
        messages.success(request, f"{edition} {act.done}")
        if isinstance(row, Draft):
            self.log_change(request, row, f"Brought back edition {edition.number}.")
            if request.user.has_perm("guides.add_edition"):
                return HttpResponseRedirect(f"{page(row, 'publish')}?restores={edition.number}")
            return HttpResponseRedirect(page(row))
        self.log_addition(request, row, f"{act.label}.")
        return HttpResponseRedirect(page(edition))

    def _act_page(self, request: HttpRequest, edition: Edition, act: Act, form: forms.ModelForm) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"{act.label}?",
            "subtitle": str(edition),
            "original": edition,
            "act": act,
            "form": form,
            "live_afterwards": _live_without(edition, timezone.now()),
            "media": self.media + form.media,
        }
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, f"admin/{act.verb}.html", context, status=status)


def _live_without(edition: Edition, at: dt.datetime) -> Edition | None:
    """What would be live if ``edition`` were withdrawn; nothing is where the end of the one before has come."""
    others = Edition.objects.about((edition.kind, edition.key)).exclude(pk=edition.pk)
    before = others.started(at).with_end().newest_first().first()
    return before if before and (before.ends_at is None or before.ends_at > at) else None


@admin.register(Approval)
class ApprovalAdmin(ReadOnlyAdmin):
    list_display = ("key", "kind", "by", "credential", "at", "sha256")
    list_filter = ("kind",)
    list_select_related = ("by",)
    search_fields = ("key", "sha256")
    ordering = ("-at", "-pk")
    fields = ("kind", "key", "sha256", "by", "at", "credential", "scope", "conflict_of_interest")


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = ("edition", "by", "at", "reason")
    list_select_related = ("edition", "by")
    ordering = ("-at", "-pk")
    fields = ("edition", "by", "at", "reason", "advice", "way", "leads_to")


@admin.register(Expiry)
class ExpiryAdmin(ReadOnlyAdmin):
    list_display = ("edition", "ends_at", "by", "at")
    list_select_related = ("edition", "by")
    ordering = ("-at", "-pk")
    fields = ("edition", "ends_at", "by", "at")


@admin.register(Erratum)
class ErratumAdmin(ReadOnlyAdmin):
    list_display = ("edition", "text", "by", "at")
    list_select_related = ("edition", "by")
    ordering = ("-at", "-pk")
    fields = ("edition", "text", "by", "at")
