"""When reviews are due, as a calendar that other programs fetch. Not a public page: its address is signed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from guides import review_calendar as calendars
from guides.models import Edition


@require_safe
@cache_control(private=True, max_age=3600)
def review_calendar(request: HttpRequest, token: str) -> HttpResponse:
    if not calendars.may_read(token):
        raise Http404
    live = Edition.objects.live(timezone.now()).without_document("review_by").order_by("kind", "key")
    calendar = calendars.review_calendar(live, lambda edition: request.build_absolute_uri(_page(edition)))
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def _page(edition: Edition) -> str:
    return reverse("admin:guides_edition_change", args=[edition.pk])
