"""Feeds of editions: all of them, those of one kind or topic, and those that change who should not use a device."""

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
class About:
    """What a feed is about; ``page`` is the address of the page it belongs to, ``feed`` its own."""

    title: str
    subtitle: str
    page: str
    feed: str


_ABOUT = {
    "edition": ("Celliara: everything", "Every edition of every guide and device.", "home"),
    "guide": ("Celliara: guides", "Every edition of every guide.", "guide_list"),
    "device": ("Celliara: devices", "Every edition of every device.", "device_list"),
    "safety": (
        "Celliara: safety changes",
        "Changes of who should not use a device: of conditions, of rules, and of what labels say.",
        "contraindications",
    ),
}
"""Title, subtitle, and the name of the page."""


@require_safe
@cacheable
def editions_feed(request: HttpRequest, name: str, *, at: dt.datetime) -> HttpResponse:
    every = Edition.objects.all()
    return feed_of(request, _about(name), every.with_pages() if name == "edition" else every.of(name), at)


def feed_of(request: HttpRequest, about: About, editions: EditionQuerySet, at: dt.datetime) -> HttpResponse:
    """The newest of these editions that readers could read and that nobody has withdrawn."""
    read = _newest(editions.public(at).started(at), _IN_THE_FEED)
    return _Entries(about, edition_entries(read))(request)


@require_safe
@cacheable
def safety_feed(request: HttpRequest, *, at: dt.datetime) -> HttpResponse:
    """The questionnaire's too: its rules say who is stopped."""
    changed = _newest(Edition.objects.public(at).started(at).corrections(at).with_warnings(at), _LOOKED_THROUGH)
    return _Entries(_about("safety"), list(islice(safety_entries(changed), _SAFETY_CHANGES)))(request)


def _about(name: str) -> About:
    title, subtitle, page = _ABOUT[name]
    return About(title, subtitle, reverse(f"guides:{page}"), reverse(f"guides:{name}_feed"))


def _newest(editions: EditionQuerySet, most: int) -> EditionQuerySet:
    return editions.for_readers().without_document().latest_first()[:most]


class _Entries(Feed):
    feed_type = Atom
    author_name = "Celliara"
    language = "en-GB"

    def __init__(self, about: About, entries: list[FeedEntry]) -> None:
        self.title = about.title
        self.subtitle = about.subtitle
        self.link = about.page
        self.feed_url = about.feed
        self.entries = entries

    def items(self) -> list[FeedEntry]:
        return self.entries

    def item_title(self, item: FeedEntry) -> str:
        return item.title

    def item_description(self, item: FeedEntry) -> str:
        return item.text

    def item_link(self, item: FeedEntry) -> str:
        return item.address or self.link

    def item_guid(self, item: FeedEntry) -> str:
        return item.uid

    def item_pubdate(self, item: FeedEntry) -> dt.datetime:
        return item.at

    item_updateddate = item_pubdate
