"""The search page: the whole of it, or to htmx what was found alone. What was typed is in no log and no table."""

import datetime as dt

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.search.find import find
from guides.search.query import LONGEST
from guides.search.site import page_called
from guides.views.public import cacheable, part


@require_safe
@cacheable
def search(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    typed = request.GET.get("q", "").strip()[:LONGEST]
    found = find(typed, at=at) if typed else None
    context = {"typed": typed, "found": found, "site_page": page_called(typed)}
    response = part(request, "guides/search.html", "found", context)
    # The question stands in the address: no request that follows from the page may carry it, into nobody's log.
    response["Referrer-Policy"] = "no-referrer"
    return response
