"""Approvals: of a document's hash, published or not."""

from typing import Self

from django.conf import settings
from django.db import models

from guides.models.append_only import AppendOnly, AppendOnlyQuerySet

WHOLE = "all of it"
"""The scope of an approval whose reviewer judged the whole document."""


class ApprovalQuerySet(AppendOnlyQuerySet["Approval"]):
    def of_the_whole(self) -> Self:
        """The only ones that count (rule 5.4): who judged a part has not said yes to all that readers get."""
        return self.filter(scope=WHOLE)


class Approval(AppendOnly):
    """One person's yes to exactly one sha256."""

    kind = models.CharField(max_length=20)
    key = models.SlugField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    credential = models.CharField(max_length=200)
    scope = models.CharField("what was judged", max_length=200, default=WHOLE)
    conflict_of_interest = models.TextField("conflict-of-interest statement")

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("sha256", "by", name="%(app_label)s_%(class)s_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.sha256[:12]} by {self.by}"

    @property
    def is_of_the_whole(self) -> bool:
        return self.scope == WHOLE
