"""`manage.py prove`: every promise of the questionnaire, held over every set of answers, in words."""

import datetime as dt
import time
from argparse import ArgumentParser
from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guides.documents import assemble, sha256
from guides.models import Edition
from screening.checklist import Checklist, checklist, live_checklist
from screening.engine import PROMISES, Breach, Undecodable, distinct_outcomes, prove
from screening.models import Questionnaire
from screening.page_proof import PROMISE, prove_pages

NOT_PROVED = "The proof covers rules and pages, not whether the medicine is right, nor whether a person answers truly."

type Held = tuple[int, str, str, list[Breach]]
"""A promise: its number, its words, over how much it was held, and the ways it is broken."""


class Command(BaseCommand):
    help = "Prove the live questionnaire with the live devices; exit 1 where a promise is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--draft", action="store_true", help="prove the draft questionnaire instead")

    def handle(self, *args: object, draft: bool, **options: object) -> None:
        at, started = timezone.now(), time.perf_counter()
        judged = drafted(at) if draft else live(at)
        self.stdout.write(f"{judged.edition}, with {len(judged.check.devices)} devices")
        broken = 0
        for prover in (about_answers, about_pages):
            for number, words, over, breaches in prover(judged):
                broken += bool(breaches)
                self.stdout.write(f"{number}. {words} {'Broken' if breaches else 'Held'} over {over}.")
                for breach in breaches:
                    self.stdout.write(f"   {breach.message}{_counted(breach)}")
        self.stdout.write(f"{NOT_PROVED}\n{time.perf_counter() - started:.2f} seconds")
        if broken:
            raise CommandError(f"Promises broken: {broken}.")


def live(at: dt.datetime) -> Checklist:
    if judged := live_checklist(at):
        return judged
    raise CommandError("No questionnaire is live.")


def drafted(at: dt.datetime) -> Checklist:
    """The draft as the edition that it would become, with the devices that are live."""
    draft = Questionnaire.objects.first()
    if draft is None:
        raise CommandError("There is no draft of a questionnaire.")
    newest = draft.editions.newest_first().first()
    document = assemble(draft, at=at).document
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    number = newest.number + 1 if newest else 1
    try:
        return checklist(Edition(document=document, number=number, sha256=sha256(document), **named), at)
    except Undecodable as error:
        raise CommandError(f"The draft cannot be followed: {error}") from error


def about_answers(judged: Checklist) -> Iterator[Held]:
    """Promises 1 to 11."""
    proof = prove(judged.check)
    for number, words in PROMISES.items():
        breaches = [breach for breach in proof.breaches if breach.promise == number]
        yield number, words, f"{proof.answer_sets:,} sets of answers", breaches


def about_pages(judged: Checklist) -> Iterator[Held]:
    """Promise 12: of paths that end, where there is a device to judge; there are no such pages otherwise."""
    if not judged.check.devices or any(breach.promise == 5 for breach in prove(judged.check).breaches):
        return
    outcomes = len(list(distinct_outcomes(judged.check)))
    yield 12, PROMISE, f"{outcomes} distinct outcomes", list(prove_pages(judged))


def _counted(breach: Breach) -> str:
    return f" ({breach.count:,} sets of answers.)" if breach.count else ""
