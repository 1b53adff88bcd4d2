"""`manage.py prove`: every promise of the questionnaire, held over every set of answers, in words."""

import datetime as dt
import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guides.documents import assemble
from screening.checklist import Checklist, as_if_published, devices_live, live_checklist
from screening.engine import Breach, Undecodable
from screening.models import Questionnaire
from screening.promises import NOT_PROVED, promises
from screening.proofs import proofs_of


class Command(BaseCommand):
    help = "Prove the live questionnaire with the live devices; exit 1 where a promise is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--draft", action="store_true", help="prove the draft questionnaire instead")

    def handle(self, *args: object, draft: bool, **options: object) -> None:
        at, started = timezone.now(), time.perf_counter()
        judged = drafted(at) if draft else live(at)
        which = f"{judged.edition.title}, the draft" if draft else str(judged.edition)
        self.stdout.write(f"{which}, with {len(judged.check.devices)} devices")
        found = promises(proofs_of(judged.document, judged.devices.values()))
        for promise in found:
            verdict = "Broken" if promise.breaches else "Held"
            self.stdout.write(f"{promise.number}. {promise.words} {verdict} over {promise.over}.")
            for breach in promise.breaches:
                self.stdout.write(f"   {breach.message}{_counted(breach)}")
        self.stdout.write(f"{NOT_PROVED}\n{time.perf_counter() - started:.2f} seconds")
        if broken := sum(bool(promise.breaches) for promise in found):
            raise CommandError(f"Promises broken: {broken}.")


def live(at: dt.datetime) -> Checklist:
    if judged := live_checklist(at):
        return judged
    raise CommandError("No questionnaire is live.")


def drafted(at: dt.datetime) -> Checklist:
    """The draft with the devices that are live."""
    draft = Questionnaire.objects.first()
    if draft is None:
        raise CommandError("There is no draft of a questionnaire.")
    try:
        return as_if_published(assemble(draft, at=at).document, devices_live(at))
    except Undecodable as error:
        raise CommandError(f"The draft cannot be followed: {error}") from error


def _counted(breach: Breach) -> str:
    return f" ({breach.count:,} sets of answers.)" if breach.count else ""
