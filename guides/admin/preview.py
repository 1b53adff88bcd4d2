"""The page behind a signed address: a draft as readers would see it, and the place where a second person approves it.

Not a public page: nothing of it is kept, and who is signed in and may approve finds the form for it there.
"""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides import previews
from guides.admin.candidate import candidate
from guides.admin.places import page
from guides.admin.publishing import ApprovalForm
from guides.models import Device, Edition, Guide
from guides.pages.addresses import address, addresses, subjects_linked
from guides.pages.device import device_page
from guides.pages.guide import guide_page
from guides.previews import BadPreview, Preview


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    at = timezone.now()
    try:
        shown = previews.read(token, at=at)
    except BadPreview as error:
        return TemplateResponse(request, "admin/preview/gone.html", {"why": str(error)}, status=404)
    if request.user.is_staff and request.user.has_perm("guides.add_approval"):
        shown = _with_form(request, shown)
    return previews.render(request, shown)


@previews.shows(Guide)
def preview_guide(request: HttpRequest, shown: Preview) -> HttpResponse:
    live = Edition.objects.about(*subjects_linked(shown.document)).live(shown.at).for_readers().without_document()
    context = _context(shown) | {"page": guide_page(shown.document, addresses(live))}
    return TemplateResponse(request, "admin/preview/guide.html", context)


@previews.shows(Device)
def preview_device(request: HttpRequest, shown: Preview) -> HttpResponse:
    context = _context(shown) | {"page": device_page(shown.document)}
    return TemplateResponse(request, "admin/preview/device.html", context)


def _context(shown: Preview) -> dict[str, Any]:
    document = shown.document
    return {"address": address(document["kind"], document["slug"]), "preview": shown}


def _with_form(request: HttpRequest, shown: Preview) -> Preview:
    read = candidate(shown.draft, at=shown.at)
    if read.approval_by(request.user):
        return shown
    return replace(shown, approval_form=ApprovalForm(candidate=read), approve_address=page(shown.draft, "approve"))
