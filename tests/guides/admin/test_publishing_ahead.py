"""Publishing ahead of time, beside what waits already; and what changes while somebody publishes."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.utils.html import strip_tags

from guides.accounts import PUBLISHERS
from guides.models import Approval, Device, Edition, Guide, LabelStatement
from guides.publishing import publish
from tests.guides.examples import import_device, import_guide

STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}
BECAUSE = {"unreviewed_because": "Nobody is there to review it."}
FAR = dt.datetime(2040, 1, 2, tzinfo=dt.UTC)
FARTHER = FAR + dt.timedelta(days=30)


@pytest.fixture
def guide(db) -> Guide:
    return import_guide()


def address(draft: Guide | Device, page: str) -> str:
    return f"/admin/guides/{draft.kind}/{draft.pk}/{page}/"


def posted(client, draft: Guide | Device, page: str, **fields):
    shown = client.get(address(draft, page)).context["candidate"]
    return client.post(address(draft, page), {"sha256": shown.sha256, **BECAUSE, **fields})


def text(response) -> str:
    return " ".join(strip_tags(response.content.decode()).split())


def reword(guide: Guide, words: str) -> None:
    Guide.objects.filter(pk=guide.pk).update(standfirst=words)
    guide.refresh_from_db()


class AnotherWriter:
    """Changes the draft at the last moment: when the one transaction begins in which the page publishes it."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.is_waiting = True

    def __call__(self, execute, sql, params, many, context):
        if self.is_waiting and sql.startswith("SAVEPOINT"):
            self.is_waiting = False
            reword(self.guide, "Nobody has seen this.")
        return execute(sql, params, many, context)


def test_what_changes_at_the_last_moment_is_not_published(as_editor, as_reviewer, guide):
    Group.objects.get(name=PUBLISHERS).permissions.remove(Permission.objects.get(codename="force_publish_edition"))
    posted(as_reviewer, guide, "approve", **STATEMENTS)
    seen = as_editor.get(address(guide, "publish")).context["candidate"].sha256
    with connection.execute_wrapper(AnotherWriter(guide)):
        response = as_editor.post(address(guide, "publish"), {"sha256": seen})
    assert Guide.objects.get(pk=guide.pk).standfirst == "Nobody has seen this."
    assert response.status_code == 422
    assert [item.problem.code for item in response.context["problem_list"].listed] == ["not-seen", "not-approved"]
    assert response.context["candidate"].sha256 != seen
    assert not Edition.objects.exists(), "Rule 5.4: what was approved is published, and nothing else."


def test_a_yes_to_a_part_is_shown_as_one_and_counts_for_nothing(as_editor, as_reviewer, guide):
    Group.objects.get(name=PUBLISHERS).permissions.remove(Permission.objects.get(codename="force_publish_edition"))
    posted(as_reviewer, guide, "approve", **STATEMENTS, scope="the spelling only")
    page = as_editor.get(address(guide, "publish"))
    assert "Approved by Rosa Lind, Physiotherapist, on" in text(page)
    assert "the spelling only. Nobody has approved exactly this as a whole, which alone counts." in text(page)
    assert page.context["may_publish"] is False
    assert posted(as_editor, guide, "publish").status_code == 403, "Rule 5.4: a part is not the whole."
    assert "the spelling only. That does not count as approval" in text(as_reviewer.get(address(guide, "approve")))


@pytest.mark.parametrize("scope", ["All of it.", " all of it "])
def test_the_whole_is_the_whole_however_it_is_written(as_reviewer, guide, scope):
    posted(as_reviewer, guide, "approve", **STATEMENTS, scope=scope)
    assert Approval.objects.get().is_of_the_whole


def test_what_is_milder_than_what_will_be_live_then_is_asked_for(as_editor, editor, at):
    device = import_device()
    LabelStatement.objects.update(if_present="ask")
    publish(device, by=editor, at=at)
    LabelStatement.objects.update(if_present="stop")
    publish(device, by=editor, at=at, live_from=FAR, note="Stricter.")
    LabelStatement.objects.update(if_present="limited")
    later = {"live_from": FARTHER.strftime("%Y-%m-%dT%H:%M"), "note": "Milder."}
    asked = posted(as_editor, device, "publish", **later)
    assert (asked.status_code, asked.context["candidate"].live.number) == (422, 2)
    assert set(asked.context["form"].errors) == {"why-1"}, "Rule 5.5: a softened disposition must be justified."
    assert "was “do not use”" in asked.context["form"].fields["why-1"].label
    posted(as_editor, device, "publish", **later, **{"why-1": "The maker has corrected it."})
    newest = Edition.objects.of("device").newest_first().first()
    assert (newest.number, newest.live_from) == (3, FARTHER)
    assert "was “do not use”" in newest.note
    assert "Why: The maker has corrected it." in newest.note


def test_no_time_is_said_to_be_none(as_editor, guide):
    refused = posted(as_editor, guide, "publish", live_from="soon")
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"live_from"})


def test_an_edition_that_would_never_go_live_is_named(as_editor, editor, guide, at):
    publish(guide, by=editor, at=at)
    reword(guide, "Second.")
    publish(guide, by=editor, at=at, live_from=FAR)
    reword(guide, "Third.")
    said = text(as_editor.get(address(guide, "publish")))
    assert "Never goes live Edition 2, which waits for 2 January 2040, 00:00 UTC" in said
    assert as_editor.get(address(guide, "publish")).context["candidate"].live.number == 1
    posted(as_editor, guide, "publish")
    assert list(Edition.objects.live(FAR).values_list("number", flat=True)) == [3]
    listed = as_editor.get("/admin/guides/edition/").context["cl"]
    assert {row.number: listed.model_admin.state(row) for row in listed.result_list} == {
        1: "earlier",
        2: "superseded before it went live",
        3: "live",
    }
    reword(guide, "Fourth.")
    assert as_editor.get(address(guide, "publish")).context["candidate"].overtaken == []
