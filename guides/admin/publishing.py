"""The pages on which an editor publishes a draft and a second person approves it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html

from guides import previews, second_factor
from guides.admin.candidate import Candidate, candidate
from guides.admin.places import page
from guides.admin.problem_list import problem_list
from guides.models import Approval, Draft, Edition
from guides.publishing import NotApprovable, NotPublishable, approve, publish


class CandidateForm(forms.Form):
    """Carries the hash of what was shown, so that nobody publishes or approves what they have not seen."""

    sha256 = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        super().__init__(*args, initial={"sha256": candidate.sha256}, **kwargs)
        self.candidate = candidate

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("sha256") != self.candidate.sha256:
            self.data = {**self.data.dict(), "sha256": self.candidate.sha256}
            raise forms.ValidationError("The draft has changed since you opened this page. Look at it again first.")
        return cleaned


class PublishForm(CandidateForm):
    note = forms.CharField(
        label="Change note",
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Told to readers: what changed, and why.",
    )


class ApprovalForm(CandidateForm):
    credential = forms.CharField(
        label="Your credential",
        max_length=Approval._meta.get_field("credential").max_length,
        widget=AdminTextInputWidget,
        help_text="What makes you fit to judge this. Shown to readers beside your name.",
    )
    conflict_of_interest = forms.CharField(
        label="Conflict-of-interest statement",
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="What ties you to any maker or seller named here. “None” is an answer, and must be written too.",
    )

    def statements(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("credential", "conflict_of_interest")}


def publish_page(model_admin: ModelAdmin, request: HttpRequest, draft: Draft) -> HttpResponse:
    """Show what would be published; on POST publish it, or say with 422 why not."""
    if not request.user.has_perm("guides.add_edition"):
        raise PermissionDenied
    if first := second_factor.missing(request):
        return first
    now = timezone.now()
    shown = candidate(draft, at=now)
    form = PublishForm(request.POST or None, candidate=shown)
    found = shown.problem_list
    if form.is_valid():
        try:
            edition = publish(draft, by=request.user, at=now, note=form.cleaned_data["note"])
        except NotPublishable as refused:
            found = problem_list(draft, refused.problems, shown.assembly)
        else:
            return _published(model_admin, request, edition, draft)
    context = {"form": form, "problem_list": found}
    return _page(model_admin, request, shown, "publish", context)


def approve_page(model_admin: ModelAdmin, request: HttpRequest, draft: Draft) -> HttpResponse:
    """Show what would be approved; on POST record the approval, or say with 422 why not."""
    if not request.user.has_perm("guides.add_approval"):
        raise PermissionDenied
    if first := second_factor.missing(request):
        return first
    now = timezone.now()
    shown = candidate(draft, at=now)
    given = shown.approval_by(request.user)
    form = ApprovalForm(request.POST or None, candidate=shown)
    if given is None and form.is_valid():
        try:
            approval = approve(shown.assembly, by=request.user, at=now, **form.statements())
        except NotApprovable as refused:
            form.add_error(None, str(refused))
        else:
            return _approved(model_admin, request, approval, draft)
    context = {"form": form, "given": given, "problem_list": shown.problem_list}
    return _page(model_admin, request, shown, "approve", context)


def _published(model_admin: ModelAdmin, request: HttpRequest, edition: Edition, draft: Draft) -> HttpResponse:
    # Logged on the edition: publishing is no contribution to the draft.
    model_admin.log_addition(request, edition, "Published.")
    text = 'Edition {} of “{}” is published. <a href="{}">See the public page</a>.'
    messages.success(request, format_html(text, edition.number, draft, model_admin.get_view_on_site_url(draft)))
    return HttpResponseRedirect(page(draft))


def _approved(model_admin: ModelAdmin, request: HttpRequest, given: Approval, draft: Draft) -> HttpResponse:
    model_admin.log_addition(request, given, "Approved.")
    messages.success(request, f"You have approved “{draft}”, exactly as it is now. A publisher can publish it.")
    return HttpResponseRedirect(page(draft))


def _page(
    model_admin: ModelAdmin,
    request: HttpRequest,
    shown: Candidate,
    verb: str,
    context: dict[str, Any],
) -> HttpResponse:
    request.current_app = model_admin.admin_site.name
    shared = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"{verb.capitalize()} this {model_admin.opts.verbose_name}?",
        "subtitle": str(shown.draft),
        "original": shown.draft,
        "candidate": shown,
        "preview": previews.address(shown.draft, at=timezone.now()),
        "media": model_admin.media + context["form"].media,
    }
    return TemplateResponse(
        request, f"admin/{verb}.html", shared | context, status=422 if request.method == "POST" else 200
    )
