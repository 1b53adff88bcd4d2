"""A site of many guides in words of its own: as unevenly frequent as those of real texts, the same in every run."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate, batched

from django.contrib.auth.models import User

from guides.documents import sha256
from guides.models import Edition, Withdrawal
from guides.search.index import index_sections
from guides.search.sections import Section
from guides.search.words import words

MADE_UP = 30_000
"""Words beside those of the starter content."""

_SECTIONS = 3
_WORDS = 60
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tri", "ver", "zo", "qua", "lin")
_BATCH = 1_000
_FIRST = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


class Corpus:
    """``guides`` guides, each with an opening and three sections. Every tenth has an edition that was superseded,
    every hundredth one that was withdrawn, and every hundredth one that is still to come."""

    def __init__(self, guides: int, texts: list[str], *, at: dt.datetime) -> None:
        self.guides = guides
        self.at = at
        self.random = random.Random(1)
        real = list(dict.fromkeys(word for text in texts for word in words(text)))
        self.words = real + ["".join(self.random.choices(_SYLLABLES, k=4)) for _ in range(MADE_UP)]
        self.weights = list(accumulate(1 / (place + 5) for place in range(len(self.words))))

    def insert(self, by: User) -> None:
        """Write the editions and index their sections, a thousand guides at a time."""
        for numbers in batched(range(self.guides), _BATCH):
            editions = [edition for number in numbers for edition in self._editions(number, by)]
            Edition.objects.bulk_create(editions)
            Withdrawal.objects.bulk_create(
                Withdrawal(edition=edition, at=self.at, by=by, reason="It was wrong.", advice="Stop.")
                for edition in editions
                if edition.note == "Wrong."
            )
            index_sections((edition.pk, section) for edition in editions for section in self._sections(edition))

    def question(self) -> str:
        return self._said(self.random.randint(1, 3))

    def _editions(self, number: int, by: User) -> Iterator[Edition]:
        title = self._said(6).capitalize()
        for edition, (live_from, note) in enumerate(self._history(number), start=1):
            document = {"kind": "guide", "key": f"guide-{number}", "slug": f"guide-{number}", "title": title}
            yield Edition(
                **document,
                number=edition,
                document=document,
                sha256=sha256(document),
                is_major=False,
                note=note,
                published_by=by,
                published_at=_FIRST,
                live_from=live_from,
            )

    def _history(self, number: int) -> Iterator[tuple[dt.datetime, str]]:
        live_from = _FIRST + dt.timedelta(minutes=number)
        yield live_from, "First edition."
        if number % 10 == 0:
            yield live_from, "Put better."
        if number % 100 == 1:
            yield live_from, "Wrong."
        if number % 100 == 2:
            yield self.at + dt.timedelta(days=30), "To come."

    def _sections(self, edition: Edition) -> Iterator[Section]:
        yield Section("guide", edition.key, edition.title, "", "", self._said(_WORDS))
        for place in range(_SECTIONS):
            heading = self._said(4).capitalize()
            yield Section("guide", edition.key, edition.title, heading, f"part-{place}", self._said(_WORDS))

    def _said(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))
