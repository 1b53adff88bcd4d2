"""What search reads: sections of editions, the words that occur in them, and words that mean the same."""

import datetime as dt
from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Length

from guides.models.edition import Edition


class SearchSectionQuerySet(models.QuerySet["SearchSection"]):
    def with_live(self, at: dt.datetime) -> Self:
        """With ``live``, which is None where the edition is not live: by the same rule as everywhere else.

        A column and no condition: as a condition, it would be asked of every section that is found, and not only of
        the newest.
        """
        live = Edition.objects.live(at).filter(pk=OuterRef("edition")).order_by().values("pk")
        return self.annotate(live=Subquery(live))

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class SearchSection(models.Model):
    """A section of one edition, or a record as that edition holds it: what is shown, and the stems looked up.

    ``name_stems`` are of the heading, or of the title where the section opens its page; ``page_stems`` of the title
    of the page around it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=100)
    anchor = models.CharField(max_length=250)
    title = models.TextField()
    heading = models.TextField()
    text = models.TextField()
    name_stems = models.TextField()
    page_stems = models.TextField()
    text_stems = models.TextField()

    objects = SearchSectionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("kind", name="guides_search_kind")]

    def __str__(self) -> str:
        return f"{self.title}: {self.heading}" if self.heading else self.title


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def of(self, stems: Iterable[str]) -> Self:
        return self.filter(stem__in=stems)

    def beginning(self, letters: str) -> Self:
        return self.filter(head=letters[:2], word__startswith=letters)

    def resembling(self, word: str) -> Self:
        """What ``word`` may have been meant to be: about as long, with the same first or last two letters."""
        lengths = (len(word) - 2, len(word) + 2)
        alike = self.filter(Q(head=word[:2]) | Q(tail=word[-2:]))
        return alike.annotate(length=Length("word")).filter(length__range=lengths)


class SearchWord(models.Model):
    """A word of the corpus, and how many sections hold it. The empty word is held by every section.

    ``head`` and ``tail`` are its first and last two letters: a typing error seldom hurts both. ``names_condition``
    says whether it stands in the name of any condition.
    """

    word = models.CharField(max_length=60, unique=True)
    stem = models.CharField(max_length=60)
    head = models.CharField(max_length=2)
    tail = models.CharField(max_length=2)
    sections = models.PositiveIntegerField()
    names_condition = models.BooleanField()

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(name, name=f"guides_search_{name}") for name in ("stem", "head", "tail")]

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """Words that mean the same to somebody who searches. They count from the moment they are saved."""

    words = models.CharField(
        max_length=300,
        unique=True,
        help_text="For instance: botox, botulinum toxin. Whoever types one finds the others too.",
    )

    class Meta:
        ordering = ["words"]
        verbose_name = "words that mean the same"
        verbose_name_plural = "words that mean the same"

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        typed, found = typed_and_found(self.words)
        if not typed or len({*typed, *found}) < 2:
            raise ValidationError({"words": "Name at least two, separated by commas."})


def typed_and_found(synonym: str) -> tuple[list[str], list[str]]:
    """Of ``botox, botulinum toxin``, who types one finds both; of ``fits, turns > epilepsy``, the last alone is found
    by who types another."""
    typed, _, found = synonym.partition(">")
    return _listed(typed), _listed(found or typed)


def _listed(words: str) -> list[str]:
    return [each.strip() for each in words.split(",") if each.strip()]
