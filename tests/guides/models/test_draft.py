import pytest
from django.core.exceptions import ValidationError

from guides.models import Guide
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_key_is_the_first_slug_and_stays():
    guide = factories.guide("first")
    guide.slug = "second"
    guide.save()
    assert Guide.objects.get().key == "first"


def test_a_key_is_never_given_twice():
    renamed = factories.guide("first")
    renamed.slug = "second"
    renamed.save()
    assert factories.guide("first").key == "first-2"


def test_a_key_that_was_published_is_never_given_again(at):
    factories.edition("guide", "first", at=at)
    assert factories.guide("first").key == "first-2"


def test_a_draft_that_was_published_cannot_be_deleted(at):
    guide = factories.guide("first")
    factories.edition("guide", "first", at=at)
    with pytest.raises(ValidationError, match="has been published and cannot be deleted"):
        guide.delete()
    with pytest.raises(ValidationError, match="has been published and cannot be deleted"):
        Guide.objects.all().delete()
    assert Guide.objects.count() == 1


def test_a_draft_that_was_never_published_can_be_deleted():
    factories.guide("first").delete()
    assert Guide.objects.count() == 0
