"""Approvals: of a document's hash, published or not."""

from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from guides.models.append_only import AppendOnly, AppendOnlyQuerySet

WHOLE = "all of it"
"""The scope of an approval whose reviewer judged the whole document."""


class ApprovalQuerySet(AppendOnlyQuerySet["Approval"]):
    def of_the_whole(self) -> Self:
        """The only ones that count (rule 5.4): who judged a part has not said yes to all that readers get."""
        return self.filter(scope=WHOLE)

    def for_next_edition(self) -> Self:
        """Those that nothing has left behind: no edition of the subject was published since, and none of these words
        withdrawn. What readers had and have no more is not approved for a second time by the yes to its first."""
        editions = apps.get_model("guides", "Edition")._default_manager
        later = editions.filter(kind=OuterRef("kind"), key=OuterRef("key"), published_at__gt=OuterRef("at"))
        taken_back = editions.filter(sha256=OuterRef("sha256"), withdrawal__at__gt=OuterRef("at"))
        return self.exclude(Exists(later)).exclude(Exists(taken_back))


class Approval(AppendOnly):
    """One person's yes to exactly one sha256, for the edition that it is of, or is to become."""

    kind = models.CharField(max_length=20)
    key = models.SlugField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    credential = models.CharField(max_length=200)
    scope = models.CharField("what was judged", max_length=200, default=WHOLE)
    conflict_of_interest = models.TextField("conflict-of-interest statement")

    objects = ApprovalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.key} {self.sha256[:12]} by {self.by}"

    @property
    def is_of_the_whole(self) -> bool:
        return self.scope == WHOLE
