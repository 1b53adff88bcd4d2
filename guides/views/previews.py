"""Drafts as their pages would be, for anybody who has a signed address. Not a public page: nothing of it is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides import previews
from guides.models import Device, Edition, Guide
from guides.pages.addresses import address, addresses, subjects_linked
from guides.pages.device import device_page
from guides.pages.guide import guide_page
from guides.previews import BadPreview, Preview


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    at = timezone.now()
    try:
        draft = previews.read(token, at=at)
    except BadPreview as error:
        return TemplateResponse(request, "admin/preview/gone.html", {"why": str(error)}, status=404)
    return previews.render(request, draft, at=at)


@previews.shows(Guide)
def preview_guide(request: HttpRequest, shown: Preview) -> HttpResponse:
    live = Edition.objects.about(*subjects_linked(shown.document)).live(shown.at).for_readers().without_document()
    page = guide_page(shown.document, addresses(live))
    return TemplateResponse(request, "admin/preview/guide.html", _context(shown) | {"page": page})


@previews.shows(Device)
def preview_device(request: HttpRequest, shown: Preview) -> HttpResponse:
    page = device_page(shown.document)
    return TemplateResponse(request, "admin/preview/device.html", _context(shown) | {"page": page})


def _context(shown: Preview) -> dict[str, Any]:
    document = shown.document
    return {"address": address(document["kind"], document["slug"]), "problems": shown.problems}
