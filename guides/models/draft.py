"""What every publishable draft has, whatever it is about."""

from typing import ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from guides.models.edition import Edition, EditionQuerySet


class DraftQuerySet(models.QuerySet["Draft"]):
    def delete(self):
        """Refuse as a single draft does, and delete none then."""
        for draft in self:
            draft.refuse_if_published()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Draft(models.Model):
    """Rows that editors change, published as editions under the same ``kind`` and ``key``.

    ``key`` is the identity: set once, from the first slug, and never changed or reused, so that
    links and editions find the draft whatever its address has become.
    """

    kind: ClassVar[str]

    key = models.SlugField(max_length=100, unique=True, editable=False)
    slug = models.SlugField(
        "address",
        max_length=100,
        unique=True,
        help_text="The last part of the page's address. After a change, the old address leads to the new one.",
    )
    title = models.CharField(max_length=150)

    objects = DraftQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        if not self.key:
            self.key = self._unused_key()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        self.refuse_if_published()
        return super().delete(*args, **kwargs)

    def refuse_if_published(self) -> None:
        """Raise ValidationError where editions exist: they are public history, and need their draft to be corrected."""
        if self.editions.exists():
            raise ValidationError(f"“{self}” has been published and cannot be deleted. Withdraw its edition instead.")

    @property
    def editions(self) -> EditionQuerySet:
        return Edition.objects.filter(kind=self.kind, key=self.key)

    def _unused_key(self) -> str:
        taken = {
            *type(self)._default_manager.values_list("key", flat=True),
            *Edition.objects.filter(kind=self.kind).values_list("key", flat=True),
        }
        candidates = [self.slug, *(f"{self.slug}-{n}" for n in range(2, len(taken) + 3))]
        return next(key for key in candidates if key not in taken)


def draft_models() -> dict[str, type[Draft]]:
    """The models whose drafts are published, by kind. They may belong to an app that knows more than this one."""
    return {model.kind: model for model in apps.get_models() if issubclass(model, Draft)}


def draft_model(kind: str) -> type[Draft]:
    return draft_models()[kind]
