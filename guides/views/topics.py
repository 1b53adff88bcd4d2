"""Guides by topic: a page for each topic that a live guide holds, and its feed."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.pages.cards import guide_cards
from guides.pages.topics import Topic, topics_held
from guides.structured import topic_data
from guides.views.feeds import About, feed_of
from guides.views.public import cacheable, site


@require_safe
@cacheable
def topic(request: HttpRequest, key: str, *, at: dt.datetime) -> TemplateResponse:
    guides = _live_guides(key, at)
    shown = _found(key, guides)
    context = {"topic": shown, "guides": guide_cards(guides), "structured": topic_data(shown, site(request))}
    return TemplateResponse(request, "guides/topic.html", context)


@require_safe
@cacheable
def topic_feed(request: HttpRequest, key: str, *, at: dt.datetime) -> HttpResponse:
    """Every edition that held it, as long as a live guide does."""
    shown = _found(key, _live_guides(key, at))
    about = About(
        title=f"Celliara: {shown.name}",
        subtitle=f"Every edition of every guide on this topic. {shown.description}",
        page=shown.address,
        feed=shown.feed_address,
    )
    return feed_of(request, about, Edition.objects.of("guide").on_topic(key), at)


def _live_guides(key: str, at: dt.datetime) -> list[Edition]:
    guides = Edition.objects.of("guide").live(at).on_topic(key).for_readers()
    return list(guides.without_document("standfirst").with_topics().by_rank())


def _found(key: str, guides: list[Edition]) -> Topic:
    """As the guide that went live last calls it. Raises Http404 where no live guide holds it."""
    held = {topic.key: topic for topic in topics_held(guides)}
    if key not in held:
        raise Http404
    return held[key]
