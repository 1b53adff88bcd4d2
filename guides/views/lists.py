"""The front page, and the list of guides."""

import datetime as dt

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.pages.cards import guide_cards
from guides.pages.grades import grades
from guides.pages.topics import topics_held
from guides.views.public import cacheable


@require_safe
@cacheable
def home(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    guides = guide_cards(_guides(at))
    context = {"lead": next(iter(guides), None), "others": guides[1:], "grades": grades()}
    return TemplateResponse(request, "guides/home.html", context)


@require_safe
@cacheable
def guide_list(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    guides = _guides(at)
    context = {"guides": guide_cards(guides), "topics": topics_held(guides)}
    return TemplateResponse(request, "guides/guide_list.html", context)


def _guides(at: dt.datetime) -> list[Edition]:
    guides = Edition.objects.of("guide").live(at).for_readers()
    return list(guides.without_document("standfirst").with_topics().by_rank())
