"""Feeds of editions: all of them, those of one kind, and those that change who should not use a device."""

import datetime as dt
from dataclasses import dataclass
from itertools import islice

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.models.edition import EditionQuerySet
from guides.pages.feeds import FeedEntry, edition_entries, safety_entries
from guides.views.atom import Atom
from guides.views.public import cacheable

_IN_THE_FEED = 50
_SAFETY_CHANGES = 20
_LOOKED_THROUGH = 100
"""So many major changes, the newest ones, are searched for changes of safety: a feed has to cost the same for ever."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a feed is about; ``page`` is the name of the page it belongs to."""

    title: str
    subtitle: str
    page: str


_ABOUT = {
    "edition": _About("Celliara: everything", "Every edition of every guide and device.", "home"),
    "guide": _About("Celliara: guides", "Every edition of every guide.", "guide_list"),
    "device": _About("Celliara: devices", "Every edition of every device.", "device_list"),
    "safety": _About(
        "Celliara: safety changes",
        "Changes of who should not use a device: of conditions, of rules, and of what labels say.",
        "contraindications",
    ),
}


@require_safe
@cacheable
def editions_feed(request: HttpRequest, name: str, *, at: dt.datetime) -> HttpResponse:
    read = Edition.objects.public(at).started(at)
    editions = read.with_pages() if name == "edition" else read.of(name)
    return _Entries(name, edition_entries(_newest(editions, _IN_THE_FEED)))(request)


@require_safe
@cacheable
def safety_feed(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    """The questionnaire's too: its rules say who is stopped."""
    changed = _newest(Edition.objects.public(at).started(at).corrections(at).with_warnings(at), _LOOKED_THROUGH)
    return _Entries("safety", list(islice(safety_entries(changed), _SAFETY_CHANGES)))(request)


def _newest(editions: EditionQuerySet, most: int) -> EditionQuerySet:
    return editions.for_readers().without_document().latest_first()[:most]


class _Entries(Feed):
    feed_type = Atom
    author_name = "Celliara"
    language = "en-GB"

    def __init__(self, name: str, entries: list[FeedEntry]) -> None:
        self.name = name
        self.title = _ABOUT[name].title
        self.subtitle = _ABOUT[name].subtitle
        self.entries = entries

    def link(self) -> str:
        return reverse(f"guides:{_ABOUT[self.name].page}")

    def feed_url(self) -> str:
        return reverse(f"guides:{self.name}_feed")

    def items(self) -> list[FeedEntry]:
        return self.entries

    def item_title(self, item: FeedEntry) -> str:
        return item.title

    def item_description(self, item: FeedEntry) -> str:
        return item.text

    def item_link(self, item: FeedEntry) -> str:
        return item.address or self.link()

    def item_guid(self, item: FeedEntry) -> str:
        return item.uid

    def item_pubdate(self, item: FeedEntry) -> dt.datetime:
        return item.at

    item_updateddate = item_pubdate
