"""Rule 5.4: who changed the document is a contributor even where their change took a record out of it."""

import datetime as dt

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.db import models

from guides.documents import assemble, sha256
from guides.models import Condition, ConditionList, Edition, Guide
from guides.publishing import NotApprovable, approve, contributors
from tests import factories

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}


@pytest.fixture
def condition() -> Condition:
    made = factories.condition("epilepsy")
    factories.rule(made, "stop")
    return made


@pytest.fixture
def guide(condition, editor, reviewer, at) -> Guide:
    """Published and approved, with a list of what stops."""
    made = factories.guide("who-should-not")
    ConditionList.objects.create(parent=made, region="main", ordering=10, at_least="stop")
    assert set(assemble(made).document["references"]["condition"]) == {"epilepsy"}
    approve(assemble(made), by=reviewer, at=at, **STATEMENTS)
    published(made, by=editor, at=at)
    return made


def published(guide: Guide, number: int = 1, **fields) -> Edition:
    """As an edition, complete or not."""
    document = assemble(guide).document
    by = {"published_by": fields.pop("by"), "document": document, "sha256": sha256(document)}
    return factories.edition("guide", guide.key, number, **by, **fields)


def logged(row: models.Model, by, at: dt.datetime, flag: int = CHANGE) -> None:
    entry = LogEntry.objects.log_actions(by.pk, [row], flag, change_message="", single_object=True)
    LogEntry.objects.filter(pk=entry.pk).update(action_time=at)


def test_who_softened_a_condition_so_that_it_drops_out_cannot_approve_that(guide, condition, reviewer, at):
    condition.rules.update(if_present="ask")
    logged(condition, reviewer, at + HOUR)
    assembly = assemble(guide)
    assert "condition" not in assembly.document["references"]
    with pytest.raises(NotApprovable, match="a second person must approve it"):
        approve(assembly, by=reviewer, at=at + 2 * HOUR, **STATEMENTS)
    assert contributors(assembly) == {reviewer.pk}, "Rule 5.4: who contributed does not approve."


def test_who_deleted_what_the_last_edition_held_cannot_approve_that(guide, condition, reviewer, at):
    logged(condition, reviewer, at + HOUR, DELETION)
    condition.delete()
    assert contributors(assemble(guide)) == {reviewer.pk}


def test_who_deleted_something_else_can(guide, reviewer, at):
    other = factories.condition("pregnancy")
    logged(other, reviewer, at + HOUR, DELETION)
    other.delete()
    assert contributors(assemble(guide)) == set()


def test_what_an_edition_since_then_held_counts_as_well(guide, condition, editor, at):
    other = factories.condition("pregnancy")
    factories.rule(other, "stop")
    published(guide, 2, by=editor, at=at + HOUR)
    other.rules.update(if_present="ask")
    third = factories.user("third")
    logged(other, third, at + 2 * HOUR)
    assert contributors(assemble(guide)) == {editor.pk, third.pk}


def test_an_edition_of_which_a_part_was_approved_lets_nobody_begin_anew(editor, reviewer, at):
    guide = factories.guide("basics")
    logged(guide, editor, at)
    approve(assemble(guide), by=reviewer, at=at, scope="the spelling only", **STATEMENTS)
    published(guide, by=editor, at=at + HOUR)
    assert contributors(assemble(guide)) == {editor.pk}
