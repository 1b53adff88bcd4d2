"""The routine planner: a plan that stands in its own address, as a page and as a calendar file."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
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
from guides.views.devices import renamed
from guides.views.public import cacheable

_LISTED_FIRST = 20


@require_safe
@cacheable
def planner(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    devices = _devices(at)
    asked = _asked(request, devices, at)
    form, chosen = _form(asked, devices, at), _chosen(asked, devices)
    others = [edition for edition in devices if edition is not chosen]
    references = References({"source": sources_of(devices)})
    published = advice([chosen.document], references) if chosen else []
    said = advice([edition.document for edition in others], references)
    context: dict[str, Any] = {
        "form": form,
        "device": chosen,
        "published": published,
        "pattern": _pattern(at),
        "advice": said,
        "silent": len(others) - len(said),
        "references": list(references),
    }
    if form.is_valid():
        shown = form.plan()
        context |= {"plan": shown, "picture": picture(shown), "query": asked.urlencode()}
    return TemplateResponse(request, "guides/planner.html", context, status=422 if form.errors else 200)


@require_safe
@cacheable
def plan_calendar(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    """The same plan for a calendar. What is wrong with the address is said on the page that it leads back to."""
    devices = _devices(at)
    asked = _asked(request, devices, at)
    form, chosen = _form(asked, devices, at), _chosen(asked, devices)
    if not form.is_valid():
        return redirect(f"{reverse('guides:planner')}?{request.GET.urlencode()}")
    file = calendar(
        form.plan(),
        about=f"urn:celliara:plan:{chosen.key if chosen else ''}",
        summary=f"Microcurrent: {chosen.title}" if chosen else "Microcurrent",
        reminder=render_to_string("guides/plan_reminder.txt", request=request).strip(),
        at=at,
    )
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
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


def _asked(request: HttpRequest, devices: list[Edition], at: dt.datetime) -> QueryDict:
    """What the address asks for; a device under a past slug is asked for under its present one."""
    asked = request.GET.copy()
    slug = asked.get("device", "")
    if slug and _chosen(asked, devices) is None and (present := renamed(slug, at)):
        asked["device"] = present.slug
    return asked


def _chosen(asked: QueryDict, devices: list[Edition]) -> Edition | None:
    return next((edition for edition in devices if edition.slug == asked.get("device")), None)


def _form(asked: QueryDict, devices: list[Edition], at: dt.datetime) -> PlannerForm:
    """Whoever comes with nothing, or with a device only, is asked; whoever comes with more is answered."""
    choices = [(edition.slug, edition.title) for edition in devices]
    initial = {"start": at.date(), "device": asked.get("device", "")}
    answered = asked if asked.keys() - {"device"} else None
    return PlannerForm(answered, devices=choices, today=at.date(), initial=initial)
