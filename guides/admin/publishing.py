"""The pages on which an editor publishes a draft and a second person approves it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
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
from guides.models.approval import WHOLE
from guides.publishing import NotApprovable, NotPublishable, approve, publish

type Sections = Callable[[Candidate], list[Section]]


def moment(label: str, help_text: str) -> forms.DateTimeField:
    """A date with a time, as browsers ask for it themselves."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, help_text=help_text, required=False, widget=widget)


class CandidateForm(forms.Form):
    """Carries the hash of what was shown, so that nobody publishes or approves what they have not seen."""

    sha256 = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        initial = {"sha256": candidate.sha256, **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        self.candidate = candidate

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("sha256") != self.candidate.sha256:
            self.data = {**self.data.dict(), "sha256": self.candidate.sha256}
            raise forms.ValidationError("The draft has changed since you opened this page. Look at it again first.")
        return cleaned


class PublishForm(CandidateForm):
    """Asks for what publishing needs: why nobody reviewed it is asked where nobody has approved exactly this."""

    note = forms.CharField(
        label="Change note",
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Told to readers: what changed, and why.",
    )
    unreviewed_because = forms.CharField(
        label="Why it is published before anybody has reviewed it",
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Told to readers with your name, beside “Not yet independently reviewed”.",
    )
    live_from = moment("Live from (UTC)", "Empty: at once.")
    ends_at = moment("Ends at (UTC)", "From then on it is no longer live, and nothing takes its place. Empty: never.")

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        super().__init__(*args, candidate=candidate, **kwargs)
        if candidate.is_approved:
            del self.fields["unreviewed_because"]
        self.whys = {f"why-{number}": what for number, what in enumerate(candidate.softened, start=1)}
        self.fields |= {name: _why(what) for name, what in self.whys.items()}
        self.order_fields(["note", *self.whys])

    def statements(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("sha256", *self.whys)}
        justified = {what: self.cleaned_data[name] for name, what in self.whys.items()}
        return said | {"justified": justified, "seen": self.cleaned_data["sha256"]}


def _why(what: str) -> forms.CharField:
    """Rule 5.5: a softened disposition is justified by name."""
    return forms.CharField(
        label=f"Why it may be milder: {what}",
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Told to readers, as part of the change note.",
    )


class ApprovalForm(CandidateForm):
    credential = forms.CharField(
        label="Your credential",
        max_length=Approval._meta.get_field("credential").max_length,
        widget=AdminTextInputWidget,
        help_text="What makes you fit to judge this. Shown to readers beside your name.",
    )
    scope = forms.CharField(
        label="What you judged",
        required=False,
        initial=WHOLE,
        max_length=Approval._meta.get_field("scope").max_length,
        widget=AdminTextInputWidget,
        help_text=f"Leave “{WHOLE}”, or name the part that you judged, for instance: the physiology section only. "
        "Shown to readers. A part does not count as approval.",
    )
    conflict_of_interest = forms.CharField(
        label="Conflict-of-interest statement",
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="What ties you to any maker or seller named here. “None” is an answer, and must be written too.",
    )

    def clean_scope(self) -> str:
        said = self.cleaned_data["scope"]
        return WHOLE if said.rstrip(".").casefold() in ("", WHOLE) else said

    def statements(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("credential", "scope", "conflict_of_interest")}


@dataclass(frozen=True, slots=True)
class Section:
    """More to be read before publishing or approving, for drafts that have more to say than a difference."""

    template: str
    content: Any


def publish_page(
    model_admin: ModelAdmin, request: HttpRequest, draft: Draft, sections: Sections = lambda candidate: []
) -> HttpResponse:
    """Show what would be published; on POST publish it, or say with 422 why not."""
    if not request.user.has_perm("guides.add_edition"):
        raise PermissionDenied
    if first := second_factor.missing(request):
        return first
    now = timezone.now()
    shown = candidate(draft, at=now, live_from=_live_from(request))
    may_force = request.user.has_perm("guides.force_publish_edition")
    may_publish = may_force or shown.is_approved
    if request.method == "POST" and not may_publish:
        raise PermissionDenied
    form = PublishForm(request.POST or None, candidate=shown, initial=_restoring(request))
    found = shown.problem_list
    if form.is_valid():
        try:
            edition = publish(draft, by=request.user, at=now, may_force=may_force, **form.statements())
        except NotPublishable as refused:
            shown = candidate(draft, at=now, live_from=_live_from(request))
            found = problem_list(draft, refused.problems, shown.assembly)
        else:
            return _published(model_admin, request, edition, draft)
    context = {"form": form, "problem_list": found, "may_publish": may_publish, "sections": sections(shown)}
    return _page(model_admin, request, shown, "publish", context)


def approve_page(
    model_admin: ModelAdmin, request: HttpRequest, draft: Draft, sections: Sections = lambda candidate: []
) -> HttpResponse:
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
    context = {"form": form, "given": given, "problem_list": shown.problem_list, "sections": sections(shown)}
    return _page(model_admin, request, shown, "approve", context)


def _live_from(request: HttpRequest) -> dt.datetime | None:
    """What it is compared with depends on when it is to go live. What is no time is left to the form to refuse."""
    try:
        return PublishForm.base_fields["live_from"].clean(request.POST.get("live_from"))
    except forms.ValidationError:
        return None


def _restoring(request: HttpRequest) -> dict[str, str]:
    """The note of a draft into which an earlier edition was just put back."""
    number = request.GET.get("restores", "")
    return {"note": f"Brings back edition {number}."} if number.isdecimal() else {}


def _published(model_admin: ModelAdmin, request: HttpRequest, edition: Edition, draft: Draft) -> HttpResponse:
    # Logged on the edition: publishing is no contribution to the draft.
    model_admin.log_addition(request, edition, "Published.")
    if edition.live_from > edition.published_at:
        text = f"Edition {edition.number} of “{draft}” goes live on {edition.live_from:%d %B %Y at %H:%M} UTC."
    else:
        see = 'Edition {} of “{}” is published. <a href="{}">See the public page</a>.'
        text = format_html(see, edition.number, draft, model_admin.get_view_on_site_url(draft))
    messages.success(request, text)
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
        "preview": previews.address(shown.draft, at=timezone.now(), digest=shown.sha256),
        "media": model_admin.media + context["form"].media,
    }
    return TemplateResponse(
        request, f"admin/{verb}.html", shared | context, status=422 if request.method == "POST" else 200
    )
