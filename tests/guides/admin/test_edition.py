import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from guides.models import Approval, Edition, Withdrawal
from guides.publishing import publish, set_end, withdraw
from tests.guides.examples import import_guide

WITHDRAWN = {"reason": "A study was retracted.", "advice": "Do not rely on it."}


def published(editor, at) -> Edition:
    return publish(import_guide(), by=editor, at=at)


def test_an_edition_can_be_read_and_found_on_the_site(as_editor, editor, at):
    edition = published(editor, at)
    page = as_editor.get(f"/admin/guides/edition/{edition.pk}/change/")
    text = page.content.decode()
    assert edition.sha256 in text
    assert 'href="/guides/how-it-works/editions/1/"' in text
    assert page.context["has_change_permission"] is False


def test_what_was_published_cannot_be_added_changed_or_deleted(as_superuser, editor, at):
    edition = published(editor, at)
    withdraw(edition, by=editor, at=at, **WITHDRAWN)
    Approval.objects.create(
        kind="guide", key="x", sha256="0" * 64, by=editor, at=at, credential="MD", conflict_of_interest="None."
    )
    for name, row in (("edition", edition), ("withdrawal", edition.withdrawal), ("approval", Approval.objects.get())):
        for page in ("add/", f"{row.pk}/change/", f"{row.pk}/delete/"):
            status = as_superuser.post(f"/admin/guides/{name}/{page}", {"post": "yes", "title": "x"}).status_code
            assert (name, page, status) == (name, page, 403), "Rule 5.1: what was published is never changed."


def test_lists_say_what_is_live(as_editor, editor, at):
    edition = published(editor, at)
    admin = as_editor.get("/admin/guides/edition/").context["cl"].model_admin
    (row,) = admin.get_queryset(None)
    assert admin.state(row) == "live"
    withdraw(edition, by=editor, at=at, **WITHDRAWN)
    (row,) = admin.get_queryset(None)
    assert admin.state(row) == "withdrawn"


def test_a_publisher_withdraws_an_edition(as_editor, editor, at):
    edition = published(editor, at)
    address = f"/admin/guides/edition/{edition.pk}/withdraw/"
    assert "nothing of it will be live" in as_editor.get(address).content.decode()
    response = as_editor.post(address, WITHDRAWN)
    withdrawal = Withdrawal.objects.get()
    assert response.url == f"/admin/guides/edition/{edition.pk}/change/"
    assert (withdrawal.edition, withdrawal.by, withdrawal.reason, withdrawal.advice) == (
        edition,
        editor,
        "A study was retracted.",
        "Do not rely on it.",
    )


def test_withdrawing_says_what_readers_see_afterwards(as_editor, editor, at):
    guide = import_guide()
    first = publish(guide, by=editor, at=at)
    guide.standfirst = "Another."
    guide.save()
    second = publish(guide, by=editor, at=at)
    page = as_editor.get(f"/admin/guides/edition/{second.pk}/withdraw/")
    assert page.context["live_afterwards"] == first


@pytest.fixture
def scheduled(editor, at) -> tuple[Edition, Edition]:
    """An edition, and the next one, which is still to go live."""
    guide = import_guide()
    first = publish(guide, by=editor, at=at)
    guide.standfirst = "Another."
    guide.save()
    return first, publish(guide, by=editor, at=at, live_from=timezone.now() + dt.timedelta(days=30))


def test_withdrawing_says_what_still_goes_live(as_editor, scheduled):
    page = as_editor.get(f"/admin/guides/edition/{scheduled[0].pk}/withdraw/").content.decode()
    assert "<strong>Edition 2</strong> still goes live on" in page
    assert "Withdraw edition 2 too" in page
    assert (
        "Withdraw edition" not in as_editor.get(f"/admin/guides/edition/{scheduled[1].pk}/withdraw/").content.decode()
    )


@pytest.mark.parametrize(("ticked", "withdrawn"), [({}, [1]), ({"also-2": "on"}, [1, 2])])
def test_what_still_goes_live_is_withdrawn_too_if_asked(as_editor, scheduled, ticked, withdrawn):
    response = as_editor.post(f"/admin/guides/edition/{scheduled[0].pk}/withdraw/", WITHDRAWN | ticked)
    assert response.status_code == 302
    said = Withdrawal.objects.filter(**WITHDRAWN).order_by("edition__number")
    assert [withdrawal.edition.number for withdrawal in said] == withdrawn


def test_withdrawing_does_not_promise_what_has_ended(as_editor, editor, at):
    guide = import_guide()
    first = publish(guide, by=editor, at=at)
    guide.standfirst = "Another."
    guide.save()
    second = publish(guide, by=editor, at=at)
    set_end(first, by=editor, at=at, ends_at=at + dt.timedelta(seconds=1))
    page = as_editor.get(f"/admin/guides/edition/{second.pk}/withdraw/")
    assert page.context["live_afterwards"] is None
    assert "No other edition takes its place: nothing of it will be live." in page.content.decode()


def test_a_withdrawal_needs_reason_and_advice(as_editor, editor, at):
    edition = published(editor, at)
    response = as_editor.post(f"/admin/guides/edition/{edition.pk}/withdraw/", {"reason": " "})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {"reason", "advice"})
    assert not Withdrawal.objects.exists()


def test_nothing_is_withdrawn_twice(as_editor, editor, at):
    edition = published(editor, at)
    withdraw(edition, by=editor, at=at, **WITHDRAWN)
    response = as_editor.post(f"/admin/guides/edition/{edition.pk}/withdraw/", WITHDRAWN)
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "How it works, edition 1 is withdrawn already."
    ]
    assert Withdrawal.objects.count() == 1


def test_a_reviewer_withdraws_nothing(as_reviewer, editor, at):
    edition = published(editor, at)
    assert as_reviewer.post(f"/admin/guides/edition/{edition.pk}/withdraw/", WITHDRAWN).status_code == 403
    assert not Withdrawal.objects.exists()
