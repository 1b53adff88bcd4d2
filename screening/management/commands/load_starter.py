"""`manage.py load_starter`: the content of a fresh installation, into an empty database."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from guides import starter as what_we_know
from guides.archive import has_content
from screening import starter as what_we_ask

PUBLISHER = "celliara"


class Command(BaseCommand):
    help = "Loads and publishes the starter content. Refuses where there is any content already."

    def handle(self, *args: object, **options: object) -> None:
        if has_content():
            raise CommandError("There is content already: the starter content goes into an empty database only.")
        load_starter(at=timezone.now(), say=self.stdout.write)


@transaction.atomic
def load_starter(*, at: dt.datetime, say: Callable[[str], object]) -> None:
    """Load and publish everything; where anything fails, nothing."""
    by = publisher()
    what_we_know.load(by=by, at=at, say=say)
    what_we_ask.load(by=by, at=at, say=say)


def publisher() -> User:
    """The account that publishes the starter content. Nobody can sign in to it: no person stands behind it yet."""
    closed = {"is_active": False, "password": make_password(None)}
    return User.objects.get_or_create(username=PUBLISHER, defaults=closed)[0]
