"""`manage.py start`: from whatever is there to a site that can be used, which is what `make run` does."""

import datetime as dt
import os
import socket
import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS, create_account
from guides.archive import has_content
from guides.models import SearchSection
from guides.search.index import rebuild
from screening.management.commands.load_starter import load_starter

HOST = "127.0.0.1"
ACCOUNTS = {"editor": (EDITORS, PUBLISHERS), "reviewer": (REVIEWERS,)}


class Command(BaseCommand):
    help = "Prepares the database, fills it if it is empty, and serves the site on this machine."
    requires_system_checks = ()  # Some ask the database, which may be out of reach. The server makes them.

    def handle(self, *args: object, **options: object) -> None:
        refuse_taken_port(settings.PORT)
        refuse_unreachable_database()
        try:
            prepare(at=timezone.now(), say=self.stdout.write)
        except KeyboardInterrupt:
            raise CommandError("Stopped before everything was ready; the next run goes on from here.") from None
        self.stdout.write(f"Celliara: http://{HOST}:{settings.PORT}/ (Ctrl-C ends it)")
        self.stdout.flush()
        serve(settings.PORT)


def refuse_taken_port(port: int) -> None:
    """Raise CommandError where something listens on ``port`` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} of {HOST} cannot be used ({error}): choose another one, as in PORT=8001 make run."
            ) from error


def refuse_unreachable_database() -> None:
    """Raise CommandError where DATABASE_URL leads nowhere."""
    probe = connection.copy()
    probe.settings_dict["OPTIONS"].pop("pool", None)  # It would try again for seconds, and keep the reason to itself.
    try:
        probe.ensure_connection()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"The database in DATABASE_URL cannot be reached: {reason}") from error
    probe.close()


def prepare(*, at: dt.datetime, say: Callable[[str], object]) -> None:
    """Bring the database up to date; fill it if it is empty; make accounts if nobody could sign in.

    What is there already is left as it is.
    """
    call_command("migrate", interactive=False)
    if not has_content():
        say("The database is empty: loading the starter content.")
        load_starter(at=at, say=say)
    elif not SearchSection.objects.exists():
        say("Nothing can be searched yet: indexing what was published.")
        rebuild()
    if not User.objects.filter(is_active=True).exists():
        _tell_passwords(_create_accounts(), say)
    if not settings.DEBUG:
        say("Collecting and compressing static files.")
        call_command("collectstatic", interactive=False)


def serve(port: int) -> None:
    """Become the server: Django's own, which reloads changed code, under DEBUG; granian otherwise."""
    if settings.DEBUG:
        arguments = [str(settings.BASE_DIR / "manage.py"), "runserver", f"{HOST}:{port}"]
    else:
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)  # granian refuses to start without it.
        arguments = ["-m", "granian", "--interface", "wsgi", "--no-ws", "--host", HOST, "--port", str(port)]
        arguments += ["--static-path-route", "/media", "--static-path-mount", str(settings.MEDIA_ROOT)]
        arguments += ["--backpressure", "8", "--workers-kill-timeout", "5", "celliara.wsgi:application"]
    os.execv(sys.executable, [sys.executable, *arguments])


@transaction.atomic
def _create_accounts() -> dict[str, str]:
    return {username: create_account(username, *groups) for username, groups in ACCOUNTS.items()}


def _tell_passwords(passwords: dict[str, str], say: Callable[[str], object]) -> None:
    say(f"\nAccounts for http://{HOST}:{settings.PORT}/admin/, shown this once and kept nowhere:\n")
    for username, password in passwords.items():
        say(f"  {username:<10} {password}")
    say("")
