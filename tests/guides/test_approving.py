"""Rule 5.4: approval is of a hash, by a second person."""

import datetime as dt

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models

from guides.documents import assemble, sha256
from guides.models import Approval, Claim, Edition, Guide, Source
from guides.publishing import NotApprovable, approve, contributors, publish
from tests import factories
from tests.guides import examples

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}


@pytest.fixture
def editor():
    return factories.user("editor")


@pytest.fixture
def reviewer():
    return factories.user("reviewer")


@pytest.fixture
def guide() -> Guide:
    return examples.import_guide()


def changed(row: models.Model, by, at: dt.datetime) -> None:
    """What the admin's log says after ``by`` has saved the form of ``row``."""
    entry = LogEntry.objects.log_actions(by.pk, [row], CHANGE, change_message="", single_object=True)
    LogEntry.objects.filter(pk=entry.pk).update(action_time=at)


def approved(draft: Guide, by, at: dt.datetime) -> Approval:
    return approve(assemble(draft), by=by, at=at, **STATEMENTS)


def test_a_second_person_approves_exactly_this_document(guide, editor, reviewer, at):
    changed(guide, by=editor, at=at)

    approval = Approval.objects.get(pk=approved(guide, by=reviewer, at=at + HOUR).pk)

    assert (approval.kind, approval.key) == ("guide", "how-it-works")
    assert approval.sha256 == sha256(assemble(guide).document)
    assert (approval.by, approval.at) == (reviewer, at + HOUR)
    assert (approval.credential, approval.conflict_of_interest) == ("Physiotherapist", "None.")


def test_who_worked_on_it_cannot_approve_it(guide, editor, at):
    changed(guide, by=editor, at=at)

    with pytest.raises(NotApprovable, match="a second person must approve it"):
        approved(guide, by=editor, at=at + HOUR)

    assert not Approval.objects.exists(), "Rule 5.4: an approver is never somebody who contributed to the draft."


def test_who_worked_on_a_record_that_it_shows_cannot_approve_it(guide, editor, at):
    changed(Claim.objects.get(key="permanent"), by=editor, at=at)

    with pytest.raises(NotApprovable):
        approved(guide, by=editor, at=at + HOUR)


def test_who_worked_on_something_else_can_approve_it(guide, editor, at):
    changed(factories.source("unused"), by=editor, at=at)
    changed(Guide.objects.get(key="conductive-gel"), by=editor, at=at)
    # The same primary key in another table is another row.
    changed(factories.user("somebody", pk=guide.pk + 1000), by=editor, at=at)

    assert approved(guide, by=editor, at=at + HOUR).by == editor


def test_who_published_it_unapproved_cannot_approve_it(guide, editor, reviewer, at):
    """What was imported is in no log, but whoever published it stands behind it."""
    publish(guide, by=editor, at=at)

    assert contributors(assemble(guide)) == {editor.pk}
    with pytest.raises(NotApprovable):
        approved(guide, by=editor, at=at + HOUR)
    assert approved(guide, by=reviewer, at=at + HOUR).by == reviewer


def test_after_an_approved_edition_everybody_begins_anew(guide, editor, reviewer, at):
    changed(guide, by=editor, at=at)
    approved(guide, by=reviewer, at=at)
    publish(guide, by=editor, at=at + HOUR)
    guide.title = "Other words"
    guide.save()
    changed(guide, by=reviewer, at=at + 2 * HOUR)

    assert contributors(assemble(guide)) == {reviewer.pk}
    assert approved(guide, by=editor, at=at + 3 * HOUR).by == editor


def test_an_edition_without_approval_lets_nobody_begin_anew(guide, editor, reviewer, at):
    changed(guide, by=editor, at=at)
    publish(guide, by=reviewer, at=at + HOUR)
    changed(guide, by=factories.user("third"), at=at + 2 * HOUR)

    assert len(contributors(assemble(guide))) == 3


def test_an_approval_of_another_hash_does_not_count(guide, editor, reviewer, at):
    approved(guide, by=reviewer, at=at)
    guide.title = "Other words"
    guide.save()
    edition = publish(guide, by=editor, at=at + HOUR)

    assert not Edition.objects.filter(pk=edition.pk).approvals().exists(), "Rule 5.4: approval is of a hash."
    assert contributors(assemble(guide)) == {editor.pk}


def test_an_approval_of_this_hash_counts(guide, editor, reviewer, at):
    approval = approved(guide, by=reviewer, at=at)
    edition = publish(guide, by=editor, at=at + HOUR)

    assert list(Edition.objects.filter(pk=edition.pk).approvals()) == [approval]


def test_one_person_says_yes_once(guide, reviewer, at):
    approved(guide, by=reviewer, at=at)

    with pytest.raises(NotApprovable, match="already"):
        approved(guide, by=reviewer, at=at + HOUR)


def test_an_approval_says_what_was_judged(guide, reviewer, at):
    assert approved(guide, by=reviewer, at=at).scope == "all of it"
    of_a_part = {"scope": "the physiology section only", **STATEMENTS}
    given = approve(assemble(guide), by=factories.user("third"), at=at, **of_a_part)
    assert Approval.objects.get(pk=given.pk).scope == "the physiology section only"


def test_two_people_can_say_yes(guide, reviewer, at):
    approved(guide, by=reviewer, at=at)
    approved(guide, by=factories.user("third"), at=at)

    assert Approval.objects.count() == 2


@pytest.mark.parametrize("unsaid", STATEMENTS)
def test_an_approval_without_credential_or_interests_is_refused(unsaid, guide, reviewer, at):
    with pytest.raises(NotApprovable, match="Say what makes you fit"):
        approve(assemble(guide), by=reviewer, at=at, **STATEMENTS | {unsaid: " \n"})


def test_a_record_that_is_no_longer_shown_makes_nobody_a_contributor(guide, editor, at):
    changed(Source.objects.get(key="S2"), by=editor, at=at)
    assert contributors(assemble(guide)) == {editor.pk}

    Claim.objects.update(explanation="<p>Without a source.</p>")
    guide.guides_productblock_set.all().delete()
    guide.guides_conditionlist_set.all().delete()
    guide.guides_termlist_set.all().delete()
    guide.guides_prose_set.update(html="<h2>Text</h2>")

    assert contributors(assemble(guide)) == set()
