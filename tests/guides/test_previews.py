"""Previews: what would be published, for whoever has the address, for a week."""

import datetime as dt

import pytest
from django.core.signing import Signer

from guides import previews
from guides.accounts import EDITORS
from guides.documents import assemble, sha256
from guides.models import AnswerItem, Approval, Claim, ClaimRow, Edition
from guides.previews import BadPreview
from tests import factories
from tests.guides.examples import import_comparing, import_device, import_guide

NOT_PUBLISHED = "Preview of a draft. Not published."


def test_a_token_names_its_draft(db, at):
    guide, device = factories.guide("gel"), factories.device("gel")
    assert previews.read(previews.sign(guide, at=at), at=at).draft == guide
    assert previews.read(previews.sign(device, at=at), at=at).draft == device


def test_a_guide_that_compares_devices_is_what_it_was_when_the_address_was_made(db, at):
    shown = previews.read(previews.sign(import_comparing(), at=at), at=at)
    assert (sorted(shown.document["references"]["compared"]), shown.has_changed) == (["arc", "orb"], False)


def test_a_token_holds_for_a_week(db, at):
    guide = factories.guide()
    token = previews.sign(guide, at=at)
    assert previews.read(token, at=at + dt.timedelta(days=7)).draft == guide
    with pytest.raises(BadPreview, match="has expired"):
        previews.read(token, at=at + dt.timedelta(days=7, seconds=1))


def test_a_token_cannot_be_made_or_changed_by_others(db, at):
    guide = factories.guide()
    token = previews.sign(guide, at=at)
    content = {"kind": "guide", "key": guide.key, "until": "2099-01-01T00:00:00+00:00"}
    for forged in (
        "",
        "x",
        token[:-1],
        f"x{token}",
        Signer().sign_object(content),
        Signer(key="x").sign_object(content),
    ):
        with pytest.raises(BadPreview, match="not an address that we gave out"):
            previews.read(forged, at=at)


def test_a_token_of_a_draft_that_is_gone(db, at):
    guide = factories.guide()
    token = previews.sign(guide, at=at)
    guide.delete()
    with pytest.raises(BadPreview, match="has been deleted"):
        previews.read(token, at=at)


@pytest.fixture
def now() -> dt.datetime:
    """Views ask the clock; the address they are given was made just now."""
    return dt.datetime.now(dt.UTC)


@pytest.mark.parametrize("make", [import_guide, import_device])
def test_the_page_is_the_real_one_and_says_that_it_is_no_edition(db, client, now, make):
    draft = make()
    response = client.get(previews.address(draft, at=now))
    text = response.content.decode()
    assert response.status_code == 200
    assert f"guides/{draft.kind}.html" in [template.name for template in response.templates]
    assert f"<h1>{draft.title}</h1>" in text
    assert NOT_PUBLISHED in text
    assert "This is an earlier edition" not in text
    assert "Independently reviewed" not in text
    assert not Edition.objects.exists()


def test_a_preview_is_kept_by_nobody(db, client, now):
    response = client.get(previews.address(factories.guide(), at=now))
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert not response.cookies


def test_a_preview_shows_the_draft_as_it_is_now(db, client, now):
    guide = factories.guide()
    address = previews.address(guide, at=now)
    guide.title = "Changed since"
    guide.save()
    assert "<h1>Changed since</h1>" in client.get(address).content.decode()


def test_an_incomplete_draft_can_be_previewed(db, client, now):
    guide = factories.guide(standfirst="", answer="")
    claim = factories.claim(verdict=Claim.Verdict.UNPROVEN, explanation="")
    ClaimRow.objects.create(parent=guide, region="main", claim=claim)
    AnswerItem.objects.create(parent=guide, region="answer", list="helps", text="It may.", claim=claim)
    Claim.objects.update(verdict="")
    assert NOT_PUBLISHED in client.get(previews.address(guide, at=now)).content.decode()


def test_a_bad_address_gets_a_page_that_says_why(db, client, now):
    old = previews.address(factories.guide(), at=now - dt.timedelta(days=8))
    response = client.get(old)
    assert response.status_code == 404
    assert "This preview has expired: ask whoever sent it for a new one." in response.content.decode()
    assert client.get("/preview/x/").status_code == 404


def test_a_preview_says_what_its_hash_is_and_when_the_draft_has_changed_since(db, client, now):
    guide = factories.guide()
    address = previews.address(guide, at=now)
    text = client.get(address).content.decode()
    assert sha256(assemble(guide).document) in text
    assert "has changed since this address was made" not in text
    guide.title = "Changed since"
    guide.save()
    text = client.get(address).content.decode()
    assert sha256(assemble(guide).document) in text
    assert "has changed since this address was made" in text


def test_who_may_approve_does_so_on_the_preview(as_reviewer, reviewer, now):
    guide = import_guide()
    response = as_reviewer.get(previews.address(guide, at=now))
    shown = response.context["preview"]
    assert f'action="{shown.approve_address}"' in response.content.decode()
    sent = {"sha256": shown.approval_form["sha256"].value(), "credential": "MD", "conflict_of_interest": "None."}
    as_reviewer.post(shown.approve_address, sent)
    approval = Approval.objects.get()
    assert (approval.by, approval.sha256, approval.scope) == (reviewer, shown.sha256, "all of it")
    assert as_reviewer.get(previews.address(guide, at=now)).context["preview"].approval_form is None, "Once is enough."


def test_what_changed_while_it_was_read_is_not_approved(as_reviewer, now):
    guide = import_guide()
    shown = as_reviewer.get(previews.address(guide, at=now)).context["preview"]
    guide.title = "Changed since"
    guide.save()
    sent = {"sha256": shown.approval_form["sha256"].value(), "credential": "MD", "conflict_of_interest": "None."}
    assert as_reviewer.post(shown.approve_address, sent).status_code == 422
    assert not Approval.objects.exists()


@pytest.mark.parametrize("group", ["", EDITORS])
def test_who_may_not_approve_finds_no_form(db, client, now, group):
    if group:
        client.force_login(factories.user("edith", group=group))
    response = client.get(previews.address(import_guide(), at=now))
    assert (response.context["preview"].approval_form, 'method="post"' in response.content.decode()) == (None, False)


def test_a_preview_is_only_read(db, client, now):
    assert client.post(previews.address(factories.guide(), at=now)).status_code == 405
