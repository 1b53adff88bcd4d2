"""The starter content for tests: loaded once by each worker as `make run` loads it, and copied from then on."""

import datetime as dt
from itertools import groupby

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from guides.models import AbsoluteWord, Edition
from screening.management.commands.load_starter import load_starter, publisher

_rows: list[models.Model] = []


@transaction.atomic
def insert_starter(*, at: dt.datetime) -> None:
    """Put the starter content, published at ``at``, into an empty database."""
    if _rows:
        _insert_copies()
    else:
        load_starter(at=at, say=lambda line: None)
        _rows.extend(row for model in _models() for row in model._base_manager.order_by("pk"))


def _insert_copies() -> None:
    by = publisher()
    for model, rows in groupby(_rows, type):
        rows = list(rows)
        if model is Edition:
            for row in rows:
                row.published_by = by
        model._base_manager.bulk_create(rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _models() -> list[type[models.Model]]:
    """All of ours, but for the one that a migration fills."""
    configs = [apps.get_app_config(label) for label in ("guides", "screening")]
    models = [model for config in configs for model in config.get_models(include_auto_created=True)]
    return [model for model in models if model._meta.managed and model is not AbsoluteWord]
