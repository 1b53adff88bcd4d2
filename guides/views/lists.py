"""The front page, and the list of guides."""

import datetime as dt

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.pages.grades import grades
from guides.views.public import cacheable


@require_safe
@cacheable
def home(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    guides = _guides(at)
    context = {"lead": next(iter(guides), None), "others": guides[1:], "grades": grades()}
    return TemplateResponse(request, "guides/home.html", context)


@require_safe
@cacheable
def guide_list(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "guides/guide_list.html", {"guides": _guides(at)})


def _guides(at: dt.datetime) -> list[Edition]:
    return list(Edition.objects.of("guide").live(at).for_readers().without_document("standfirst").by_rank())
