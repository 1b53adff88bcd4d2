"""Errata: what was wrong in the note of an edition, or in how it was published. The edition stays as it is."""

from typing import Self

from django.conf import settings
from django.db import models

from guides.models.append_only import AppendOnly, AppendOnlyQuerySet
from guides.models.edition import Edition, EditionQuerySet


class ErratumQuerySet(AppendOnlyQuerySet["Erratum"]):
    def about(self, editions: EditionQuerySet) -> Self:
        return self.filter(edition__in=editions.order_by())

    def newest_first(self) -> Self:
        return self.select_related("by").order_by("-at", "-pk").fetch_mode(models.FETCH_RAISE)

    def naming_editions(self) -> Self:
        return self.select_related("edition").defer("edition__document")


class Erratum(AppendOnly):
    """A correction that stands beside an edition. What the edition says itself is corrected by the next one."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="errata")
    text = models.TextField("correction", help_text="What was wrong, and what is right.")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ErratumQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "errata"

    def __str__(self) -> str:
        return f"to {self.edition}"
