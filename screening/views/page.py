"""How a page of the check is answered: whole, or to htmx its main part alone."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from guides.models import Edition
from screening.checklist import Checklist


class CheckRequest(HttpRequest):
    htmx: HtmxDetails


class SeeOther(HttpResponseRedirect):
    """To be followed with GET, whatever was asked before."""

    status_code = 303


def page(
    request: CheckRequest,
    name: str,
    checklist: Checklist,
    context: dict[str, Any],
    *,
    at: dt.datetime,
    status: int = 200,
) -> TemplateResponse:
    """The template ``screening/<name>.html``, with what every page of the check says of its rules."""
    edition = checklist.edition
    approvals = Edition.objects.about((edition.kind, edition.key)).live(at).approvals()
    return bare_page(request, name, {"edition": edition, "approvals": approvals, **context}, status=status)


def bare_page(request: CheckRequest, name: str, context: dict[str, Any], *, status: int) -> TemplateResponse:
    is_part = bool(request.htmx) and not request.htmx.history_restore_request
    template = f"screening/{name}.html#main" if is_part else f"screening/{name}.html"
    response = TemplateResponse(request, template, {"is_part": is_part, **context}, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return push_url(response, False) if status == 422 else response
