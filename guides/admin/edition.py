"""What was published, approved and withdrawn: to be read, and taken back, never changed."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, URLPattern, path
from django.utils import timezone

from guides import second_factor
from guides.admin.places import page
from guides.admin.record import EditingMedia
from guides.adminsite import Group
from guides.models import Approval, Edition, Withdrawal
from guides.pages.addresses import edition_address
from guides.publishing import withdraw


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


class WithdrawalForm(forms.ModelForm):
    class Meta:
        model = Withdrawal
        fields = ("reason", "advice")
        widgets = {name: admin.widgets.AdminTextareaWidget(attrs={"rows": 4}) for name in fields}
        help_texts = {
            "reason": "Why, told to readers.",
            "advice": "For instance: do not rely on it; read the guide on … instead.",
        }


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    change_form_template = "admin/edition_change_form.html"
    list_display = ("title", "kind", "number", "is_major", "published_by", "live_from", "state")
    list_filter = ("kind", "is_major")
    list_select_related = ("published_by", "withdrawal")
    search_fields = ("title", "key", "sha256")
    ordering = ("-published_at", "-pk")
    fieldsets = [
        (None, {"fields": ("title", "kind", "key", "number", "slug", "state")}),
        ("Publication", {"fields": ("published_by", "published_at", "live_from", "is_major", "note", "sha256")}),
        ("The document as it was frozen", {"fields": ("document",), "classes": ("collapse",)}),
    ]
    readonly_fields = ("state",)

    def get_urls(self) -> list[URLPattern]:
        withdraw_page = self.admin_site.admin_view(self.withdraw_view)
        ours = path("<int:object_id>/withdraw/", withdraw_page, name="guides_edition_withdraw")
        return [ours, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        live = Edition.objects.live(timezone.now()).filter(pk=models.OuterRef("pk"))
        return super().get_queryset(request).annotate(is_live=models.Exists(live))

    @admin.display(description="state")
    def state(self, obj: Edition) -> str:
        if hasattr(obj, "withdrawal"):
            return "withdrawn"
        return "live" if obj.is_live else "earlier, or not yet live"

    def view_on_site(self, obj: Edition) -> str | None:
        try:
            return edition_address(obj.kind, obj.slug, obj.number)
        except NoReverseMatch:  # The questionnaire's editions have no page each: readers meet them as the check.
            return None

    def withdraw_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Ask for reason and advice; on POST take the edition back."""
        if not request.user.has_perm("guides.add_withdrawal"):
            raise PermissionDenied
        if first := second_factor.missing(request):
            return first
        edition = get_object_or_404(Edition, pk=object_id)
        form = WithdrawalForm(request.POST or None)
        if hasattr(edition, "withdrawal"):
            messages.error(request, f"{edition} is withdrawn already.")
            return HttpResponseRedirect(page(edition))
        if form.is_valid():
            taken_back = withdraw(edition, by=request.user, at=timezone.now(), **form.cleaned_data)
            self.log_addition(request, taken_back, "Withdrawn.")
            messages.success(request, f"{edition} is withdrawn.")
            return HttpResponseRedirect(page(edition))
        return self._withdraw_page(request, edition, form)

    def _withdraw_page(self, request: HttpRequest, edition: Edition, form: forms.ModelForm) -> HttpResponse:
        request.current_app = self.admin_site.name
        before = Edition.objects.of(edition.kind).started(timezone.now()).filter(key=edition.key)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Withdraw this edition?",
            "subtitle": str(edition),
            "original": edition,
            "form": form,
            "live_afterwards": before.exclude(pk=edition.pk).newest_first().first(),
            "media": self.media + form.media,
        }
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "admin/withdraw.html", context, status=status)


@admin.register(Approval)
class ApprovalAdmin(ReadOnlyAdmin):
    list_display = ("key", "kind", "by", "credential", "at", "sha256")
    list_filter = ("kind",)
    list_select_related = ("by",)
    search_fields = ("key", "sha256")
    ordering = ("-at", "-pk")
    fields = ("kind", "key", "sha256", "by", "at", "credential", "conflict_of_interest")


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = ("edition", "by", "at", "reason")
    list_select_related = ("edition", "by")
    ordering = ("-at", "-pk")
    fields = ("edition", "by", "at", "reason", "advice")
