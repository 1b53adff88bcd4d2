"""Whatever a form or a file can hold comes out of the database as it went in, character by character."""

import datetime as dt
from typing import Any

import pytest
from django.db import models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.documents import load
from guides.documents.codec import dump, reference
from guides.models import Area, Chart, ChartRange, Condition, Device, DeviceFact, Rule, Source, Study
from guides.models.area import AreasField

pytestmark = pytest.mark.django_db

CHILDREN = {Chart: {"ranges": ChartRange}, Condition: {"rules": Rule}, Device: {"facts": DeviceFact}}


def text(field: models.Field) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")
    trimmed = st.text(letters, max_size=min(field.max_length or 100, 100)).map(str.strip)
    return trimmed if field.blank else trimmed.filter(bool)


def values(field: models.Field) -> st.SearchStrategy[Any]:
    if field.name in ("key", "slug"):
        return st.just("k")
    if field.many_to_one:
        return st.none()
    if field.choices:
        return st.sampled_from([value for value, _ in field.flatchoices])
    match field:
        case AreasField():
            return st.sets(st.sampled_from(Area.values)).map(lambda chosen: [a for a in Area.values if a in chosen])
        case models.BooleanField():
            return st.booleans()
        case models.DateField():
            return st.none() | st.dates(min_value=dt.date(1, 1, 1)).map(dt.date.isoformat)
        case models.IntegerField():
            return st.none() | st.integers(0, 32767) if field.null else st.integers(0, 32767)
        case _:
            return text(field)


def rows(model: type[models.Model]) -> st.SearchStrategy[dict[str, Any]]:
    owned = {"id", "position", "chart", "condition", "device"} if model not in CHILDREN else {"id"}
    fields = {field.name: values(field) for field in model._meta.concrete_fields if field.name not in owned}
    children = {name: st.lists(rows(child), max_size=3) for name, child in CHILDREN.get(model, {}).items()}
    drawn = st.fixed_dictionaries(fields | children)
    return drawn.map(lambda row: {**row, "wait_days": None} if row.get("if_present", "wait") != "wait" else row)


@pytest.mark.parametrize("model", [Source, Study, Chart, Condition, Device])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_row_comes_out_as_it_went_in(model, data):
    fields = data.draw(rows(model))

    with transaction.atomic():
        load(model, fields, where="here")
        written = dump(model.objects.get(), cite=reference, prose=lambda html: html)
        transaction.set_rollback(True)

    assert {name: written[name] for name in fields} == fields | {
        name: [child | {"sources": []} if model is Condition else child for child in fields[name]]
        for name in CHILDREN.get(model, {})
    }
