import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from guides.documents import BadDocument
from guides.models import Edition, Source
from screening.management.commands.load_starter import load_starter
from tests import factories


def say_nothing(line: str) -> None:
    pass


def test_the_starter_content_is_published_by_nobody_who_can_sign_in(starter, at):
    publisher = User.objects.get()
    assert (publisher.username, publisher.is_active, publisher.has_usable_password()) == ("celliara", False, False)
    assert set(Edition.objects.values_list("published_by", "published_at", "number")) == {(publisher.pk, at, 1)}
    assert set(Edition.objects.values_list("kind", flat=True)) == {"guide", "device", "questionnaire"}


def test_where_the_last_part_fails_nothing_is_left(db, at):
    """The questionnaire is loaded last: another one in its place makes it fail."""
    factories.questionnaire(slug="suitability-check")
    with pytest.raises(BadDocument):
        load_starter(at=at, say=say_nothing)
    assert not Source.objects.exists()
    assert not Edition.objects.exists()
    assert not User.objects.exists()


def test_the_command_refuses_where_there_is_content(db):
    factories.guide(slug="mine")
    with pytest.raises(CommandError, match="There is content already"):
        call_command("load_starter")
    assert not Source.objects.exists()
