from django.contrib.messages import get_messages

from guides.models import Device, Guide
from guides.publishing import publish
from tests import factories
from tests.guides.examples import import_guide


def test_a_published_draft_stays_and_says_why(as_superuser, editor, at):
    guide = import_guide()
    publish(guide, by=editor, at=at)
    address = f"/admin/guides/guide/{guide.pk}/delete/"
    for response in (as_superuser.get(address), as_superuser.post(address, {"post": "yes"})):
        assert response.url == f"/admin/guides/guide/{guide.pk}/change/"
        (message, *_) = get_messages(response.wsgi_request)
        assert str(message) == (
            "“How it works” has been published and cannot be deleted."
            ' Withdraw <a href="/admin/guides/edition/?q=how-it-works">its edition</a> instead.'
        )
    assert Guide.objects.filter(pk=guide.pk).exists()


def test_a_published_draft_offers_no_delete_button(as_superuser, editor, at):
    guide = import_guide()
    publish(guide, by=editor, at=at)
    assert as_superuser.get(f"/admin/guides/guide/{guide.pk}/change/").context["has_delete_permission"] is False


def test_a_draft_that_was_never_published_can_go(as_superuser):
    device = factories.device()
    as_superuser.post(f"/admin/guides/device/{device.pk}/delete/", {"post": "yes"})
    assert not Device.objects.exists()


def test_editors_delete_parts_but_no_drafts(as_editor):
    device = factories.device()
    assert as_editor.post(f"/admin/guides/device/{device.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Device.objects.exists()


def test_nothing_is_deleted_from_lists(as_superuser):
    for path in ("guide", "device", "source", "claim", "edition"):
        assert as_superuser.get(f"/admin/guides/{path}/").context["cl"].model_admin.actions is None
