from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from guides.models import SearchSection, SearchWord, SectionNames
from guides.publishing import publish
from guides.search.find import find
from guides.search.index import rebuild
from tests import factories
from tests.guides import examples
from tests.guides.pages import documents
from tests.guides.search.published import searchable

pytestmark = pytest.mark.django_db


def written() -> tuple[list, list]:
    names = [field.name for field in SearchSection._meta.concrete_fields if field.name != "id"]
    return (
        list(SearchSection.objects.order_by("pk").values_list(*names)),
        sorted(SearchWord.objects.values_list("word", "stem", "head", "tail", "sections", "names_condition")),
    )


def test_publishing_makes_an_edition_findable(at):
    publish(examples.import_guide(), by=factories.user(), at=at)
    assert find("how it works", at=at).hits[0].address == "/guides/how-it-works/"


def test_rebuilding_writes_what_publishing_wrote(at):
    searchable(documents.guide(), at=at)
    searchable(documents.guide(title="Why water"), at=at, number=2)
    searchable(documents.device(), at=at)
    before = written()
    assert rebuild() == 3
    assert written() == before


def test_the_command_says_how_many_can_be_searched(at):
    searchable(documents.guide(), at=at)
    out = StringIO()
    call_command("rebuild_search", stdout=out)
    assert out.getvalue() == "1 edition can be searched.\n"


def test_words_are_counted_once_for_each_section_that_holds_them(at):
    prose = documents.prose("<h2>Water</h2><p>Water, water.</p>")
    searchable(documents.guide(prose), at=at)
    counts = dict(SearchWord.objects.values_list("word", "sections"))
    assert {word: counts[word] for word in ("", "water", "gel", "carries")} == {
        "": 2,
        "water": 1,
        "gel": 2,
        "carries": 1,
    }


def test_the_full_text_follows_the_sections_that_are_removed(at):
    searchable(documents.guide(), at=at)
    assert SectionNames.objects.holding(((("gel",),),)).count() == 1
    SearchSection.objects.all().delete()
    assert SectionNames.objects.holding(((("gel",),),)).count() == 0
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO guides_section_words (guides_section_words) VALUES ('integrity-check')")
