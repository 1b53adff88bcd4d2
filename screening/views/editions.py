"""Every edition of the questionnaire: the list, one of them, its bytes, and a feed. Public, and the same for all."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.documents import canonical
from guides.models import Edition
from guides.views.public import cacheable
from screening.pages.edition_feed import edition_feed
from screening.pages.edition_history import CheckEdition, edition_history


@require_safe
@cacheable
def edition_list(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    return TemplateResponse(request, "screening/edition_list.html", {"editions": _history(at)})


@require_safe
@cacheable
def edition(request: HttpRequest, *, number: int, at: dt.datetime) -> HttpResponse:
    found = next((each for each in _history(at) if each.number == number), None)
    if found is None:
        raise Http404
    return TemplateResponse(request, "screening/edition.html", {"edition": found})


@require_safe
@cacheable
def edition_json(request: HttpRequest, *, number: int, at: dt.datetime) -> HttpResponse:
    """The document in its canonical form: the bytes of which the sha256 was taken, which is the ETag too.

    Of a withdrawn edition as well: whoever was judged by it can see how.
    """
    found = Edition.objects.of("questionnaire").public(at).numbered(number)
    if found is None:
        raise Http404
    headers = {"ETag": f'"{found.sha256}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(canonical(found.document), content_type="application/json", headers=headers)


@require_safe
@cacheable
def feed(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    written = edition_feed(_history(at), root=request.build_absolute_uri("/").rstrip("/"))
    return HttpResponse(written, content_type="application/atom+xml; charset=utf-8")


def _history(at: dt.datetime) -> tuple[CheckEdition, ...]:
    public = Edition.objects.of("questionnaire").public(at)
    editions = public.for_readers().naming_withdrawers().newest_first()
    live = Edition.objects.of("questionnaire").live(at).first()
    return edition_history(editions, public.approvals().of_the_whole(), live=live.number if live else None, at=at)
