"""The story of publishing, approving and withdrawing, on guides and devices alike."""

import datetime as dt

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models

from guides.documents import assemble, canonical, sha256
from guides.models import Approval, Claim, Device, Edition, Guide, LabelStatement
from guides.publishing import (
    NotApprovable,
    NotPublishable,
    approve,
    contributors,
    edition_problems,
    publish,
)
from tests import factories
from tests.guides import examples

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def guide() -> Guide:
    return examples.import_guide()


@pytest.fixture
def device() -> Device:
    return examples.import_device()


@pytest.fixture
def editor():
    return factories.user("editor")


@pytest.fixture
def reviewer():
    return factories.user("reviewer")


def changed(row: models.Model, **fields) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def logged(row: models.Model, by, at: dt.datetime, flag: int = CHANGE) -> None:
    """What the admin writes down when somebody saves ``row``."""
    entry = LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        object_repr=str(row),
        action_flag=flag,
    )
    LogEntry.objects.filter(pk=entry.pk).update(action_time=at)


def codes(refused: pytest.ExceptionInfo[NotPublishable]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_publish_freezes_the_document(guide, editor, at):
    edition = publish(guide, by=editor, at=at)
    edition.refresh_from_db()
    assert (edition.kind, edition.key, edition.number, edition.slug, edition.title) == (
        "guide",
        "how-it-works",
        1,
        "how-it-works",
        "How it works",
    )
    assert edition.document == assemble(guide).document
    assert edition.sha256 == sha256(edition.document)
    assert (edition.is_major, edition.note) == (True, "First edition.")
    assert (edition.published_by, edition.published_at, edition.live_from) == (editor, at, at)


def test_the_hash_is_that_of_the_canonical_json_as_the_database_holds_it(guide, editor, at):
    edition = publish(guide, by=editor, at=at)
    edition.refresh_from_db()
    assert canonical(edition.document) == canonical(assemble(guide).document), "Rule 5.1: hashes can be recomputed."


def test_what_is_published_does_not_change_with_the_draft(guide, editor, at):
    publish(guide, by=editor, at=at)
    changed(guide, answer="Something else.")
    changed(Claim.objects.get(), verdict="supported")
    edition = Edition.objects.get()
    assert edition.document["answer"] == "It may help a little."
    assert edition.document["references"]["claim"]["permanent"]["verdict"] == "refuted"


def test_publish_numbers_each_subject_from_one(guide, device, editor, at):
    publish(guide, by=editor, at=at)
    changed(guide, standfirst="Other.")
    assert publish(guide, by=editor, at=at).number == 2
    assert publish(device, by=editor, at=at).number == 1


def test_publish_refuses_with_every_blocker_and_writes_nothing(guide, editor, at):
    changed(guide, answer="", standfirst="")
    with pytest.raises(NotPublishable) as refused:
        publish(guide, by=editor, at=at)
    assert codes(refused) == ["standfirst-missing", "answer-missing"]
    assert Edition.objects.count() == 0, "Rule 5.2: publishing is refused, and nothing is written."


def test_publish_refuses_what_is_live_already(guide, editor, at):
    publish(guide, by=editor, at=at)
    with pytest.raises(NotPublishable) as refused:
        publish(guide, by=editor, at=at + DAY)
    assert codes(refused) == ["nothing-changed"]


def test_a_minor_change_needs_no_note(guide, editor, at):
    publish(guide, by=editor, at=at)
    changed(guide, standfirst="Put better.")
    edition = publish(guide, by=editor, at=at + DAY)
    assert (edition.is_major, edition.note) == (False, "")


@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_major_change_needs_a_note(guide, editor, note, at):
    publish(guide, by=editor, at=at)
    changed(Claim.objects.get(), verdict="partly")
    with pytest.raises(NotPublishable) as refused:
        publish(guide, by=editor, at=at + DAY, note=note)
    assert codes(refused) == ["note-missing"], "Rule 5.5: a major change needs a change note."
    edition = publish(guide, by=editor, at=at + DAY, note="A new trial.")
    assert (edition.is_major, edition.note) == (True, "A new trial.")


SOFTENED = "“an implanted device”, by the label: was “do not use”, would be “ask a clinician first”."


def test_a_softened_disposition_is_named(device, editor, at):
    publish(device, by=editor, at=at)
    changed(LabelStatement.objects.get(), if_present="ask")
    found = edition_problems(assemble(device).document, at, "The label was corrected.")
    assert [problem.message for problem in found] == [
        f"Milder than before: {SOFTENED}",
        f"Nothing says why this may be milder than before: {SOFTENED}",
    ], "Rule 5.5: a softened disposition is named, one by one."


@pytest.mark.parametrize("justified", [{}, {SOFTENED: "  "}, {"Something else.": "It was wrong."}])
def test_a_softened_disposition_is_justified_or_not_published(device, editor, justified, at):
    publish(device, by=editor, at=at)
    changed(LabelStatement.objects.get(), if_present="ask")
    with pytest.raises(NotPublishable) as refused:
        publish(device, by=editor, at=at + DAY, note="Corrected.", justified=justified)
    assert codes(refused) == ["softening-unjustified"], "Rule 5.5: a softened disposition must be justified."


def test_readers_are_told_why_something_is_milder(device, editor, at):
    publish(device, by=editor, at=at)
    changed(LabelStatement.objects.get(), if_present="ask")
    why = {SOFTENED: " The maker has corrected it. "}
    edition = publish(device, by=editor, at=at + DAY, note="Corrected.", justified=why)
    assert edition.note == f"Corrected.\n\nMilder than before: {SOFTENED} Why: The maker has corrected it."


def test_publish_ahead_of_time_goes_live_by_itself(guide, editor, at):
    publish(guide, by=editor, at=at)
    changed(guide, standfirst="From tomorrow.")
    publish(guide, by=editor, at=at, live_from=at + DAY)
    before, after = (guide.editions.live(at + DAY - dt.timedelta(seconds=1)), guide.editions.live(at + DAY))
    assert [edition.number for edition in (*before, *after)] == [1, 2]


def test_publish_never_backdates(guide, editor, at):
    assert publish(guide, by=editor, at=at, live_from=at - DAY).live_from == at


def test_publishing_before_anybody_reviewed_it_says_why(guide, editor, reviewer, at):
    edition = publish(guide, by=editor, at=at, unreviewed_because=" A recall cannot wait. ")
    assert edition.unreviewed_because == "A recall cannot wait."
    changed(guide, standfirst="Other.")
    approved(assemble(guide), reviewer, at)
    assert publish(guide, by=editor, at=at, unreviewed_because="Not so.").unreviewed_because == ""


def approved(assembly, by, at, credential="Physiotherapist", conflict_of_interest="None.") -> Approval:
    return approve(assembly, by=by, at=at, credential=credential, conflict_of_interest=conflict_of_interest)


def test_approve_is_of_exactly_one_hash(guide, reviewer, at):
    assembly = assemble(guide)
    approval = approved(assembly, reviewer, at)
    assert (approval.kind, approval.key, approval.sha256) == ("guide", "how-it-works", sha256(assembly.document))
    changed(guide, standfirst="Other.")
    assert not Approval.objects.filter(sha256=sha256(assemble(guide).document)).exists(), "Rule 5.4"


def test_approve_refuses_somebody_who_changed_the_draft(guide, editor, at):
    logged(guide, editor, at)
    with pytest.raises(NotApprovable, match="a second person must approve it"):
        approved(assemble(guide), editor, at)
    assert Approval.objects.count() == 0, "Rule 5.4: an approver is never somebody who contributed."


def test_approve_refuses_somebody_who_changed_a_record_it_refers_to(guide, editor, at):
    logged(Claim.objects.get(), editor, at)
    with pytest.raises(NotApprovable):
        approved(assemble(guide), editor, at)


def test_approve_accepts_somebody_who_changed_something_else(guide, editor, at):
    logged(factories.guide("other"), editor, at, ADDITION)
    approved(assemble(guide), editor, at)


def test_contributors_count_since_the_last_approved_edition(guide, editor, reviewer, at):
    logged(guide, editor, at - DAY)
    assert contributors(assemble(guide)) == {editor.pk}
    approved(assemble(guide), reviewer, at)
    publish(guide, by=reviewer, at=at)
    assert contributors(assemble(guide)) == set()
    logged(guide, reviewer, at + DAY)
    assert contributors(assemble(guide)) == {reviewer.pk}


def test_whoever_published_it_without_approval_stands_behind_it(guide, editor, at):
    publish(guide, by=editor, at=at)
    assert contributors(assemble(guide)) == {editor.pk}


def test_approve_refuses_a_second_yes_of_the_same_person(guide, reviewer, at):
    approved(assemble(guide), reviewer, at)
    with pytest.raises(NotApprovable, match="approved exactly this already"):
        approved(assemble(guide), reviewer, at + DAY)


@pytest.mark.parametrize("unsaid", [{"credential": " "}, {"conflict_of_interest": ""}])
def test_approve_refuses_without_credential_or_statement(guide, reviewer, unsaid, at):
    with pytest.raises(NotApprovable, match="Say what makes you fit"):
        approved(assemble(guide), reviewer, at, **unsaid)
