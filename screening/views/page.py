"""How a page of the check is answered: whole, or to htmx its main part alone."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from guides.models import Edition
from screening.answers import keep
from screening.checklist import Checklist
from screening.recall import recall
from screening.visit import Visit


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
    return bare_page(request, name, {**about_rules(checklist, at), **context}, at=at, status=status)


def about_rules(checklist: Checklist, at: dt.datetime) -> dict[str, Any]:
    """Who stands behind the rules, and until when they count."""
    edition = checklist.edition
    return {
        "edition": edition,
        "approvals": Edition.objects.about((edition.kind, edition.key)).live(at).approvals().of_the_whole(),
        "review": checklist.review,
        "is_past_review": checklist.review.is_past(at.date()),
    }


def bare_page(
    request: CheckRequest, name: str, context: dict[str, Any], *, at: dt.datetime, status: int
) -> TemplateResponse:
    """Public pages learn of a recall from script; those of the check say it themselves."""
    is_part = bool(request.htmx) and not request.htmx.history_restore_request
    template = f"screening/{name}.html#main" if is_part else f"screening/{name}.html"
    context = {"is_part": is_part, "recall": recall(request.COOKIES, at=at), **context}
    response = TemplateResponse(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return push_url(response, False) if status == 422 else response


def keeping(visit: Visit, response: HttpResponse) -> HttpResponse:
    """``response``, with what the browser has to keep of ``visit``."""
    keep(
        response,
        visit.answers,
        edition=visit.checklist.edition.number,
        at=visit.at,
        after_stop=visit.after_stop,
        updated=visit.updated,
        preferences=visit.preferences,
    )
    return response
