"""Topics as readers see them: the copies that editions hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Topic:
    key: str
    name: str
    description: str

    @property
    def address(self) -> str:
        return reverse("guides:topic", args=[self.key])

    @property
    def feed_address(self) -> str:
        return reverse("guides:topic_feed", args=[self.key])


def topics(records: dict[str, dict[str, Any]]) -> list[Topic]:
    """By name, whatever a database thinks of the order."""
    found = [Topic(key, record["name"], record["description"]) for key, record in records.items()]
    return sorted(found, key=lambda topic: (topic.name.casefold(), topic.key))


def topics_held(editions: Iterable[Any]) -> list[Topic]:
    """Every topic of these live editions, which were asked for ``with_topics()``.

    Where they hold different copies of one, that of the edition that went live last counts.
    """
    newest_last = sorted(editions, key=lambda edition: (edition.live_from, edition.key))
    return topics({key: record for edition in newest_last for key, record in (edition.topics or {}).items()})
