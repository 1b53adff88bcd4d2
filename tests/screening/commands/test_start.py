import re
import socket
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError

from guides.models import Guide
from screening.management.commands.start import prepare, refuse_taken_port
from tests import factories

PASSWORD = re.compile(r"^  (editor|reviewer) +(\S+)$", re.MULTILINE)


@pytest.fixture
def debug(settings) -> None:
    """As in a first `make run`: without DEBUG, static files would be collected."""
    settings.DEBUG = True


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_refused(taken_port):
    with pytest.raises(CommandError, match=f"Port {taken_port} of 127.0.0.1 cannot be used .*: choose another one"):
        refuse_taken_port(taken_port)


def test_a_port_that_does_not_exist_is_refused():
    with pytest.raises(CommandError, match="Port 65536 of 127.0.0.1 cannot be used"):
        refuse_taken_port(65536)


def test_an_empty_database_is_filled_and_gets_two_accounts(db, debug, at):
    said = []
    prepare(at=at, say=said.append)
    accounts = dict(PASSWORD.findall("\n".join(said)))
    groups = {
        user.username: {group.name for group in user.groups.all()}
        for user in User.objects.filter(username__in=accounts)
        if user.check_password(accounts[user.username])
    }
    assert groups == {"editor": {"editors", "publishers"}, "reviewer": {"reviewers"}}
    assert Guide.objects.get(key="how-microcurrent-works").editions.live(at).count() == 1


def test_a_second_time_changes_nothing(starter, debug, at):
    prepare(at=at, say=lambda line: None)
    Guide.objects.filter(key="how-microcurrent-works").update(title="As an editor left it")
    before = everything()
    said = []
    prepare(at=at, say=said.append)
    assert everything() == before
    assert said == []


def test_where_somebody_can_sign_in_no_accounts_are_made(starter, debug, at):
    factories.user("ada")
    prepare(at=at, say=lambda line: None)
    assert set(User.objects.values_list("username", flat=True)) == {"ada", "celliara"}


def test_content_that_is_there_is_left_alone(db, debug, at):
    factories.guide(slug="mine")
    prepare(at=at, say=lambda line: None)
    assert list(Guide.objects.values_list("key", flat=True)) == ["mine"]


def everything() -> dict[str, list[dict]]:
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in apps.get_models()}
