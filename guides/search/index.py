"""Writing what search reads: when an edition is published, and for all editions at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import batched

from django.db import connection, transaction

from guides.models import Condition, Edition, SearchSection, SearchWord
from guides.search.sections import Section, sections
from guides.search.words import stem, stems, words

BATCH = 500
"""Rows written at once: all that is ever held in memory, beside the corpus's words."""

# Counts are added by the database, so that two editions published at once both count; always in the order of the
# words, so that neither waits for the other.
_ADD_WORD = """
INSERT INTO guides_searchword (word, stem, head, tail, sections, names_condition) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (word) DO UPDATE SET
  sections = guides_searchword.sections + excluded.sections,
  names_condition = guides_searchword.names_condition OR excluded.names_condition
"""


def index_edition(edition: Edition) -> None:
    """Make ``edition`` findable for as long as it is live. Belongs into the transaction that inserts it."""
    index_sections((edition.pk, section) for section in sections(edition.document))


def rebuild() -> int:
    """Write the index anew from all editions, and return how many there are. Searches find the old one until then."""
    with transaction.atomic():
        SearchSection.objects.all().delete()
        SearchWord.objects.all().delete()
        editions = Edition.objects.order_by("pk").iterator(chunk_size=BATCH)
        index_sections((edition.pk, section) for edition in editions for section in sections(edition.document))
    return Edition.objects.count()


def index_sections(found: Iterable[tuple[int, Section]]) -> None:
    """Write sections, each with the primary key of its edition, and count their words."""
    counts: Counter[str] = Counter()
    in_conditions: set[str] = set()
    for batch in batched(found, BATCH):
        SearchSection.objects.bulk_create([_row(edition, section) for edition, section in batch])
        for _, section in batch:
            counts.update({"", *words(f"{section.title} {section.heading} {section.text}")})
            if section.kind == Condition.refers_as:
                in_conditions.update(words(section.title))
    with connection.cursor() as cursor:
        cursor.executemany(_ADD_WORD, list(_word_rows(counts, in_conditions)))


def _row(edition: int, section: Section) -> SearchSection:
    return SearchSection(
        edition_id=edition,
        kind=section.kind,
        key=section.key,
        anchor=section.anchor,
        title=section.title,
        heading=section.heading,
        text=section.text,
        name_stems=" ".join(stems(section.heading or section.title)),
        page_stems=" ".join(stems(section.title)) if section.heading else "",
        text_stems=" ".join(stems(section.text)),
    )


def _word_rows(counts: Counter[str], in_conditions: Set[str]) -> Iterator[tuple[str, str, str, str, int, bool]]:
    for word, count in sorted(counts.items()):
        yield word, stem(word), word[:2], word[-2:], count, word in in_conditions
