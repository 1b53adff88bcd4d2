"""One database of `tests.bench.search`: filled, asked over HTTP, and removed."""

import os
import sys
import time

import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from guides.models import SearchSection
from screening.management.commands.load_starter import load_starter, publisher
from tests.bench.corpus import Corpus
from tests.bench.search import ROOT, percentiles, served

GUIDES = 100_000
ASKED = 200


def main() -> None:
    """Print one line: how long it took to fill, and how long searches took."""
    old_name = settings.DATABASES["default"]["NAME"]
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(old_name)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        sys.stdout.write(f"{_measured()}\n")
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def _measured() -> str:
    at = timezone.now()
    started = time.perf_counter()
    load_starter(at=at, say=lambda line: None)
    texts = list(SearchSection.objects.order_by("pk").values_list("text", flat=True))
    corpus = Corpus(int(os.environ.get("GUIDES", GUIDES)), texts, at=at)
    corpus.insert(publisher())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    filled = time.perf_counter() - started
    connection.close()
    call_command("collectstatic", interactive=False, verbosity=0)
    with served(_address()) as port:
        half, most, nearly_all = percentiles(port, _queries(corpus))
    return (
        f"search, {corpus.guides:,} guides on {connection.vendor}: half within {half:.1f} ms, 95 % within {most:.1f}, "
        f"99 % within {nearly_all:.1f} (over HTTP, one at a time; inserted and indexed in {filled:.0f} s)"
    )


def _queries(corpus: Corpus) -> list[str]:
    """What people would type, and as many questions in the corpus's own words, frequent and rare."""
    cases = yaml.safe_load((ROOT / "tests" / "cases" / "search.yaml").read_text(encoding="utf-8"))
    return [case["query"] for case in cases] + [corpus.question() for _ in range(ASKED)]


def _address() -> str:
    """Of the database that is measured, as DATABASE_URL has it."""
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME'].rpartition('/')[2]}"
