"""Editions: documents as published; with withdrawals and approvals, which stand beside them."""

import datetime as dt
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


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


class EditionQuerySet(AppendOnlyQuerySet["Edition"]):
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

    def public(self, at: dt.datetime) -> Self:
        """What readers could read at ``at`` or earlier: started editions, and those withdrawn since."""
        return self.filter(live_from__lte=at)

    def about(self, *subjects: tuple[str, str]) -> Self:
        """Editions of these subjects, each named by its kind and key."""
        return self.filter(reduce(or_, (Q(kind=kind, key=key) for kind, key in subjects), Q(pk=None)))

    def at_address(self, slug: str, at: dt.datetime) -> "Edition | None":
        """What a reader who follows this address, present or past, is looking for: the subject's live edition,
        or its newest one where all are withdrawn."""
        newest = ("-live_from", "-number")
        if edition := self.live(at).filter(slug=slug).order_by(*newest).first():
            return edition
        public = self.public(at)
        key = public.filter(slug=slug).order_by(*newest).values_list("key", flat=True).first()
        return self.live(at).filter(key=key).first() or public.filter(key=key).newest_first().first()

    def numbered(self, number: int) -> "Edition | None":
        return self.filter(number=number).first()

    def newest_first(self) -> Self:
        return self.order_by("-number")

    def by_rank(self) -> Self:
        """In the order in which guides are listed."""
        return self.order_by("document__rank", "title")

    def by_title(self) -> Self:
        return self.order_by("title")

    def naming_withdrawers(self) -> Self:
        """With who withdrew them, beside ``for_readers()``."""
        return self.select_related("withdrawal__by")

    def without_document(self, *values: str) -> Self:
        """Leave the document in the database, but for these of its values, which become attributes."""
        return self.defer("document").annotate(**{name: F(f"document__{name}") for name in values})

    def with_last_major(self, at: dt.datetime) -> Self:
        """With ``last_major_at``: since when the newest major change of what an edition says has been public."""
        major = Edition.objects.public(at).filter(
            kind=OuterRef("kind"), key=OuterRef("key"), number__lte=OuterRef("number"), is_major=True
        )
        newest = Subquery(major.newest_first().values("live_from")[:1])
        return self.annotate(last_major_at=Coalesce(newest, F("live_from")))

    def approvals(self) -> "models.QuerySet[Approval]":
        """Approvals of exactly these editions, told by the sha256."""
        approvals = Approval.objects.filter(sha256__in=self.order_by().values("sha256"))
        return approvals.select_related("by").order_by("at").fetch_mode(models.FETCH_RAISE)

    def next_change(self, at: dt.datetime) -> dt.datetime | None:
        """When the next of these goes live or is withdrawn, as far as that is already decided."""
        lives = self.order_by().filter(live_from__gt=at).values_list("live_from")
        withdrawn = self.order_by().filter(withdrawal__at__gt=at).values_list("withdrawal__at")
        return lives.union(withdrawn).order_by("live_from").values_list("live_from", flat=True).first()

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
        indexes = [
            models.Index("kind", "slug", name="guides_edition_address"),
            models.Index("live_from", name="guides_edition_live_from"),
        ]

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

    class Meta:
        indexes = [models.Index("at", name="guides_withdrawal_at")]

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
