"""What search reads: sections of editions as words, the corpus's own words, and words that mean the same."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Length

from guides.models.edition import Edition

type Wanted = tuple[tuple[tuple[str, ...], ...], ...]
"""What a section must hold: of each group one alternative, and of that every stem. Stems are letters and digits."""


STRETCH = 1024
"""How many primary keys of sections, one after the other, make a stretch: it is marked with their quotient."""


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

    class Meta:
        indexes = [models.Index("kind", name="guides_search_kind")]

    def __str__(self) -> str:
        return f"{self.title}: {self.heading}" if self.heading else self.title


class Holds(models.Lookup):
    """Whether the row of words on the left holds what is ``Wanted`` on the right, as each database's full text says."""

    prepare_rhs = False

    @staticmethod
    def asked(vendor: str, wanted: Wanted) -> str:
        """``wanted`` as the database is asked for it."""
        if vendor == "postgresql":
            return _expression(wanted, either=" | ", both=" & ", quote="'")
        return f"- kind : ({_expression(wanted, either=' OR ', both=' AND ', quote='"')})"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        alias, params = _alias(self, compiler, connection)
        return f"{alias}.{self.lhs.target.model._meta.db_table} MATCH %s", [*params, self.asked("sqlite", self.rhs)]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        alias, params = _alias(self, compiler, connection)
        return f"{alias}.words @@ %s::tsquery", [*params, self.asked("postgresql", self.rhs)]


class Within(models.Lookup):
    """Whether the row of words on the left is of a section in the stretches on the right, a range of their numbers.

    PostgreSQL finds them by a mark among the words. So one look into the index of words gives those of the newest
    sections that hold a word, which would otherwise list all that do, and ask each whether it is new.
    """

    prepare_rhs = False

    @staticmethod
    def asked(vendor: str, stretches: range) -> str | int:
        """``stretches`` as the database is asked for them; they reach to the last."""
        if vendor == "postgresql":
            return " | ".join(f"'/{stretch}'" for stretch in stretches)
        return stretches.start * STRETCH

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        pk, params = self.process_lhs(compiler, connection)
        return f"{pk} >= %s", [*params, self.asked("sqlite", self.rhs)]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        alias, params = _alias(self, compiler, connection)
        return f"{alias}.words @@ %s::tsquery", [*params, self.asked("postgresql", self.rhs)]


class OfKind(models.Lookup):
    """Whether the row of words on the left is of a section of the kind on the right."""

    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        alias, params = _alias(self, compiler, connection)
        return f"{alias}.kind MATCH %s", [*params, self.rhs]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        alias, params = _alias(self, compiler, connection)
        return f"{alias}.kind = %s", [*params, self.rhs]


def _alias(lookup: models.Lookup, compiler: Any, connection: Any) -> tuple[str, Any]:
    """What the query calls the table of the primary key on the left."""
    pk, params = lookup.process_lhs(compiler, connection)
    return pk.rpartition(".")[0], params


class Sorted(models.Func):
    """The primary key, for an order that has to be made by sorting.

    PostgreSQL cannot tell how rare a word is, and would walk through all sections in the order of the index on their
    primary key until it has enough of those that hold it. SQLite finds them in that order anyway.
    """

    arity = 1
    template = "%(expressions)s"
    output_field = models.BigIntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template="%(expressions)s + 0", **context)


class WordsQuerySet(models.QuerySet["SectionWords | SectionNames"]):
    def with_live(self, at: dt.datetime) -> Self:
        """With ``live``, which is None where the edition is not live: by the same rule as everywhere else.

        A column and no condition: as a condition, it would be asked of every section that is found, and not only of
        the newest.
        """
        live = Edition.objects.live(at).filter(pk=OuterRef("section__edition")).order_by().values("pk")
        return self.annotate(live=Subquery(live))

    def of(self, kind: str) -> Self:
        return self.filter(OfKind(F("pk"), kind))

    def holding(self, wanted: Wanted) -> Self:
        return self.filter(Holds(F("pk"), wanted))

    def within(self, stretches: range) -> Self:
        return self.filter(Within(F("pk"), stretches))

    def newest(self, count: int) -> Self:
        """Of the newest editions: a cut that falls in the same place on every database."""
        return self.order_by(Sorted("pk").desc())[:count]


class _Words(models.Model):
    """Words of a section in the database's own full text, which follows the sections by itself.

    On SQLite it is an index of FTS5 that triggers keep up to date, on PostgreSQL a view of a generated column: both
    made by migrations, and neither ever written to.
    """

    section = models.OneToOneField(
        SearchSection, on_delete=models.DO_NOTHING, primary_key=True, db_column="rowid", related_name="+"
    )

    objects = WordsQuerySet.as_manager()

    class Meta:
        abstract = True
        managed = False

    def __str__(self) -> str:
        return f"of {self.section}"


class SectionWords(_Words):
    """All words of a section: of its name, of the title of its page, and of its text."""

    class Meta(_Words.Meta):
        db_table = "guides_section_words"


class SectionNames(_Words):
    """The words of its name alone."""

    class Meta(_Words.Meta):
        db_table = "guides_section_names"


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


def _expression(wanted: Wanted, *, either: str, both: str, quote: str) -> str:
    """As the databases write it: ("a" OR ("b" AND "c")) AND "d"."""
    groups = (
        either.join(_grouped(both.join(f"{quote}{stem}{quote}" for stem in stems)) for stems in group)
        for group in wanted
    )
    return both.join(map(_grouped, groups))


def _grouped(expression: str) -> str:
    return f"({expression})"
