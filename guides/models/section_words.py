"""The words of sections in the database's own full text: which sections hold what is wanted, the newest first."""

from typing import Any, Self

from django.db import models
from django.db.models import F

from guides.models.search import SearchSection

type Wanted = tuple[tuple[tuple[str, ...], ...], ...]
"""What a section must hold: of each group one alternative, and of that every stem. Stems are letters and digits."""

STRETCH = 1024
"""How many primary keys of sections, one after the other, make a stretch: it is marked with their quotient."""
_LONG = 16
"""How many stretches make a long one, which has a mark of its own."""


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
    sections that hold a word, which would otherwise list all that do, and ask each whether it is new. Of many
    stretches the marks of long ones are asked for, which reach a little further back: to compare a section with each
    mark takes time.
    """

    prepare_rhs = False

    @staticmethod
    def asked(vendor: str, stretches: range) -> str | int:
        """``stretches`` as the database is asked for them; they reach to the last."""
        if vendor == "postgresql":
            long_ones = range(stretches.start // _LONG, stretches.stop // _LONG + 1)
            fewer = (f"'//{long_one}'" for long_one in long_ones)
            return " | ".join(fewer if len(stretches) > _LONG else (f"'/{stretch}'" for stretch in stretches))
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


def _expression(wanted: Wanted, *, either: str, both: str, quote: str) -> str:
    """As the databases write it: ("a" OR ("b" AND "c")) AND "d"."""
    groups = (
        either.join(_grouped(both.join(f"{quote}{stem}{quote}" for stem in stems)) for stems in group)
        for group in wanted
    )
    return both.join(map(_grouped, groups))


def _grouped(expression: str) -> str:
    return f"({expression})"
