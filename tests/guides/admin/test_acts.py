"""What can be done about a published edition: set its end, put its note right, bring it back, lead readers on."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages

from guides.accounts import EDITORS, PUBLISHERS
from guides.documents import assemble
from guides.models import Approval, Claim, Edition, Erratum, Expiry, Guide, Withdrawal
from guides.pages.addresses import edition_address
from guides.publishing import contributors, publish, withdraw
from tests import factories
from tests.guides.examples import import_device, import_guide

MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
WITHDRAWN = {"reason": "A study was retracted.", "advice": "Do not rely on it."}


@pytest.fixture
def edition(editor, at) -> Edition:
    return publish(import_guide(), by=editor, at=at)


def address(edition: Edition, verb: str) -> str:
    return f"/admin/guides/edition/{edition.pk}/{verb}/"


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_acts_are_offered_to_those_who_may_do_them(as_editor, as_reviewer, edition):
    clients = {
        "writes": factories.signed_in(factories.user("w", group=EDITORS)),
        "publishes": factories.signed_in(factories.user("p", group=PUBLISHERS)),
        "does both": as_editor,
        "reviews": as_reviewer,
    }
    offered = {
        person: [label for label, _ in client.get(address(edition, "change")).context["acts"]]
        for person, client in clients.items()
    }
    assert offered == {
        "writes": ["Bring it back"],
        "publishes": ["Withdraw", "Set its end", "Add an erratum"],
        "does both": ["Withdraw", "Set its end", "Add an erratum", "Bring it back"],
        "reviews": [],
    }


@pytest.mark.parametrize("verb", ["withdraw", "end", "correct", "restore"])
def test_acts_are_refused_to_reviewers(as_reviewer, edition, verb):
    assert as_reviewer.get(address(edition, verb)).status_code == 403
    assert as_reviewer.post(address(edition, verb), {"text": "x"}).status_code == 403
    assert [model.objects.count() for model in (Withdrawal, Expiry, Erratum, LogEntry)] == [0, 0, 0, 0]


def test_an_end_is_set_and_taken_back(as_editor, editor, edition):
    as_editor.post(address(edition, "end"), {"ends_at": "2040-01-02T03:04"})
    expiry = Expiry.objects.get()
    assert (expiry.edition, expiry.by, expiry.ends_at) == (
        edition,
        editor,
        dt.datetime(2040, 1, 2, 3, 4, tzinfo=dt.UTC),
    )
    as_editor.post(address(edition, "end"), {"ends_at": ""})
    assert Edition.objects.with_end().get().ends_at is None


def test_an_end_that_is_no_time_is_refused(as_editor, edition):
    assert as_editor.post(address(edition, "end"), {"ends_at": "soon"}).status_code == 422
    assert not Expiry.objects.exists()


def test_an_erratum_is_added(as_editor, editor, edition):
    response = as_editor.post(address(edition, "correct"), {"text": "It was in 1982."})
    erratum = Erratum.objects.get()
    assert (response.url, erratum.edition, erratum.by, erratum.text) == (
        address(edition, "change"),
        edition,
        editor,
        "It was in 1982.",
    )


def test_a_second_click_adds_no_second_erratum(as_editor, edition):
    first, second = (as_editor.post(address(edition, "correct"), {"text": "It was in 1982."}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 422)
    assert second.context["form"].non_field_errors() == ["Exactly this stands beside it already."]
    assert Erratum.objects.count() == 1


def test_an_end_before_a_scheduled_start_is_refused(as_editor, editor, at):
    scheduled = publish(import_guide(), by=editor, at=at, live_from=dt.datetime(2040, 1, 2, tzinfo=dt.UTC))
    refused = as_editor.post(address(scheduled, "end"), {"ends_at": "2040-01-01T00:00"})
    assert refused.context["form"].non_field_errors() == [
        "It would end before it goes live. Choose a later end, or withdraw it."
    ]
    assert not Expiry.objects.exists()


def test_a_withdrawn_edition_has_no_end_to_be_set(as_editor, reviewer, edition, at):
    withdraw(edition, by=reviewer, at=at, **WITHDRAWN)
    assert said(as_editor.post(address(edition, "end"), {})) == ["How it works, edition 1 is withdrawn already."]
    assert not Expiry.objects.exists()


def test_a_withdrawn_page_leads_to_what_is_live(as_editor, editor, edition, at):
    device = publish(import_device(), by=editor, at=at)
    form = as_editor.get(address(edition, "withdraw")).context["form"]
    assert form.fields["leads_to"].choices == [("", "Nowhere"), ("device:mini", "Mini (device)")]
    as_editor.post(address(edition, "withdraw"), {**WITHDRAWN, "way": "redirect", "leads_to": "device:mini"})
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.way, withdrawal.leads_to) == ("redirect", "device:mini")
    assert as_editor.get("/guides/how-it-works/")["Location"] == f"/devices/{device.slug}/"


@pytest.mark.parametrize(
    "way", [{"way": "redirect"}, {"way": "redirect", "leads_to": "guide:how-it-works"}, {"way": "x"}]
)
def test_a_withdrawn_page_leads_neither_nowhere_nor_to_itself(as_editor, edition, way):
    assert as_editor.post(address(edition, "withdraw"), {**WITHDRAWN, **way}).status_code == 422
    assert not Withdrawal.objects.exists()


def test_only_a_page_that_leads_elsewhere_asks_where(as_editor, editor, edition, at):
    publish(import_device(), by=editor, at=at)
    fields = {**WITHDRAWN, "way": "gone", "leads_to": "device:mini"}
    assert as_editor.post(address(edition, "withdraw"), fields).status_code == 422


def test_an_edition_is_brought_back_as_the_draft(as_editor, editor, edition):
    guide = Guide.objects.get(key="how-it-works")
    guide.answer, guide.slug = "Something else.", "elsewhere"
    guide.save()
    guide.guides_prose_set.all().delete()
    guide.guides_phase_set.update(uid="other")
    response = as_editor.post(address(edition, "restore"))
    assert response.url == f"/admin/guides/guide/{guide.pk}/publish/?restores=1"
    assert assemble(guide).document == {**edition.document, "slug": "elsewhere"}, "All of it but the address."
    assert as_editor.get(response.url).context["form"]["note"].value() == "Brings back edition 1."
    assert contributors(assemble(guide)) == {editor.pk}


def test_what_is_brought_back_is_not_approved_by_that(as_editor, editor, reviewer, edition, at):
    approved = {"kind": "guide", "key": edition.key, "sha256": edition.sha256, "by": reviewer, "at": at + SECOND}
    Approval.objects.create(**approved, credential="MD", conflict_of_interest="-")
    guide = Guide.objects.get(key=edition.key)
    guide.answer = "Something else."
    guide.save()
    publish(guide, by=editor, at=at + 2 * SECOND, note="Another answer.")
    response = as_editor.post(address(edition, "restore"))
    candidate = as_editor.get(response.url).context["candidate"]
    assert (candidate.sha256, candidate.is_approved) == (edition.sha256, False), "Rule 5.4: it is a yes to one edition."
    again = publish(guide, by=editor, at=at + 3 * SECOND, note="Back.", unreviewed_because="Nobody was there.")
    pages = as_editor.get(edition_address("guide", edition.slug, again.number)).context["history"]
    assert again.unreviewed_because == "Nobody was there."
    assert [len(pages.numbered(number).reviews) for number in (1, 3)] == [1, 0]


def test_a_device_is_brought_back(as_editor, editor, at):
    device = import_device()
    edition = publish(device, by=editor, at=at)
    device.facts.all().delete()
    device.label.all().delete()
    as_editor.post(address(edition, "restore"))
    assert assemble(device).document == edition.document


def test_what_refers_to_something_that_is_gone_is_not_brought_back(as_editor, edition):
    guide = Guide.objects.get(key="how-it-works")
    guide.guides_claimrow_set.all().delete()
    guide.guides_answeritem_set.all().delete()
    Claim.objects.all().delete()
    before = assemble(guide).document
    response = as_editor.post(address(edition, "restore"))
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "It cannot be brought back as it was. How it works, edition 1: blocks[0].claim: there is no claim “permanent”."
    ]
    assert assemble(guide).document == before, "Nothing is changed then."


def test_an_edition_whose_draft_is_gone(as_editor, at):
    response = as_editor.post(address(factories.edition(at=at), "restore"))
    assert response.context["form"].non_field_errors() == ["Its draft is gone."]
