"""The routine planner: a plan that stands in its own address, as a page and as a calendar file."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.documents.compared import sources_of
from guides.models import Edition
from guides.pages.plan import calendar, picture
from guides.pages.planner import PlannerForm, advice, pattern
from guides.pages.references import References
from guides.pages.timeline import Timeline
from guides.views.public import cacheable

_LISTED_FIRST = 20


@require_safe
@cacheable
def planner(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    devices = _devices(at)
    form = _form(request, devices, at)
    references = References({"source": sources_of(devices)})
    said = advice([edition.document for edition in devices], references)
    context: dict[str, Any] = {
        "form": form,
        "pattern": _pattern(at),
        "advice": said,
        "silent": len(devices) - len(said),
        "references": list(references),
    }
    if form.is_valid():
        shown = form.plan()
        chosen = next((edition for edition in devices if edition.slug == form.cleaned_data["device"]), None)
        context |= {"plan": shown, "picture": picture(shown), "device": chosen, "query": request.GET.urlencode()}
    return TemplateResponse(request, "guides/planner.html", context, status=422 if form.errors else 200)


@require_safe
@cacheable
def plan_calendar(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    """The same plan for a calendar. What is wrong with the address is said on the page that it leads back to."""
    form = _form(request, _devices(at), at)
    if not form.is_valid():
        return redirect(f"{reverse('guides:planner')}?{request.GET.urlencode()}")
    about = request.build_absolute_uri(f"{reverse('guides:planner')}{form.cleaned_data['device']}")
    reminder = render_to_string("guides/plan_reminder.txt", request=request).strip()
    response = HttpResponse(
        calendar(form.plan(), about=about, reminder=reminder, at=at), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="microcurrent.ics"'
    return response


def _pattern(at: dt.datetime) -> Timeline | None:
    """The first timeline in the guides that are listed first."""
    guides: Any = Edition.objects.of("guide").live(at).for_readers().without_document("blocks").by_rank()
    return pattern(edition.blocks for edition in guides[:_LISTED_FIRST])


def _devices(at: dt.datetime) -> list[Edition]:
    """Those that somebody may want to use: not what is kept for comparison only."""
    live = Edition.objects.of("device").live(at).for_readers().by_title()
    return [edition for edition in live if not edition.document["is_reference"]]


def _form(request: HttpRequest, devices: list[Edition], at: dt.datetime) -> PlannerForm:
    """Whoever comes with nothing, or with a device only, is asked; whoever comes with more is answered."""
    choices = [(edition.slug, edition.title) for edition in devices]
    asked = request.GET if request.GET.keys() - {"device"} else None
    initial = {"start": at.date(), "device": request.GET.get("device", "")}
    return PlannerForm(asked, devices=choices, today=at.date(), initial=initial)
