"""One row of each kind through ``load`` and ``dump``; whole documents are in ``test_assemble.py``."""

import datetime as dt

import pytest
from django.db import models

from guides.documents import assemble, load
from guides.documents.codec import dump, reference
from guides.models import (
    BLOCKS,
    Chart,
    Claim,
    Device,
    Guide,
    Source,
)
from screening.models import Option, Question
from tests import factories
from tests.guides import example_records, examples

pytestmark = pytest.mark.django_db


def written(row: models.Model) -> dict:
    return dump(row, cite=reference, prose=lambda html: html)


def stored(model: type[models.Model], fields: dict) -> models.Model:
    return type(load(model, fields, where="here")).objects.get()


@pytest.mark.parametrize("kind", example_records.RECORDS)
def test_a_record_comes_out_as_it_went_in(kind):
    document = examples.guide()
    example_records.import_references(document)

    for key, fields in document["references"][kind].items():
        assert written(example_records.RECORDS[kind].objects.get(key=key)) == fields


def test_the_examples_say_something_of_every_field():
    """Or the tests of round trips would prove nothing of the field that is missing."""
    saved = [examples.import_guide(), examples.import_comparing(), examples.import_device()]
    rows = [row for draft in saved for row in assemble(draft).rows]
    children = [child for row in rows for name in getattr(row, "children", ()) for child in getattr(row, name).all()]

    defaulted = {}
    for row in [*rows, *children]:
        for field in row._meta.concrete_fields:
            if field.name not in ("id", "position", "ordering", "region"):
                same = getattr(row, field.attname) in (field.get_default(), None)
                name = f"{row._meta.model_name}.{field.name}"
                defaulted[name] = same and defaulted.get(name, True)

    assert [name for name, always in defaulted.items() if always] == []
    assert {type(row) for row in rows} >= {*BLOCKS, *example_records.RECORDS.values(), Guide, Device}


def test_what_is_left_out_takes_its_default():
    assert written(stored(Claim, {"key": "bare", "statement": "It works."})) == {
        "key": "bare",
        "statement": "It works.",
        "verdict": "",
        "explanation": "",
        "evidence": [],
        "grade": "none",
        "grading_method": 1,
    }


def test_what_is_computed_is_ignored_on_the_way_in():
    fields = {"key": "bare", "statement": "It works.", "grade": "high", "grading_method": 99}

    assert written(stored(Claim, fields))["grade"] == "none"


def test_children_keep_their_order():
    ranges = [{"label": label, "low": None, "high": None, "effect": "rose"} for label in ("c", "a", "b")]
    fields = {"key": "x", "title": "X", "unit": "µA", "scale_from": 1, "scale_to": 2, "ranges": ranges}

    assert [row["label"] for row in written(stored(Chart, fields))["ranges"]] == ["c", "a", "b"]


def test_text_is_trimmed_as_a_form_trims_it():
    assert stored(Source, {"key": "S1", "title": "  Manual\n", "kind": "manual"}).title == "Manual"


def test_a_date_is_taken_as_text_or_as_yaml_reads_it():
    fields = {"key": "S1", "title": "Manual", "kind": "manual"}
    as_text = load(Source, {**fields, "read_on": "2026-11-22"}, where="here")
    as_date = load(Source, {**fields, "key": "S2", "read_on": dt.date(2026, 11, 22)}, where="here")

    assert as_text.read_on == as_date.read_on == dt.date(2026, 11, 22)


def test_an_option_is_named_by_its_question_too():
    asked = factories.question(factories.questionnaire(), "pregnancy")

    assert sorted(reference(option) for option in asked.options.all()) == [
        "pregnancy/no",
        "pregnancy/unsure",
        "pregnancy/yes",
    ]


def test_an_option_named_by_the_documents_is_found():
    asked = factories.questionnaire()
    factories.question(asked, "pregnancy")
    data = {"key": "week", "topic": "t", "kind": "single", "text": "?", "ask_if": ["pregnancy/yes", "pregnancy/unsure"]}

    loaded = load(Question, data, where="here", questionnaire=asked, position=1)

    assert set(loaded.ask_if.all()) == set(Option.objects.filter(key__in=["yes", "unsure"]))
