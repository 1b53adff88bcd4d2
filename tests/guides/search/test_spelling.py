"""A correction is likely, or there is none: whoever asks about something we have nothing on is told so."""

import pytest

from guides.models import Synonym
from guides.search.find import find
from guides.search.query import understand
from guides.search.spelling import corrected
from tests.guides.pages import documents
from tests.guides.search.published import searchable

pytestmark = pytest.mark.django_db

WORDS = "Look, cold bear sent trial of collagen: microcurrent is cause for present corrections. Wrinkles last."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("colagen", "collagen"),
        ("collaggen", "collagen"),
        ("wrinkels", "wrinkles"),
        ("rwinkles", "wrinkles"),
        ("microcurrebt", "microcurrent"),
        ("miccrocurrrent", "microcurrent"),
        ("lasst", "last"),
        ("lats", "last"),
    ],
)
def test_what_was_probably_meant_is_found(at, typed, meant):
    searchable(documents.guide(title=WORDS), at=at)
    assert corrected(typed, in_synonyms=()) == meant


@pytest.mark.parametrize(
    "typed",
    ["loop", "cord", "lash", "beard", "atrial", "stent", "clause", "prevent", "told", "connections", "lsat2", "la"],
)
def test_another_word_is_no_typing_error(at, typed):
    searchable(documents.guide(title=WORDS), at=at)
    assert corrected(typed, in_synonyms=()) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brest", "breast"),
        ("arrythmia", "arrhythmia"),
        ("convusion", "convulsion"),
        ("diabetis", "diabetes"),
        ("conversion", None),
        ("chest", None),
    ],
)
def test_towards_words_for_conditions_more_is_allowed(at, typed, meant):
    searchable(documents.guide(title="What is best"), at=at)
    assert corrected(typed, in_synonyms={"breast", "arrhythmia", "convulsion", "diabetes"}) == meant


def test_words_of_synonyms_are_never_corrected(at):
    searchable(documents.guide(title="About tattoos"), at=at)
    assert understand("tatoos").corrections == {"tatoos": "tattoos"}
    Synonym.objects.create(words="tatoos, ink")
    assert understand("tatoos").corrections == {}


@pytest.mark.parametrize(
    ("typed", "corrections", "unknown"),
    [
        ("colagen", {"colagen": "collagen"}, ()),
        ("colagen sclerosis", {}, ("colagen", "sclerosis")),
        ("colagen sclerosis last", {"colagen": "collagen"}, ("sclerosis",)),
        ("febrile convusion", {"convusion": "convulsion"}, ("febrile",)),
    ],
)
def test_where_all_the_rest_is_unknown_only_words_for_conditions_are_guessed(at, typed, corrections, unknown):
    searchable(documents.guide(title=WORDS), at=at)
    Synonym.objects.create(words="convulsion > last")
    query = find(typed, at=at).query
    assert (query.corrections, query.unknown) == (corrections, unknown)
