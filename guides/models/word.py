"""Words that promise too much: a list that editors keep."""

from django.db import models
from django.db.models.functions import Lower


class AbsoluteWord(models.Model):
    """A word, or several, that nothing we write about lives up to. The checks look for it in every document."""

    words = models.CharField(
        max_length=100,
        help_text="Found exactly so; other endings are lines of their own.",
    )

    class Meta:
        ordering = ["words"]
        verbose_name = "absolute word"
        constraints = [
            models.UniqueConstraint(
                Lower("words"),
                name="%(app_label)s_%(class)s_once",
                violation_error_message="It is on the list already.",
            ),
        ]

    def __str__(self) -> str:
        return self.words
