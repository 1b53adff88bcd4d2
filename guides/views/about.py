"""Pages about this site itself."""

import datetime as dt

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.grading import ENOUGH_PEOPLE, METHOD
from guides.pages.grades import grades, verdicts
from guides.pages.staleness import RULE
from guides.views.public import cacheable


@require_safe
@cacheable
def how_we_work(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    methods = {"method": METHOD, "rule": RULE, "enough_people": ENOUGH_PEOPLE}
    context = {**methods, "grades": grades(), "verdicts": verdicts()}
    return TemplateResponse(request, "guides/how_we_work.html", context)


@require_safe
@cacheable
def privacy(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "guides/privacy.html")
