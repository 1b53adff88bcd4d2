"""The rows that documents are made of: for one draft those that it needs, for many every table once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.db import models

from guides.documents.codec import complete
from guides.documents.links import Address, keys_by_address
from guides.models import BLOCKS, Condition, Draft, Edition, Guide, Record, Term
from guides.models.block import Block

type Referable = Record | Draft


class Rows:
    """For one draft."""

    def __init__(self, at: dt.datetime | None) -> None:
        self.at = at

    def whole(self, draft: Draft) -> Draft:
        return complete(type(draft)).get(pk=draft.pk)

    def blocks(self, guide: Guide) -> list[Block]:
        return [row for model in BLOCKS for row in complete(model).filter(parent=guide)]

    def named(self, model: type[Referable], keys: set[str]) -> Iterable[Referable]:
        """Records whole; of drafts only what is their own."""
        rows = complete(model) if issubclass(model, Record) else model._default_manager.all()
        return rows.filter(key__in=keys)

    def devices_live(self, keys: set[str]) -> list[Edition]:
        """Their editions that are live at the moment; none without a moment."""
        if not (keys and self.at):
            return []
        return list(Edition.objects.about(*(("device", key) for key in sorted(keys))).live(self.at))

    @cached_property
    def terms(self) -> list[str]:
        return sorted(Term.objects.values_list("key", flat=True))

    @cached_property
    def dispositions(self) -> dict[str, set[str]]:
        """What the rules of each condition give."""
        given: dict[str, set[str]] = defaultdict(set)
        for key, disposition in Condition.objects.values_list("key", "rules__if_present"):
            given[key].add(disposition)
        return given

    @cached_property
    def keys_by_address(self) -> dict[Address, str]:
        return keys_by_address()


class AllRows(Rows):
    """For many drafts: the same, in a number of queries that does not grow with them."""

    def __init__(self, at: dt.datetime | None) -> None:
        super().__init__(at)
        self._tables: dict[type[models.Model], dict[str, models.Model]] = {}

    def whole(self, draft: Draft) -> Draft:
        return self._by_key(type(draft))[draft.key]

    def blocks(self, guide: Guide) -> list[Block]:
        return self._blocks[guide.pk]

    def named(self, model: type[Referable], keys: set[str]) -> Iterable[Referable]:
        rows = self._by_key(model)
        return [rows[key] for key in keys if key in rows]

    def devices_live(self, keys: set[str]) -> list[Edition]:
        return [self._devices_live[key] for key in keys if key in self._devices_live] if self.at else []

    def _by_key(self, model: type[models.Model]) -> dict[str, models.Model]:
        if model not in self._tables:
            self._tables[model] = {row.key: row for row in complete(model)}
        return self._tables[model]

    @cached_property
    def _blocks(self) -> dict[int, list[Block]]:
        of_guide: dict[int, list[Block]] = defaultdict(list)
        for model in BLOCKS:
            for row in complete(model):
                of_guide[row.parent_id].append(row)
        return of_guide

    @cached_property
    def _devices_live(self) -> dict[str, Edition]:
        return {edition.key: edition for edition in Edition.objects.of("device").live(self.at)}
