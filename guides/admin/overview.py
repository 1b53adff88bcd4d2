"""Drafts ahead of what readers have: looked for apart from the first page, since every draft has to be assembled,
and their problems apart from that, one by one, since a proof takes half a second."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from guides.admin.places import page
from guides.admin.problem_list import problems_of
from guides.documents import assemble_each, sha256
from guides.models import Approval, Draft, Edition, draft_models


@dataclass(frozen=True, slots=True)
class Ahead:
    """A draft that differs from what readers have; ``live`` is None where they have nothing."""

    draft: Draft
    live: Edition | None
    is_approved: bool

    @property
    def address(self) -> str:
        return page(self.draft)


_may_read = permission_required("guides.view_guide", raise_exception=True)


@require_safe
@_may_read
@vary_on_headers("HX-Request")
def drafts_ahead(request: HttpRequest) -> HttpResponse:
    found = ahead(at=timezone.now())
    context = {**admin.site.each_context(request), "title": "Drafts ahead of what readers have", "ahead": found}
    part = "#list" if request.htmx else ""
    return TemplateResponse(request, f"admin/drafts_ahead.html{part}", context)


@require_safe
@_may_read
@vary_on_headers("HX-Request")
def draft_problems(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Count them, for htmx; whoever follows the link is led to where they are listed."""
    if kind not in (models := draft_models()):
        raise Http404
    draft = get_object_or_404(models[kind], key=key)
    if not request.htmx:
        return HttpResponseRedirect(page(draft))
    context = {"problem_list": problems_of(draft, at=timezone.now()), "address": page(draft)}
    return TemplateResponse(request, "admin/drafts_ahead.html#problems", context)


def ahead(*, at: dt.datetime) -> list[Ahead]:
    """Every draft whose document is not the live edition's, by kind and title."""
    live = {(edition.kind, edition.key): edition for edition in Edition.objects.live(at).without_document()}
    drafts = [draft for model in draft_models().values() for draft in model.objects.all()]
    digests = (sha256(assembly.document) for assembly in assemble_each(drafts, at=at))
    hashes = dict(zip(drafts, digests, strict=True))
    approvals = Approval.objects.of_the_whole().for_next_edition().filter(sha256__in=hashes.values())
    approved = set(approvals.values_list("sha256", flat=True))
    return [
        Ahead(draft, edition, digest in approved)
        for draft, digest in hashes.items()
        if not (edition := live.get((draft.kind, draft.key))) or edition.sha256 != digest
    ]
