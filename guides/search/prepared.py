"""Queries of every search: their SQL is written once in each process, which takes longer than the answer to it."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from guides.models import Wanted
from guides.models.search import Holds, HoldsInName

type Build = Callable[..., QuerySet[Any, tuple[Any, ...]]]
"""A function of ``at``, ``wanted`` and a few options that selects plain columns."""

# Stand in the SQL for the moment of each search and what it wants.
_AT = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
_WANTED: Wanted = ((("wanted",),),)


def rows(build: Build, at: dt.datetime, wanted: Wanted, **options: Any) -> list[tuple[Any, ...]]:
    """The rows of ``build(at, wanted, **options)``, without building it anew."""
    sql, params = _written(build, **options)
    ours = dict(zip(_values(_AT, _WANTED), _values(at, wanted), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(sql, [ours.get(param, param) for param in params])
        return cursor.fetchall()


@cache
def _written(build: Build, **options: Any) -> tuple[str, tuple[Any, ...]]:
    return build(_AT, _WANTED, **options).query.sql_with_params()


def _values(at: dt.datetime, wanted: Wanted) -> list[Any]:
    """As the database is given them."""
    asked = (lookup.asked(connection.vendor, wanted) for lookup in (Holds, HoldsInName))
    return [connection.ops.adapt_datetimefield_value(at), *asked]
