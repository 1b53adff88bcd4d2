"""What rows and values of a document are called, by the models' own words: nothing here reads the database."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.dateformat import format as written_date

from guides.difference.wording import readable
from guides.documents import REFERABLE, Document
from guides.models import Area, Device
from guides.models.area import AreasField
from guides.models.prose import ProseField

NOTHING = "nothing"
COMPARED = "compared"
"""Under which a document keeps what editions of devices say, beside its references to records and drafts."""

_NAMES = ("statement", "title", "question", "label", "name", "text")
_COMPUTED = {"grade": "certainty of the evidence", "grading_method": "method of grading"}
_LONGEST_NAME = 60

type Model = type[models.Model]
type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents, and how it names what it refers to."""

    document: Document

    def records(self, kind: str) -> dict[str, Row]:
        return self.document["references"].get(kind, {})

    def referred(self, kind: str, key: str) -> str:
        record = self.records(kind).get(key)
        return name_of(model_of_reference(kind), record, self) if record else key


def model_of_reference(kind: str) -> Model:
    return Device if kind == COMPARED else REFERABLE[kind]


def fields_of(model: Model) -> dict[str, models.Field]:
    return {field.name: field for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}


def children_of(model: Model) -> dict[str, Model]:
    relations = {relation.name: relation.related_model for relation in model._meta.related_objects}
    return {name: relations[name] for name in getattr(model, "children", ())}


def kind_of(model: Model) -> str:
    return str(model._meta.verbose_name)


def label_of(model: Model, name: str) -> str:
    if field := fields_of(model).get(name):
        return str(field.verbose_name)
    return _COMPUTED.get(name, name.replace("_", " "))


def name_of(model: Model, row: Row, side: Side) -> str:
    """What the row is about: its title or the like, what it refers to, or what kind of thing it is."""
    fields = fields_of(model)
    related = [name for name, field in fields.items() if field.many_to_one]
    chosen = [name for name, field in fields.items() if field.choices]
    for name in (*_NAMES, *related, *chosen, "html", "key"):
        if row.get(name):
            return _shortened(words(model, name, row[name], side))
    return kind_of(model)


def words(model: Model, name: str, value: Any, side: Side) -> str:
    """A value as readers would say it."""
    if is_nothing(value):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    field = fields_of(model).get(name)
    match field:
        case AreasField():
            return ", ".join(Area(area).label for area in value)
        case models.ForeignKey() | models.ManyToManyField():
            return _related(field, value, side)
        case models.DateField():
            return written_date(dt.date.fromisoformat(value), "j F Y")
        case ProseField():
            return readable(value)
        case models.JSONField():
            return json.dumps(value, ensure_ascii=False)
        case models.Field(choices=list() as choices) if choices:
            return str(dict(choices).get(value, value))
    if name == "conditions":
        return _listed("condition", value, side)
    return value.replace("-", " ") if name == "grade" else str(value)


def is_nothing(value: Any) -> bool:
    """Left out or empty: what older documents do not have yet says no more than an empty value."""
    return value in (None, "", [], {})


def is_free_text(model: Model, name: str) -> bool:
    field = fields_of(model).get(name)
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def _related(field: Any, value: str | list[str], side: Side) -> str:
    kind = getattr(field.related_model, "refers_as", "")
    return _listed(kind, value if isinstance(value, list) else [value], side)


def _listed(kind: str, keys: Iterable[str], side: Side) -> str:
    return "; ".join(side.referred(kind, key) if kind else key for key in keys)


def _shortened(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1].rstrip()}…"
