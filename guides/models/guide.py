"""Guides: articles made of blocks of different kinds."""

from content_editor.models import Region
from django.db import models

from guides.models.draft import Draft
from guides.models.topic import Topic


class Guide(Draft):
    """An article. Its blocks stand in two regions: the quick answer, and everything after it."""

    kind = "guide"
    refers_as = "guide"

    regions = [
        Region(key="answer", title="Quick answer"),
        Region(key="main", title="Guide"),
    ]

    standfirst = models.TextField(blank=True, help_text="One or two sentences under the title: what the guide answers.")
    answer = models.TextField("quick answer", blank=True, help_text="One sentence that a reader in a hurry can keep.")
    review_by = models.DateField(
        "next review due",
        null=True,
        blank=True,
        help_text="By when somebody has to look whether it still holds. Readers see when it is overdue.",
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="guides", help_text="One or two. Each lists this guide on its page."
    )
    rank = models.PositiveSmallIntegerField(default=0, help_text="Guides are listed from low to high.")

    class Meta:
        ordering = ["rank", "title"]
