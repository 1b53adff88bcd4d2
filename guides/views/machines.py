"""Answers for machines: is it alive, is it ready, what may be crawled, what is there."""

import datetime as dt

from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.sitemaps import sitemaps
from guides.views.public import cacheable


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers."""
    return _sentence("Alive.")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 where visitors can be served; otherwise 503 with one sentence that says what is missing."""
    try:
        can_check = Edition.objects.of("questionnaire").live(timezone.now()).exists()
    except DatabaseError:
        return _sentence("The database does not answer.", status=503)
    return _sentence("Ready.") if can_check else _sentence("No questionnaire is live.", status=503)


@require_safe
@cacheable
def robots(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
@cacheable
def sitemap(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    return sitemap_of(request, sitemaps(at))


def _sentence(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)
