"""The round of an edition in the admin: publish, refuse, approve, publish."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages

from guides.accounts import PUBLISHERS
from guides.documents import assemble, sha256
from guides.models import Approval, Edition, Guide, Prose
from guides.publishing import publish
from tests.guides.examples import import_guide

BECAUSE = {"unreviewed_because": "Nobody is there to review it."}
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}


@pytest.fixture
def guide(db) -> Guide:
    return import_guide()


def address(guide: Guide, page: str) -> str:
    return f"/admin/guides/guide/{guide.pk}/{page}/"


def posted(client, guide: Guide, page: str, **fields):
    """What the page answers to a person who has just opened it and fills in ``fields``."""
    shown = client.get(address(guide, page)).context["candidate"]
    return client.post(address(guide, page), {"sha256": shown.sha256, **BECAUSE, **fields})


def blockers(response) -> list[str]:
    return [item.problem.code for item in response.context["problem_list"].listed if item.is_blocker]


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_first_edition_is_published_and_the_public_page_shown(as_editor, editor, guide):
    response = posted(as_editor, guide, "publish")
    edition = Edition.objects.get()
    assert (edition.number, edition.published_by, edition.note) == (1, editor, "First edition.")
    assert response.url == address(guide, "change")
    assert said(response) == [
        'Edition 1 of “How it works” is published. <a href="/guides/how-it-works/">See the public page</a>.'
    ]


def test_publishing_is_no_change_of_the_draft(as_editor, guide):
    posted(as_editor, guide, "publish")
    assert [(entry.content_type.model, entry.change_message) for entry in LogEntry.objects.all()] == [
        ("edition", "Published.")
    ]


def test_a_major_change_needs_a_note(as_editor, editor, guide, at):
    publish(guide, by=editor, at=at)
    guide.guides_mechanism_set.update(certainty="speculative")
    page = as_editor.get(address(guide, "publish"))
    assert (page.context["candidate"].is_major, page.context["candidate"].needs_note) == (True, True)
    refused = posted(as_editor, guide, "publish", note=" ")
    assert (refused.status_code, blockers(refused), Edition.objects.count()) == (422, ["note-missing"], 1), (
        "Rule 5.5: a major change needs a change note."
    )
    posted(as_editor, guide, "publish", note="Nobody has measured it.")
    newest = Edition.objects.newest_first().first()
    assert (newest.number, newest.is_major, newest.note) == (2, True, "Nobody has measured it.")


def test_a_minor_change_needs_none(as_editor, editor, guide, at):
    publish(guide, by=editor, at=at)
    Prose.objects.update(html="<h2>What it is</h2><p>A weak current.</p>")
    assert as_editor.get(address(guide, "publish")).context["candidate"].needs_note is False
    posted(as_editor, guide, "publish")
    newest = Edition.objects.newest_first().first()
    assert (newest.number, newest.is_major, newest.note) == (2, False, "")


def test_where_nothing_has_changed_there_is_nothing_to_press(as_editor, editor, guide, at):
    publish(guide, by=editor, at=at)
    page = as_editor.get(address(guide, "publish"))
    assert blockers(page) == ["nothing-changed"]
    assert 'value="Publish"' not in page.content.decode()
    assert posted(as_editor, guide, "publish").status_code == 422
    assert Edition.objects.count() == 1


def test_what_was_not_seen_is_not_published(as_editor, guide):
    seen = as_editor.get(address(guide, "publish")).context["candidate"].sha256
    Prose.objects.update(html="<p>Somebody else was here.</p>")
    response = as_editor.post(address(guide, "publish"), {"sha256": seen, **BECAUSE})
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "The draft has changed since you opened this page. Look at it again first."
    ]
    assert not Edition.objects.exists()
    again = response.context["form"]["sha256"].value()
    assert as_editor.post(address(guide, "publish"), {"sha256": again, **BECAUSE}).status_code == 302


def test_an_approval_is_of_exactly_this_and_is_shown_before_publishing(as_editor, as_reviewer, reviewer, guide):
    response = posted(as_reviewer, guide, "approve", **STATEMENTS)
    approval = Approval.objects.get()
    assert response.url == address(guide, "change")
    assert (approval.sha256, approval.by, approval.credential, approval.conflict_of_interest) == (
        sha256(assemble(guide).document),
        reviewer,
        "Physiotherapist",
        "None.",
    )
    assert "Approved by Rosa Lind, Physiotherapist" in as_editor.get(address(guide, "publish")).content.decode()
    Prose.objects.update(html="<p>One changed word.</p>")
    assert as_editor.get(address(guide, "publish")).context["candidate"].approvals == []


def test_approving_is_no_change_of_the_draft(as_reviewer, reviewer, guide):
    """So the same person can approve the next one too."""
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    Prose.objects.update(html="<p>One changed word.</p>")
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    assert Approval.objects.filter(by=reviewer).count() == 2


def test_nobody_approves_twice(as_reviewer, guide):
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    page = as_reviewer.get(address(guide, "approve"))
    assert 'value="Approve"' not in page.content.decode()
    assert posted(as_reviewer, guide, "approve", **STATEMENTS).status_code == 422
    assert Approval.objects.count() == 1


def test_nobody_approves_what_they_worked_on(as_reviewer, reviewer, guide):
    LogEntry.objects.log_actions(reviewer.pk, [guide], 2, "Changed.", single_object=True)
    response = posted(as_reviewer, guide, "approve", **STATEMENTS)
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "You have worked on this since it was last approved; a second person must approve it."
    ], "Rule 5.4: an approver is never somebody who contributed."
    assert not Approval.objects.exists()


def test_an_approval_without_its_statements_is_refused(as_reviewer, guide):
    response = posted(as_reviewer, guide, "approve", credential=" ", conflict_of_interest="")
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"credential", "conflict_of_interest"}
    assert not Approval.objects.exists()


def test_who_publishes_does_not_approve_and_the_other_way_round(as_editor, as_reviewer, guide):
    for client, page in ((as_editor, "approve"), (as_reviewer, "publish")):
        assert client.get(address(guide, page)).status_code == 403
        assert client.post(address(guide, page), {"sha256": "0" * 64, **STATEMENTS}).status_code == 403
    assert not Edition.objects.exists()
    assert not Approval.objects.exists()


def test_buttons_are_shown_to_those_who_may_press_them(as_editor, as_reviewer, guide):
    publish_link, approve_link = (f'href="{address(guide, page)}"' for page in ("publish", "approve"))
    editors_page = as_editor.get(address(guide, "change")).content.decode()
    reviewers_page = as_reviewer.get(address(guide, "change")).content.decode()
    assert (publish_link in editors_page, approve_link in editors_page) == (True, False)
    assert (publish_link in reviewers_page, approve_link in reviewers_page) == (False, True)


def test_a_draft_that_is_not_there(as_editor):
    assert as_editor.get("/admin/guides/guide/99/publish/").status_code == 404


def test_the_list_says_what_readers_see(as_editor, editor, guide, at):
    publish(guide, by=editor, at=at)
    Prose.objects.update(html="<h2>What it is</h2><p>A weak current.</p>")
    publish(guide, by=editor, at=at, live_from=at + dt.timedelta(days=36500))
    listed = as_editor.get("/admin/guides/guide/").context["cl"].result_list
    assert {row.slug: row.live_number for row in listed} == {"how-it-works": 1, "conductive-gel": None}


def test_whoever_publishes_before_anybody_reviewed_it_says_why(as_editor, guide):
    refused = posted(as_editor, guide, "publish", unreviewed_because=" ")
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"unreviewed_because"})
    assert not Edition.objects.exists()
    posted(as_editor, guide, "publish")
    assert Edition.objects.get().unreviewed_because == "Nobody is there to review it."


def test_what_was_approved_needs_no_such_reason(as_editor, as_reviewer, guide):
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    assert "unreviewed_because" not in as_editor.get(address(guide, "publish")).context["form"].fields
    posted(as_editor, guide, "publish")
    assert Edition.objects.get().unreviewed_because == ""


def test_who_may_not_force_publishes_only_what_was_approved(as_editor, editor, as_reviewer, guide):
    permission = Permission.objects.get(codename="force_publish_edition")
    Group.objects.get(name=PUBLISHERS).permissions.remove(permission)
    page = as_editor.get(address(guide, "publish"))
    assert (page.context["may_publish"], 'value="Publish"' in page.content.decode()) == (False, False)
    assert posted(as_editor, guide, "publish").status_code == 403
    assert not Edition.objects.exists()
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    assert posted(as_editor, guide, "publish").status_code == 302


def test_an_edition_is_scheduled_with_its_end(as_editor, guide):
    response = posted(as_editor, guide, "publish", live_from="2040-01-02T03:04", ends_at="2040-01-03T00:00")
    edition = Edition.objects.with_end().get()
    assert (edition.live_from, edition.ends_at) == (
        dt.datetime(2040, 1, 2, 3, 4, tzinfo=dt.UTC),
        dt.datetime(2040, 1, 3, tzinfo=dt.UTC),
    )
    assert said(response) == ["Edition 1 of “How it works” goes live on 02 January 2040 at 03:04 UTC."]


def test_an_end_before_the_start_is_refused(as_editor, guide):
    refused = posted(as_editor, guide, "publish", live_from="2040-01-02T03:04", ends_at="2040-01-02T03:04")
    assert (refused.status_code, blockers(refused)) == (422, ["ends-too-early"])
    (listed,) = refused.context["problem_list"].listed
    assert (listed.place.label, listed.place.address) == ("Ends at", "#id_ends_at")


def test_the_difference_to_what_readers_have_is_shown_before_publishing(as_editor, editor, guide, at):
    assert as_editor.get(address(guide, "publish")).context["candidate"].difference is None
    publish(guide, by=editor, at=at)
    guide.guides_mechanism_set.update(certainty="speculative")
    page = as_editor.get(address(guide, "publish"))
    (section,) = page.context["candidate"].difference.sections
    assert "how sure we are" in section.changes[0].what
    assert "how sure we are" in page.content.decode()


def test_an_approval_of_a_part_says_which(as_reviewer, guide):
    posted(as_reviewer, guide, "approve", **STATEMENTS, scope="the physiology section only")
    assert Approval.objects.get().scope == "the physiology section only"


def test_an_approval_that_says_nothing_else_is_of_the_whole(as_reviewer, guide):
    posted(as_reviewer, guide, "approve", **STATEMENTS, scope=" ")
    assert Approval.objects.get().scope == "all of it"
