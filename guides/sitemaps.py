"""What search engines are told: live editions only, changed when something that matters to readers changed."""

import datetime as dt
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from guides.models import Edition
from guides.models.edition import EditionQuerySet
from guides.pages.addresses import address
from guides.pages.records import Held, held
from guides.pages.topics import Topic, topics_held


class LiveEditions(Sitemap):
    def __init__(self, kind: str, at: dt.datetime) -> None:
        self.kind = kind
        self.at = at

    def items(self) -> EditionQuerySet:
        live = Edition.objects.of(self.kind).live(self.at).for_readers()
        return live.with_last_major(self.at).without_document().by_title()

    def location(self, item: Edition) -> str:
        return address(item.kind, item.slug)

    def lastmod(self, item: Any) -> dt.datetime:
        return item.last_major_at


class LiveClaims(Sitemap):
    """Claims have a page of their own as long as a live guide states them."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def items(self) -> list[Held]:
        guides = Edition.objects.of("guide").live(self.at).for_readers().with_references()
        return list(held(guides, "claim").values())

    def location(self, item: Held) -> str:
        return reverse("guides:claim", args=[item.key])

    def lastmod(self, item: Held) -> dt.datetime:
        return item.live_from


class LiveTopics(Sitemap):
    """Topics have a page as long as a live guide holds them."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def items(self) -> list[Topic]:
        guides = Edition.objects.of("guide").live(self.at).for_readers()
        return topics_held(guides.without_document().with_topics())

    def location(self, item: Topic) -> str:
        return item.address


class FixedPages(Sitemap):
    def items(self) -> list[str]:
        return [
            "home",
            "guide_list",
            "device_list",
            "evidence",
            "claim_list",
            "contraindications",
            "planner",
            "corrections",
            "how_we_work",
            "privacy",
        ]

    def location(self, item: str) -> str:
        return reverse(f"guides:{item}")


def sitemaps(at: dt.datetime) -> dict[str, type[Sitemap] | Sitemap]:
    return {
        "pages": FixedPages(),
        "guides": LiveEditions("guide", at),
        "devices": LiveEditions("device", at),
        "claims": LiveClaims(at),
        "topics": LiveTopics(at),
    }
