"""How the time of an edition ends: it was wrong and is withdrawn, or its end was set. Rows beside the edition."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from guides.models.append_only import AppendOnly, AppendOnlyQuerySet


class WithdrawalQuerySet(AppendOnlyQuerySet["Withdrawal"]):
    def of(self, editions: models.QuerySet, at: dt.datetime) -> Self:
        """What had been taken back of these by ``at``."""
        return self.filter(edition__in=editions.order_by(), at__lte=at)

    def naming_editions(self) -> Self:
        return self.select_related("edition").defer("edition__document").fetch_mode(models.FETCH_RAISE)


class Withdrawal(AppendOnly):
    """Takes an edition back, from its moment on: why, what readers should do, and what its address answers."""

    class Way(models.TextChoices):
        BANNER = "banner", "It can still be read, under a notice"
        GONE = "gone", "It is gone: its address says why, and shows nothing of it"
        REDIRECT = "redirect", "Its address leads to another guide or device"

    edition = models.OneToOneField("Edition", on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    advice = models.TextField("what readers should do")
    way = models.CharField("what becomes of its page", max_length=10, choices=Way, default=Way.BANNER)
    leads_to = models.CharField(
        max_length=120, blank=True, help_text="For a page that leads elsewhere: guide:KEY or device:KEY."
    )

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(way="redirect") ^ Q(leads_to=""), name="%(app_label)s_%(class)s_redirect_leads_somewhere"
            ),
        ]
        indexes = [models.Index("at", name="guides_withdrawal_at")]

    def __str__(self) -> str:
        return f"of {self.edition}"


class ExpiryQuerySet(AppendOnlyQuerySet["Expiry"]):
    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def come(self, at: dt.datetime) -> Self:
        """Ends that have come by ``at``, as far as nothing else was decided later."""
        of_the_same = Expiry.objects.filter(edition=OuterRef("edition"))
        later = of_the_same.filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk")))
        return self.filter(ends_at__lte=at).exclude(Exists(later))


class Expiry(AppendOnly):
    """A decision on when an edition is no longer live; the latest one of an edition holds. Empty: it has no end."""

    edition = models.ForeignKey("Edition", on_delete=models.PROTECT, related_name="expiries")
    ends_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ExpiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "expiries"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=models.F("at")),
                name="%(app_label)s_%(class)s_never_in_the_past",
            ),
        ]

    def __str__(self) -> str:
        return f"of {self.edition}"
