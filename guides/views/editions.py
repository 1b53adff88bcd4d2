"""Pages of one guide or device: its live edition, one numbered edition, and the list of all."""

import datetime as dt

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.pages.editions import withdrawn
from guides.views.context import edition_context, history_context
from guides.views.public import cacheable, subject


@require_safe
@cacheable
@subject
def live_edition(request: HttpRequest, present: Edition, *, at: dt.datetime) -> TemplateResponse:
    if withdrawn(present, at):
        return TemplateResponse(request, "guides/withdrawn.html", history_context(present, at), status=410)
    return TemplateResponse(request, f"guides/{present.kind}.html", edition_context(present, present, at))


@require_safe
@cacheable
@subject
def edition_list(request: HttpRequest, present: Edition, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "guides/edition_list.html", history_context(present, at))


@require_safe
@cacheable
@subject
def numbered_edition(request: HttpRequest, present: Edition, *, number: int, at: dt.datetime) -> TemplateResponse:
    shown = Edition.objects.about((present.kind, present.key)).public(at).for_readers().numbered(number)
    if shown is None:
        raise Http404
    return TemplateResponse(request, f"guides/{present.kind}.html", edition_context(present, shown, at))
