"""Rows to plain values and back, by the models' own fields, so that no field can be forgotten in one direction.

A relation to a record is written as the record's key. Rows that belong to their parent (``children``) are
written inside it, in order. What a model computes stands beside its fields and is ignored on the way back.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import (
    NON_FIELD_ERRORS,
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    SuspiciousFileOperation,
    ValidationError,
)
from django.core.files.storage import default_storage
from django.db import models
from django.db.models.fields.files import FieldFile

from guides.documents.canonical import canonical
from guides.models.block import Block
from guides.models.prose import ProseField

type Cite = Callable[[models.Model], str]

_NOT_WRITTEN = {"id", "position", "ordering", "region"}
_IN_WORDS = {str: "text", int: "whole number", bool: "“true” or “false”", dt.date: "date"}


class BadDocument(ValueError):
    """A document that cannot be loaded; the message says where and why. ``fields``: those at fault in that place."""

    def __init__(self, where: str, message: str, *, fields: Iterable[str] = ()) -> None:
        super().__init__(f"{where}: {message}")
        self.where, self.message, self.fields = where, message, fields

    def on_line(self, lines: Mapping[str, int]) -> "BadDocument":
        """The same, with the line of a field at fault, or of the nearest place around it, after the file's name."""
        file, _, place = self.where.partition(": ")
        named = [f"{place}.{field}".removeprefix(".") for field in self.fields]
        place = next((name for name in named if name in lines), place)
        while place and place not in lines:
            place = re.sub(r"(^|\.|\[)[^.\[]*$", "", place)
        where = self.where.replace(file, f"{file}, line {lines[place]}", 1) if place in lines else self.where
        return BadDocument(where, self.message)


def inside(where: str, name: str) -> str:
    """The place of what is called so at a place, which is a file's name alone, or one with a place in the file."""
    return f"{where}.{name}" if ": " in where else f"{where}: {name}"


def dump(instance: models.Model, *, cite: Cite, prose: Callable[[str], str]) -> dict[str, Any]:
    """Write one row and its children. ``cite`` names a related record, ``prose`` sees all rich text."""
    written: dict[str, Any] = {}
    for field in _fields(type(instance)):
        value = getattr(instance, field.name)
        if isinstance(value, models.Model):
            value = cite(value)
        elif isinstance(field, ProseField):
            value = prose(value)
        elif isinstance(value, dt.date):
            value = value.isoformat()
        elif isinstance(value, FieldFile):
            value = value.name
        elif isinstance(value, str):
            value = value.replace("\r\n", "\n")  # Browsers send lines in this form, files hold them in the other.
        written[field.name] = value
    for field in type(instance)._meta.many_to_many:
        # Sorted here: databases differ in how they order text.
        written[field.name] = sorted(cite(related) for related in getattr(instance, field.name).all())
    for name in _children(type(instance)):
        written[name] = [dump(child, cite=cite, prose=prose) for child in getattr(instance, name).all()]
    return written | (instance.computed() if hasattr(instance, "computed") else {})


def load(
    model: type[models.Model], data: Any, *, where: str, into: models.Model | None = None, **fixed: Any
) -> models.Model:
    """Create a row of ``model`` with its children from what ``dump`` writes; missing fields take their defaults.

    ``into`` is a row, without children, that is filled in place of a new one.

    Raises BadDocument for unknown or invalid values and for relations to records that do not exist.
    """
    if not isinstance(data, dict):
        raise BadDocument(where, "expected named values.")
    fields = {field.name: field for field in _fields(model)}
    many = {field.name: field for field in model._meta.many_to_many}
    known = {*fields, *many, *_children(model), *_computed(model)}
    if unknown := sorted(map(str, data.keys() - known)):
        raise BadDocument(where, f"unknown: {', '.join(unknown)}.", fields=unknown)
    values = {name: _value(fields[name], data[name], where=inside(where, name)) for name in fields if name in data}
    row = model(**values, **fixed) if into is None else _filled(into, fields, values)
    instance = _saved(row, where)
    for name in many if into else many.keys() & data.keys():
        keys = listed(data.get(name), where=inside(where, name))
        getattr(instance, name).set([_find(many[name].related_model, key, where=inside(where, name)) for key in keys])
    for name in _children(model):
        relation = model._meta.get_field(name)
        for position, item in enumerate(listed(data.get(name), where=inside(where, name))):
            owner = {relation.remote_field.name: instance, "position": position}
            load(relation.related_model, item, where=inside(where, f"{name}[{position}]"), **owner)
    return instance


def listed(values: Any, *, where: str) -> list[Any]:
    """``values`` if it is a list, or an empty one if it was left out. Raises BadDocument for anything else."""
    if values is None:
        return []
    if not isinstance(values, list):
        raise BadDocument(where, "expected a list.")
    return values


def complete(model: type[models.Model]) -> models.QuerySet:
    """All rows of ``model`` with everything that ``dump`` will ask for, in a fixed number of queries."""
    prefetches = [models.Prefetch(field.name, _nameable(field.related_model)) for field in model._meta.many_to_many]
    for name in _children(model):
        prefetches.append(models.Prefetch(name, complete(model._meta.get_field(name).related_model)))
    foreign_keys = [field.name for field in _fields(model) if field.many_to_one]
    return model._default_manager.select_related(*foreign_keys or [None]).prefetch_related(*prefetches)


def reference(instance: models.Model) -> str:
    """How a document names this row: by its key, after its owner's where keys are unique only within one."""
    names = []
    for path in _named_by(type(instance)):
        value: Any = instance
        for step in path.split("__"):
            value = getattr(value, step)
        names.append(value)
    return "/".join(names)


def _fields(model: type[models.Model]) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        if field.name not in _NOT_WRITTEN and not _points_to_owner(model, field):
            yield field


def _points_to_owner(model: type[models.Model], field: Any) -> bool:
    if not field.many_to_one:
        return False
    return field.remote_field.name in _children(field.related_model) or (
        issubclass(model, Block) and field.name == "parent"
    )


def _children(model: type[models.Model]) -> tuple[str, ...]:
    return getattr(model, "children", ())


def _computed(model: type[models.Model]) -> tuple[str, ...]:
    return getattr(model, "computed_names", ())


def _named_by(model: type[models.Model]) -> tuple[str, ...]:
    return getattr(model, "named_by", ("key",))


def _nameable(model: type[models.Model]) -> models.QuerySet:
    owners = [path.rpartition("__")[0] for path in _named_by(model) if "__" in path]
    return model._default_manager.select_related(*owners or [None])


def _value(field: Any, value: Any, *, where: str) -> Any:
    if field.many_to_one:
        return _find(field.related_model, value, where=where) if value is not None else None
    if isinstance(value, str):
        value = value.strip()
    try:
        taken = field.to_python(value)
    except ValidationError as error:
        raise BadDocument(where, " ".join(error.messages)) from error
    except (TypeError, ValueError) as error:
        raise BadDocument(where, f"{_shown(value)} is none of the values that can stand here.") from error
    try:
        canonical({field.name: taken.isoformat() if isinstance(taken, dt.date) else taken})
    except (TypeError, ValueError) as error:
        raise BadDocument(where, str(error)) from error
    if isinstance(field, models.FileField):
        _refuse_missing(taken, where)
    # YAML reads an unquoted yes, 010 or 1:30 as something else than text: nothing is converted in silence.
    if taken != value and not (isinstance(taken, dt.date) and taken.isoformat() == value):
        expected = _IN_WORDS.get(type(taken), "value that can stand here")
        raise BadDocument(where, f"{_shown(value)} is no {expected}: put text in quotes, and nothing else.")
    return taken


def _shown(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else repr(value)


def _refuse_missing(name: str, where: str) -> None:
    try:
        found = default_storage.exists(name)
    except SuspiciousFileOperation:
        found = False
    if not found:
        raise BadDocument(where, f"there is no file “{name}” among the media.")


def _find(model: type[models.Model], key: Any, *, where: str) -> models.Model:
    try:
        return model._default_manager.get(**dict(zip(_named_by(model), key.split("/"), strict=True)))
    except (ObjectDoesNotExist, MultipleObjectsReturned, AttributeError, ValueError) as error:
        raise BadDocument(where, f"there is no {model._meta.verbose_name} “{key}”.") from error


def _filled(row: models.Model, fields: dict[str, Any], values: dict[str, Any]) -> models.Model:
    for name, field in fields.items():
        setattr(row, name, values[name] if name in values else field.get_default())
    return row


def _saved(instance: models.Model, where: str) -> models.Model:
    try:
        instance.full_clean()
    except ValidationError as error:
        raise BadDocument(where, " ".join(_said(error)), fields=error.message_dict) from error
    instance.save()
    return instance


def _said(error: ValidationError) -> Iterator[str]:
    for name, messages in error.message_dict.items():
        yield " ".join(messages if name == NON_FIELD_ERRORS else [f"{name}:", *messages])
