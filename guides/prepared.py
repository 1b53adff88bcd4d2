"""Queries of many requests: their SQL is written once in each process, which takes longer than the answer to it."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from guides.models import Wanted
from guides.models.section_words import Holds, Within

type Value = dt.datetime | str | int | range | Wanted
type Build = Callable[..., QuerySet[Any, Any]]
"""A function of values and options to a queryset that selects plain columns."""


def rows(build: Build, *values: Value, **options: Any) -> list[tuple[Any, ...]]:
    """The rows of ``build(*values, **options)``, without building it anew."""
    marks = tuple(_mark(value, place) for place, value in enumerate(values, start=1))
    compiler, sql, params = _written(build, *marks, **options)
    ours = dict(zip(_given(marks), _given(values), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(sql, [ours.get(param, param) for param in params])
        return [tuple(row) for row in compiler.results_iter([cursor.fetchall()])]


@cache
def _written(build: Build, *marks: Value, **options: Any) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
    """The SQL and its parameters, and the compiler, which knows what has to be made of the values of a row."""
    compiler = build(*marks, **options).query.get_compiler(connection=connection)
    return compiler, *compiler.as_sql()


def _mark(value: Value, place: int) -> Value:
    """What stands among the parameters of the written SQL for a value like this one."""
    match value:
        case dt.datetime():
            return dt.datetime(place, 1, 1, tzinfo=dt.UTC)
        case str():
            return f"value {place}"
        case int():
            return -place
        case range():
            return range(-place, 1 - place)
        case _:
            return (((f"wanted{place}",),),)


def _given(values: tuple[Value, ...]) -> list[Any]:
    """``values`` as the database is given them."""
    given: list[Any] = []
    for value in values:
        match value:
            case dt.datetime():
                given.append(connection.ops.adapt_datetimefield_value(value))
            case str() | int():
                given.append(value)
            case range():
                given.append(Within.asked(connection.vendor, value))
            case _:
                given.append(Holds.asked(connection.vendor, value))
    return given
