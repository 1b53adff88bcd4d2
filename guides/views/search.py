"""The search page: the whole of it, or to htmx what was found alone. What was typed is in no log and no table."""

import datetime as dt

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from guides.search.find import find
from guides.search.query import LONGEST
from guides.views.public import cacheable


@require_safe
@vary_on_headers("HX-Request")
@cacheable
def search(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    typed = request.GET.get("q", "").strip()[:LONGEST]
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    is_part = bool(htmx) and not htmx.history_restore_request
    context = {"typed": typed, "found": find(typed, at=at) if typed else None, "is_part": is_part}
    return TemplateResponse(request, f"guides/search.html{'#found' if is_part else ''}", context)
