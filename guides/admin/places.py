"""Where in the admin the value is edited that a problem is about."""

import re
from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst

from guides.documents import Assembly
from guides.models import BLOCK_OF_KIND, Draft

_STEPS = re.compile(r"([\w-]+)|\[(\d+)\]")

type Steps = list[str | int]


@dataclass(frozen=True, slots=True)
class Place:
    """In an editor's words, and as the address of the field; empty where there is none."""

    label: str
    address: str = ""


def place(where: str, assembly: Assembly) -> Place:
    """The place of the value at the path ``where`` of the document, as in ``blocks[3].html``."""
    match steps(where):
        case []:
            return Place("")
        case ["note"]:  # Of the edition, not of the document: asked for on the page for publishing.
            return Place("Change note", "#id_note")
        case ["ends_at"]:  # So is this.
            return Place("Ends at", "#id_ends_at")
        case ["blocks"]:
            return Place("Blocks")
        case ["blocks", int(index), *rest] if index < len(assembly.document.get("blocks", ())):
            return _in_block(index, rest, assembly)
        case ["references", str(kind), str(key), *rest]:
            return _in_record(kind, key, rest, assembly)
        case [*path]:
            return _in_row(_draft(assembly), path) or Place(where)


def steps(where: str) -> Steps:
    return [name or int(index) for name, index in _STEPS.findall(where)]


def page(row: models.Model, verb: str = "change") -> str:
    """The address of the row's own page in the admin, or of what can be done with it there."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{verb}", args=[row.pk])


def _in_block(index: int, rest: Steps, assembly: Assembly) -> Place:
    blocks = assembly.document["blocks"]
    model = BLOCK_OF_KIND[blocks[index]["kind"]]
    nth_of_kind = sum(block["kind"] == model.kind for block in blocks[:index])
    row = f"{model._meta.get_field('parent').remote_field.get_accessor_name()}-{nth_of_kind}"
    label = f"Block {index + 1} ({model._meta.verbose_name})"
    return _labelled(label, page(_draft(assembly)), row, model, rest)


def _in_record(kind: str, key: str, rest: Steps, assembly: Assembly) -> Place:
    for row in assembly.rows:
        if getattr(row, "refers_as", None) == kind and row.key == key:
            return _on_own_page(row, rest)
    return Place(f"{kind} {key}")


def _in_row(row: models.Model, rest: Steps) -> Place | None:
    """A value of ``row`` itself, or of one of the rows inside it, which may have a page of its own."""
    match rest:
        case [str(name)] if name in _children(row):
            rows = row._meta.get_field(name).related_model._meta.verbose_name_plural
            return Place(capfirst(rows), f"{page(row)}#{name}-group")
        case [str(name), which, *inner] if name in _children(row):
            return _in_child(row, name, which, inner)
        case [str(name), *_]:
            return _of_field(row, name)
    return None


def _in_child(row: models.Model, name: str, which: str | int, rest: Steps) -> Place | None:
    """The child is named by its index, or by its key."""
    for index, child in enumerate(getattr(row, name).all()):
        if which in (index, getattr(child, "key", None)):
            if admin.site.is_registered(type(child)):
                return _on_own_page(child, rest)
            return _labelled(f"{_kind(child)} {index + 1}", page(row), f"{name}-{index}", type(child), rest)
    return None


def _on_own_page(row: models.Model, rest: Steps) -> Place:
    inside = _in_row(row, rest) if rest else None
    name = f"{_kind(row)} “{row}”"
    return Place(f"{name}, {inside.label}", inside.address) if inside else Place(name, page(row))


def _of_field(row: models.Model, name: str) -> Place | None:
    label = _field_label(type(row), name)
    return Place(capfirst(label), f"{page(row)}#id_{name}") if label else None


def _labelled(label: str, address: str, row: str, model: type[models.Model], rest: Steps) -> Place:
    """A row inside a page, or one field of that row."""
    field = _field_label(model, str(rest[0])) if rest else ""
    return Place(f"{label}: {field}", f"{address}#id_{row}-{rest[0]}") if field else Place(label, f"{address}#{row}")


def _field_label(model: type[models.Model], name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        return ""


def _draft(assembly: Assembly) -> Draft:
    return assembly.rows[0]


def _children(row: models.Model) -> tuple[str, ...]:
    return getattr(row, "children", ())


def _kind(row: models.Model) -> str:
    return capfirst(row._meta.verbose_name)
