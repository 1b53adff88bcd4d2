"""People at work in the admin."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS
from tests import factories


@pytest.fixture
def editor(db) -> User:
    """Writes and publishes, as the account *editor* of a fresh installation does."""
    return factories.user("edith", group=(EDITORS, PUBLISHERS))


@pytest.fixture
def reviewer(db) -> User:
    return factories.user("rosa", group=REVIEWERS, first_name="Rosa", last_name="Lind")


@pytest.fixture
def as_editor(editor) -> Client:
    return _signed_in(editor)


@pytest.fixture
def as_reviewer(reviewer) -> Client:
    return _signed_in(reviewer)


@pytest.fixture
def as_superuser(db) -> Client:
    return _signed_in(factories.user("sue", is_superuser=True))


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
