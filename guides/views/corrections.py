"""What was put right, as a page and as a feed."""

import datetime as dt

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.models import Edition, Erratum, Withdrawal
from guides.pages.corrections import Entry, entries
from guides.views.atom import Atom
from guides.views.public import cacheable

_IN_THE_FEED = 50


@require_safe
@cacheable
def corrections(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "guides/corrections.html", {"entries": _entries(at)})


@require_safe
@cacheable
def corrections_feed(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    return _Corrections(at)(request)


class _Corrections(Feed):
    feed_type = Atom
    author_name = "Celliara"
    title = "Celliara: corrections"
    subtitle = "Every major change of a guide, a device or the check, every erratum and every withdrawal."

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def link(self) -> str:
        return reverse("guides:corrections")

    def feed_url(self) -> str:
        return reverse("guides:corrections_feed")

    def items(self) -> list[Entry]:
        return _entries(self.at)[:_IN_THE_FEED]

    def item_title(self, item: Entry) -> str:
        return f"{item.sort}: {item.heading}"

    def item_description(self, item: Entry) -> str:
        return item.text

    def item_link(self, item: Entry) -> str:
        return item.address or self.link()

    def item_guid(self, item: Entry) -> str:
        return f"urn:celliara:{item.sort.lower()}:{item.at.isoformat()}:{item.address or item.heading}"

    def item_pubdate(self, item: Entry) -> dt.datetime:
        return item.at

    item_updateddate = item_pubdate


def _entries(at: dt.datetime) -> list[Entry]:
    public = Edition.objects.public(at)
    return entries(
        public.corrections(at).for_readers().without_document(),
        Erratum.objects.about(public).newest_first().naming_editions(),
        Withdrawal.objects.of(public, at).naming_editions(),
    )
