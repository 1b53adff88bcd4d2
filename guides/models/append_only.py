"""Rows that are inserted once and never changed or deleted (design.md 5.1)."""

from django.db import models


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
