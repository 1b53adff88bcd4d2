"""The words of sections in each database's full text: the newest that hold a word, as far back as is looked."""

import pytest

from guides.models import SearchSection, SectionNames, SectionWords
from guides.models.section_words import STRETCH
from tests.guides.pages import documents
from tests.guides.views.editions import publish

pytestmark = pytest.mark.django_db

OIL = ((("oil",),),)
PLACES = [0, 1, 15, 16, 17, 30, 40]
"""In which stretches a section is called so."""


@pytest.fixture
def sections(at):
    edition = publish(documents.guide(), at=at)
    for place in PLACES:
        SearchSection.objects.create(
            pk=place * STRETCH + 7, edition=edition, kind="guide", key="oil", name_stems="oil", text_stems="water"
        )


@pytest.mark.parametrize("words", [SectionWords, SectionNames])
@pytest.mark.parametrize(
    ("first", "found"),
    [(40, [40]), (30, [40, 30]), (25, [40, 30]), (1, [40, 30, 17, 16, 15, 1]), (0, [40, 30, 17, 16, 15, 1, 0])],
)
def test_stretches_are_looked_through_to_the_newest(sections, words, first, found):
    within = words.objects.holding(OIL).within(range(first, 41)).newest(10)
    places = [pk // STRETCH for pk in within.values_list("pk", flat=True)]
    assert [place for place in places if place >= first] == found
    assert all(first - place < 16 for place in places), "Of many stretches, the rest of a long one comes with them."
    assert len(words.objects.holding(OIL)) == len(PLACES)
