"""What the database refuses of records, and what their forms make of areas and rich text."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import modelform_factory

from guides.models import Claim, Evidence, Prose
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("unknown", ["limited", "wait", "suitable"])
def test_not_sure_is_never_milder_than_ask(unknown):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.rule(factories.condition(), if_unknown=unknown)


def test_days_belong_to_wait_only():
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.rule(factories.condition(), "ask", wait_days=14)


@pytest.mark.parametrize("both", [True, False])
def test_evidence_names_a_study_or_a_source(both):
    named = {"study": factories.study(), "source": factories.source()} if both else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(claim=factories.claim(), stance="for", finding="It rose.", **named)


def test_a_device_has_a_modality_once():
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.device(modalities=("led", "led"))


def test_areas_are_kept_in_order_without_repeats():
    device = factories.device()
    field = device._meta.get_field("areas")
    assert field.clean(["neck", "cheeks", "neck"], device) == ["cheeks", "neck"]
    with pytest.raises(ValidationError, match="Unknown area: elbow"):
        field.clean(["elbow"], device)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Plain</p><script>alert(1)</script>", "<p>Plain</p>"),
        ('<p onclick="x()" style="color:red" class="big">Text</p>', "<p>Text</p>"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p><a href="guide:basics#why">x</a></p>', '<p><a href="guide:basics#why">x</a></p>'),
        ('<h1>Big</h1><h2>Fine</h2><iframe src="//x"></iframe>', "Big<h2>Fine</h2>"),
        ('<p><img src="x" onerror="y()">Text</p>', "<p>Text</p>"),
    ],
)
def test_rich_text_is_sanitised(written, kept):
    assert Prose._meta.get_field("html").clean(written, Prose()) == kept


def test_rich_text_is_sanitised_in_forms():
    form = modelform_factory(Claim, fields=["key", "statement", "explanation"])(
        {"key": "x", "statement": "It works.", "explanation": '<p style="color:red">Text<script>y()</script></p>'}
    )
    assert form.save().explanation == "<p>Text</p>"


@pytest.mark.parametrize("written", ["<script>y()</script>", "<p></p>", "<style>p { color: red }</style>"])
def test_rich_text_of_which_nothing_is_left_is_empty(written):
    assert Prose._meta.get_field("html").clean(written, Prose()) == ""
