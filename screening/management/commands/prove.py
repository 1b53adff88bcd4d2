"""`manage.py prove`: every promise of the questionnaire, held over every set of answers, in words."""

import datetime as dt
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guides.documents import Document, assemble
from screening.checklist import live_checklist
from screening.engine import PROMISES, Breach, Check, Undecodable, decode, prove
from screening.models import Questionnaire
from screening.problems import devices_live

NOT_PROVED = "The proof covers rules and pages, not whether the medicine is right, nor whether a person answers truly."

type Held = tuple[int, str, str, list[Breach]]
"""A promise: its number, its words, over how much it was held, and the ways it is broken."""


class Command(BaseCommand):
    help = "Prove the live questionnaire with the live devices; exit 1 where a promise is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--draft", action="store_true", help="prove the draft questionnaire instead")

    def handle(self, *args: object, draft: bool, **options: object) -> None:
        at, started = timezone.now(), time.perf_counter()
        name, check = drafted(at) if draft else live(at)
        self.stdout.write(f"{name}, with {len(check.devices)} devices")
        broken = 0
        for prover in PROVERS:
            for number, words, over, breaches in prover(check):
                broken += bool(breaches)
                self.stdout.write(f"{number}. {words} {'Broken' if breaches else 'Held'} over {over}.")
                for breach in breaches:
                    self.stdout.write(f"   {breach.message}{_counted(breach)}")
        self.stdout.write(f"{NOT_PROVED}\n{time.perf_counter() - started:.2f} seconds")
        if broken:
            raise CommandError(f"Promises broken: {broken}.")


def live(at: dt.datetime) -> tuple[str, Check]:
    checklist = live_checklist(at)
    if checklist is None:
        raise CommandError("No questionnaire is live.")
    return str(checklist.edition), checklist.check


def drafted(at: dt.datetime) -> tuple[str, Check]:
    draft = Questionnaire.objects.first()
    if draft is None:
        raise CommandError("There is no draft of a questionnaire.")
    document: Document = assemble(draft).document
    try:
        return f"{draft}, the draft", decode(document, devices_live(at))
    except Undecodable as error:
        raise CommandError(f"The draft cannot be followed: {error}") from error


def about_answers(check: Check) -> Iterator[Held]:
    """Promises 1 to 11."""
    proof = prove(check)
    for number, words in PROMISES.items():
        breaches = [breach for breach in proof.breaches if breach.promise == number]
        yield number, words, f"{proof.answer_sets:,} sets of answers", breaches


PROVERS: list[Callable[[Check], Iterator[Held]]] = [about_answers]
"""In the order in which they are printed."""


def _counted(breach: Breach) -> str:
    return f" ({breach.count:,} sets of answers.)" if breach.count else ""
