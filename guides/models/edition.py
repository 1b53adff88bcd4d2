"""Editions: documents as published; with withdrawals and approvals, which stand beside them."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q


class ImmutableError(Exception):
    """An edition, a withdrawal or an approval was about to be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses the queryset methods that would change or delete rows."""

    def update(self, **kwargs):
        raise ImmutableError(f"Rule 5.1: {self.model._meta.verbose_name_plural} are inserted once and never changed.")

    def delete(self):
        raise ImmutableError(f"Rule 5.1: {self.model._meta.verbose_name_plural} are never deleted.")

    def bulk_update(self, objs, fields, batch_size=None):
        return self.update()


class AppendOnly(models.Model):
    """A row that is inserted once. The database refuses updates too (trigger in the migration)."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise ImmutableError(f"Rule 5.1: {self._meta.verbose_name} {self} is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ImmutableError(f"Rule 5.1: {self._meta.verbose_name} {self} is never deleted.")


class EditionQuerySet(AppendOnlyQuerySet):
    def of(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def started(self, at: dt.datetime) -> Self:
        """Editions whose time had come at ``at`` and that were not withdrawn by then."""
        return self.filter(live_from__lte=at).exclude(withdrawal__at__lte=at)

    def live(self, at: dt.datetime) -> Self:
        """The newest started edition of each subject: the only rule for what the public reads."""
        newer = Edition.objects.started(at).filter(
            kind=OuterRef("kind"), key=OuterRef("key"), number__gt=OuterRef("number")
        )
        return self.started(at).exclude(Exists(newer))

    def newest_first(self) -> Self:
        return self.order_by("-number")

    def for_readers(self) -> Self:
        """With what pages show beside the document; anything else asked of the rows is an error."""
        return self.select_related("published_by", "withdrawal").fetch_mode(models.FETCH_RAISE)


class Edition(AppendOnly):
    """A document as published. No column ever changes; what comes later stands in rows of its own."""

    kind = models.CharField(max_length=20)
    key = models.SlugField(max_length=100, db_index=False)
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    title = models.CharField(max_length=150)
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    is_major = models.BooleanField("major change")
    note = models.TextField("change note", blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    live_from = models.DateTimeField()

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key", "-number"]
        constraints = [
            models.UniqueConstraint("kind", "key", "number", name="%(app_label)s_%(class)s_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="%(app_label)s_%(class)s_number_from_one"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="%(app_label)s_%(class)s_sha256_hex"
            ),
            models.CheckConstraint(
                condition=Q(is_major=False) | ~Q(note=""), name="%(app_label)s_%(class)s_major_has_note"
            ),
        ]
        indexes = [models.Index("kind", "slug", name="guides_edition_address")]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"


class Withdrawal(AppendOnly):
    """Takes an edition back, from its moment on: why, and what readers should do."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    advice = models.TextField("what readers should do")

    objects = AppendOnlyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"of {self.edition}"


class Approval(AppendOnly):
    """One person's yes to exactly one sha256."""

    kind = models.CharField(max_length=20)
    key = models.SlugField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    credential = models.CharField(max_length=200)
    conflict_of_interest = models.TextField("conflict-of-interest statement")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("sha256", "by", name="%(app_label)s_%(class)s_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.sha256[:12]} by {self.by}"
