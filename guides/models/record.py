"""Records: facts kept once and referred to by many drafts. They have no editions of their own:
a document carries a frozen copy of every record it refers to."""

from typing import Any, ClassVar

from django.db import models


class Record(models.Model):
    """A fact with an identity: ``key`` is a word, stable, and never reused."""

    refers_as: ClassVar[str]
    """The name under which documents refer to this kind of record, also the scheme of links in prose."""

    key = models.SlugField(max_length=100, unique=True, help_text="A short name that never changes.")

    class Meta:
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

    def computed(self) -> dict[str, Any]:
        """What a document says of this record beyond its own fields."""
        return {}
