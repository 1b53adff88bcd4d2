"""Links from live editions to other sites, and what was found at their other end."""

from typing import Self

from django.db import models
from django.db.models import F, Q

REFUSALS = (401, 403, 405, 406, 429, 451, 999)
"""How sites answer programs that they do not want. A person may see the page, so it is not called broken."""


class ExternalLinkQuerySet(models.QuerySet["ExternalLink"]):
    def broken(self) -> Self:
        """Checked, and not as it should be: nothing answered, or an answer says that nothing is there."""
        not_ok = Q(last_seen_ok_at=None) | Q(last_seen_ok_at__lt=F("last_checked_at"))
        return self.filter(not_ok, last_checked_at__isnull=False).exclude(last_status__in=REFUSALS)

    def longest_unchecked_first(self) -> Self:
        return self.order_by(F("last_checked_at").asc(nulls_first=True), "url")


class ExternalLink(models.Model):
    """One address outside this site, kept as long as a live edition names it."""

    LONGEST = 500

    url = models.CharField("address", max_length=LONGEST, unique=True)
    found_in = models.JSONField(default=list, help_text="Kind and key of the editions.")
    last_checked_at = models.DateTimeField(null=True)
    last_seen_ok_at = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(default=0, help_text="0: no answer.")
    fault = models.CharField(max_length=200, blank=True)

    objects = ExternalLinkQuerySet.as_manager()

    class Meta:
        ordering = ["url"]

    def __str__(self) -> str:
        return self.url
