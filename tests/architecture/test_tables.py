"""What the database can hold, and what it refuses to change (design.md, sections 5.1 and 7)."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from guides.models import Approval, Edition, Erratum, Expiry, Withdrawal
from guides.models.append_only import AppendOnly
from tests import factories

OURS = ("guides", "screening")
TABLES_OF_SCREENING = {
    "screening_questionnaire",
    "screening_question",
    "screening_question_about",
    "screening_question_ask_if",
    "screening_option",
    "screening_option_affirms",
    "screening_scenario",
}
OTHER_TABLES = ("auth_", "axes_", "django_", "guides_", "otp_")
APPEND_ONLY = {Edition, Withdrawal, Approval, Expiry, Erratum}


def test_no_table_could_hold_an_answer(db):
    tables = {name for name in connection.introspection.table_names() if not name.startswith(OTHER_TABLES)}
    assert tables == TABLES_OF_SCREENING, "design.md 7: there is no table an answer could be stored in."


def test_every_pair_of_who_and_when_is_whole_or_absent():
    unguarded = [
        f"{model.__name__}: {at.name}, {by.name}"
        for model in _our_models()
        for at, by in _pairs(model)
        if (at.null or by.null) and not _guarded(model, {at.name, by.name})
    ]
    assert unguarded == [], "style.md 9: who and when are both set or both empty, by a constraint."


def test_every_append_only_table_is_tried_below():
    assert {model for model in _our_models() if issubclass(model, AppendOnly)} == APPEND_ONLY


@pytest.mark.parametrize("model", sorted(APPEND_ONLY, key=lambda model: model.__name__))
def test_the_database_refuses_to_change_a_row(model, edition, withdrawal, approval, expiry, erratum):
    table = model._meta.db_table
    with (
        pytest.raises(IntegrityError, match=f"Rule 5.1: rows of {table} are never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET id = id")


@pytest.fixture
def edition(db, at) -> Edition:
    return factories.edition(at=at)


@pytest.fixture
def withdrawal(edition, at) -> Withdrawal:
    return Withdrawal.objects.create(edition=edition, at=at, by=edition.published_by, reason="Wrong.", advice="Ask.")


@pytest.fixture
def approval(edition, at) -> Approval:
    return Approval.objects.create(
        kind=edition.kind, key=edition.key, sha256=edition.sha256, by=edition.published_by, at=at, credential="Nurse"
    )


@pytest.fixture
def expiry(edition, at) -> Expiry:
    return Expiry.objects.create(edition=edition, at=at, by=edition.published_by, ends_at=at)


@pytest.fixture
def erratum(edition, at) -> Erratum:
    return Erratum.objects.create(edition=edition, at=at, by=edition.published_by, text="The year was wrong.")


def _our_models() -> list[type[models.Model]]:
    return [model for label in OURS for model in apps.get_app_config(label).get_models()]


def _pairs(model: type[models.Model]) -> list[tuple[models.Field, models.Field]]:
    fields = {field.name: field for field in model._meta.concrete_fields}
    names = [name for name in fields if name == "at" or name.endswith("_at")]
    return [(fields[name], fields[by]) for name in names if (by := f"{name[:-2]}by") in fields]


def _guarded(model: type[models.Model], names: set[str]) -> bool:
    checks = [check for check in model._meta.constraints if isinstance(check, models.CheckConstraint)]
    return any(names <= check.condition.referenced_base_fields for check in checks)
