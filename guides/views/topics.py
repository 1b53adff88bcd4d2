"""Guides by topic: a page for each topic that a live guide holds, and its feed."""

import datetime as dt
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.models.edition import EditionQuerySet
from guides.pages.cards import guide_cards
from guides.pages.topics import Topic, topics_held
from guides.structured import topic_data
from guides.views.feeds import About, feed_of
from guides.views.public import cacheable, site


@require_safe
@cacheable
def topic(request: HttpRequest, key: str, *, at: dt.datetime) -> TemplateResponse:
    guides = list(_live_guides(key, at).without_document("standfirst").with_topics().by_rank())
    shown = _found(key, guides)
    context = {"topic": shown, "guides": guide_cards(guides), "structured": topic_data(shown, site(request))}
    return TemplateResponse(request, "guides/topic.html", context)


@require_safe
@cacheable
def topic_feed(request: HttpRequest, key: str, *, at: dt.datetime) -> HttpResponse:
    """Every edition that held it, as long as a live guide does."""
    newest = _live_guides(key, at).without_document().with_topics().order_by("-live_from", "-key")[:1]
    shown = _found(key, newest)
    about = About(
        title=f"Celliara: {shown.name}",
        subtitle=f"Every edition of every guide on this topic. {shown.description}",
        page=shown.address,
        feed=shown.feed_address,
    )
    return feed_of(request, about, Edition.objects.on_topic(key), at)


def _live_guides(key: str, at: dt.datetime) -> EditionQuerySet:
    """None but guides hold topics: asked for their kind too, SQLite would look through all of them."""
    return Edition.objects.live(at).on_topic(key).for_readers()


def _found(key: str, guides: Iterable[Edition]) -> Topic:
    """As the guide that went live last calls it. Raises Http404 where no live guide holds it."""
    held = {topic.key: topic for topic in topics_held(guides)}
    if key not in held:
        raise Http404
    return held[key]
