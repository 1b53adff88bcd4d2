"""The ground all tests stand on: fast settings, a database, a moment, the starter content, and people at work."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS
from tests import factories
from tests.starter import insert_starter


def pytest_configure() -> None:
    """Leave out what costs time and proves nothing here: hashed file names, slow password hashes, and the second
    factor, which has tests of its own."""
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    settings.SECOND_FACTOR = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory) -> None:
    """Keep SQLite in a file, so that each thread of the live server has a connection of its own, as in production."""
    if connection.vendor == "sqlite":
        database = tmp_path_factory.getbasetemp() / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A page that a browser has left may still be in the making when the last test ends: its session ends here, since
    PostgreSQL drops no database that somebody uses."""
    yield
    if connection.vendor == "postgresql":
        others = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM ({others}) AS other")


@pytest.fixture
def at() -> dt.datetime:
    """The moment at which things are published in tests."""
    return dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@pytest.fixture
def starter(db, at) -> None:
    """The content of a fresh installation, published."""
    insert_starter(at=at)


@pytest.fixture
def editor(db) -> User:
    """Writes and publishes, as the account *editor* of a fresh installation does."""
    return factories.user("edith", group=(EDITORS, PUBLISHERS))


@pytest.fixture
def reviewer(db) -> User:
    return factories.user("rosa", group=REVIEWERS, first_name="Rosa", last_name="Lind")


@pytest.fixture
def as_editor(editor) -> Client:
    return factories.signed_in(editor)


@pytest.fixture
def as_reviewer(reviewer) -> Client:
    return factories.signed_in(reviewer)


@pytest.fixture
def as_superuser(db) -> Client:
    return factories.signed_in(factories.user("sue", is_superuser=True))
