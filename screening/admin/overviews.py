"""The questionnaire seen as a whole, on pages of their own: the way through it, its matrix, and what it changes."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from guides.admin.places import page
from screening.admin.comparing import changes_for, compared
from screening.admin.drafted import drafted
from screening.admin.flow import flow
from screening.admin.matrix import matrix
from screening.checklist import live_checklist
from screening.engine import Undecodable
from screening.models import Questionnaire


def flow_page(model_admin: ModelAdmin, request: HttpRequest, draft: Questionnaire) -> HttpResponse:
    addresses = {row.key: page(row) for row in draft.questions.all()}
    try:
        context: dict[str, Any] = {"questions": flow(drafted(draft, at=timezone.now()).check, addresses)}
    except Undecodable as error:
        context = {"undecodable": str(error)}
    return _page(model_admin, request, draft, "flow", "The way through the questions", context)


def matrix_page(model_admin: ModelAdmin, request: HttpRequest, draft: Questionnaire, of: str) -> HttpResponse:
    """Of the draft, or of the edition that is live."""
    at = timezone.now()
    context: dict[str, Any] = {"of": of}
    try:
        shown = live_checklist(at) if of == "live" else drafted(draft, at=at)
    except Undecodable as error:
        return _page(model_admin, request, draft, "matrix", _MATRIX, context | {"undecodable": str(error)})
    if shown is None:
        raise Http404("Nothing is live.")
    return _page(model_admin, request, draft, "matrix", _MATRIX, context | {"matrix": matrix(shown), "shown": shown})


def comparison_page(model_admin: ModelAdmin, request: HttpRequest, draft: Questionnaire, device: str) -> HttpResponse:
    """What changes for whom with one device; to htmx only that."""
    at = timezone.now()
    live = live_checklist(at)
    try:
        both = compared(live, drafted(draft, at=at)) if live else None
    except Undecodable as error:
        raise Http404 from error
    title = next((each.title for each in both.draft.devices if each.key == device), "") if both else ""
    if not (both and title):
        raise Http404
    context = {"changes": changes_for(both, device), "counted": both.counted, "device": title}
    if request.headers.get("HX-Request"):
        response: HttpResponse = TemplateResponse(request, "admin/comparison.html#changes", context)
    else:
        response = _page(model_admin, request, draft, "comparison", f"What changes with {title}", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


_MATRIX = "Conditions against devices"


def _page(
    model_admin: ModelAdmin,
    request: HttpRequest,
    draft: Questionnaire,
    name: str,
    title: str,
    context: dict[str, Any],
) -> HttpResponse:
    request.current_app = model_admin.admin_site.name
    about = {"opts": model_admin.opts, "title": title, "subtitle": str(draft), "original": draft}
    # All of the window is for what is to be seen as a whole.
    shared = {**model_admin.admin_site.each_context(request), "is_nav_sidebar_enabled": False, **about}
    return TemplateResponse(request, f"admin/{name}.html", {**shared, **context})
