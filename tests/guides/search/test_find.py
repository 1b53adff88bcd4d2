"""What is live is found, and nothing else: the same rule as everywhere, at every moment."""

import datetime as dt

import pytest

from guides.models import Synonym
from guides.search.find import MOST_WEIGHED, find
from guides.search.index import index_sections
from guides.search.sections import Section
from tests.guides.pages import documents
from tests.guides.search.published import searchable
from tests.guides.views.editions import withdraw

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)


def titles(typed: str, at: dt.datetime) -> list[str]:
    return [hit.title for hit in find(typed, at=at).hits]


def with_conditions(**conditions):
    """A guide that lists these conditions by key and name."""
    records = {key: documents.condition(documents.rule("ask"), name=name) for key, name in conditions.items()}
    block = {"kind": "conditions", "conditions": [*conditions], "at_least": "limited"}
    return documents.guide(block, key="who", slug="who", title="Who should not", references={"condition": records})


def test_an_edition_is_found_from_its_moment_on(at):
    searchable(documents.guide(), at=at)
    searchable(documents.guide(title="Why cream"), at=at + DAY, number=2)
    assert titles("gel", at - SECOND) == []
    assert titles("gel", at) == ["Why gel"]
    assert (titles("gel", at + DAY - SECOND), titles("gel", at + DAY)) == (["Why gel"], [])
    assert (titles("cream", at + DAY - SECOND), titles("cream", at + DAY)) == ([], ["Why cream"])


def test_a_withdrawn_edition_is_gone_at_its_moment_and_the_one_before_it_is_back(at):
    searchable(documents.guide(), at=at)
    wrong = searchable(documents.guide(title="Wrong"), at=at, number=2)
    withdraw(wrong, at=at + DAY)
    assert (titles("wrong", at + DAY - SECOND), titles("wrong", at + DAY)) == (["Wrong"], [])
    assert (titles("gel", at + DAY - SECOND), titles("gel", at + DAY)) == ([], ["Why gel"])


def test_a_page_is_one_hit_that_leads_to_its_best_section_and_to_others(at):
    prose = documents.prose("<h2>Oil</h2><p>Oil is no conductor.</p><h2>Water</h2><p>Oil floats.</p>")
    searchable(documents.guide(prose), at=at)
    (hit,) = find("oil", at=at).hits
    assert (hit.called, hit.title, hit.heading, hit.address) == ("Guide", "Why gel", "Oil", "/guides/gel/#oil")
    assert [(piece.text, piece.is_asked_for) for piece in hit.excerpt] == [("Oil", True), (" is no conductor.", False)]
    assert [(link.words, link.address) for link in hit.others] == [("Water", "/guides/gel/#water")]


def test_what_a_page_is_called_comes_before_what_it_says(at):
    searchable(documents.guide(key="a", slug="a", title="Cream", standfirst="Not gel. Gel, gel, gel."), at=at)
    searchable(documents.guide(key="b", slug="b", title="Gel", standfirst="Not cream."), at=at)
    assert titles("gel", at) == ["Gel", "Cream"]


def test_all_that_was_asked_for_comes_before_part_of_it(at):
    searchable(documents.guide(key="a", slug="a", title="Gel", standfirst="Gel."), at=at)
    searchable(documents.guide(key="b", slug="b", title="Water", standfirst="Gel for the neck."), at=at)
    assert titles("gel neck", at) == ["Water", "Gel"]


def test_a_condition_that_a_question_names_comes_first_as_a_card(at):
    searchable(with_conditions(epilepsy="epilepsy", pacemaker="a pacemaker"), at=at)
    found = find("does a device for lines work with epilepsy", at=at)
    assert [(card.key, card.address) for card in found.cards] == [("epilepsy", "/contraindications/#epilepsy")]
    assert found.cards[0].condition.strictest.disposition.words == "Ask a clinician first"
    assert [hit for hit in found.hits if hit.kind == "condition"] == [], "It is shown once."


def test_words_of_a_name_that_say_nothing_alone_show_its_card_together(at):
    searchable(with_conditions(cancer="cancer now, or treatment for it"), at=at)
    Synonym.objects.create(words="chemo, course > cancer treatment")
    assert [card.key for card in find("chemo", at=at).cards] == ["cancer"]
    assert find("treatment", at=at).cards == []


def test_safety_first_under_a_condition_that_rules_every_device_out_devices_come_last(at):
    searchable(documents.device(title="The epilepsy wave", key="wave", slug="wave"), at=at)
    searchable(documents.guide(standfirst="Of epilepsy."), at=at)
    assert titles("epilepsy", at) == ["The epilepsy wave", "Why gel"]
    stop = documents.condition(documents.rule("stop"), name="epilepsy")
    block = {"kind": "conditions", "conditions": ["epilepsy"], "at_least": "limited"}
    who = documents.guide(block, key="who", slug="who", title="Who", references={"condition": {"epilepsy": stop}})
    searchable(who, at=at)
    assert [card.rules_every_device_out for card in find("epilepsy", at=at).cards] == [True]
    assert titles("epilepsy", at) == ["Why gel", "The epilepsy wave"]


def test_no_number_of_sections_crowds_a_condition_out(at):
    edition = searchable(with_conditions(epilepsy="epilepsy"), at=at)
    many = [Section("guide", f"g{n}", "Epilepsy", "", "", "Epilepsy.") for n in range(MOST_WEIGHED + 5)]
    others = [Section("guide", f"o{n}", "Something else", "", "", "Words.") for n in range(6 * MOST_WEIGHED)]
    index_sections((edition.pk, section) for section in many + others)
    found = find("epilepsy", at=at)
    assert ([card.key for card in found.cards], len(found.hits), found.count) == (["epilepsy"], 10, None)


def test_of_very_many_the_newest_that_are_live_are_weighed_however_far_back_they_stand(at):
    live = searchable(documents.guide(), at=at)
    gone = searchable(documents.guide(key="gone", slug="gone"), at=at)
    withdraw(gone, at=at)
    oil = [(live.pk, Section("guide", f"g{n:03}", "Oil", "", "", "Oil.")) for n in range(MOST_WEIGHED + 50)]
    no_more = [(gone.pk, Section("guide", f"n{n:03}", "Oil", "", "", "Oil.")) for n in range(200)]
    since = [(live.pk, Section("guide", f"o{n}", "Something else", "", "", "Words.")) for n in range(10 * MOST_WEIGHED)]
    index_sections([*oil, *no_more, *since])
    found = find("oil", at=at)
    assert ([hit.key for hit in found.hits], found.count) == ([f"g{n:03}" for n in range(50, 60)], None)


def test_words_that_mean_the_same_count_from_the_moment_they_are_saved(at):
    searchable(documents.guide(title="About fits"), at=at)
    assert titles("convulsion", at) == []
    Synonym.objects.create(words="fit, convulsion")
    assert titles("convulsion", at) == ["About fits"]


def test_what_is_typed_can_find_something_else_without_being_found_by_it(at):
    searchable(documents.guide(title="How heads fit"), at=at)
    searchable(documents.guide(key="b", slug="b", title="About epilepsy"), at=at)
    Synonym.objects.create(words="fits, turns > epilepsy, seizure")
    assert titles("turn", at) == ["About epilepsy"]
    assert sorted(titles("fits", at)) == ["About epilepsy", "How heads fit"]
    assert titles("epilepsy", at) == ["About epilepsy"]


def test_several_words_can_mean_the_same_as_one(at):
    searchable(documents.guide(title="About Botox"), at=at)
    Synonym.objects.create(words="botox, botulinum toxin")
    assert titles("botulinum toxin", at) == ["About Botox"]


@pytest.mark.parametrize(
    ("typed", "corrections", "unknown"),
    [
        ("pacmaker", {"pacmaker": "pacemaker"}, ()),
        ("paecmaker", {"paecmaker": "pacemaker"}, ()),
        ("pacemakers", {}, ()),
        ("pacem", {}, ()),
        ("xyzzy pacemaker", {}, ("xyzzy",)),
        ("teh", {}, ("teh",)),
    ],
)
def test_typing_errors_and_beginnings_find_what_was_meant(at, typed, corrections, unknown):
    searchable(documents.guide(title="About the pacemaker"), at=at)
    found = find(typed, at=at)
    assert (found.query.corrections, found.query.unknown) == (corrections, unknown)
    assert len(found.hits) == (0 if typed == "teh" else 1)


@pytest.mark.parametrize("typed", ["", "?!", "'", '" OR *', "a & b | !c:*", "((((", "\0", "µ" * 300, "the of and"])
def test_anything_can_be_typed(at, typed):
    searchable(documents.guide(), at=at)
    assert find(typed, at=at).cards == []


def test_nothing_is_found_where_there_is_nothing(at):
    assert find("gel", at=at).hits == []


@pytest.mark.parametrize("count", [1, 3])
def test_find_asks_the_database_the_same_number_of_times(at, django_assert_num_queries, count):
    for n in range(count):
        searchable(documents.guide(key=f"g{n}", slug=f"g{n}"), at=at)
    with django_assert_num_queries(5):
        find("why gel", at=at)


def test_what_holds_little_of_a_question_gives_way_to_what_holds_all_of_it(at):
    for key, says in {"a": "Gel for the jaw and neck.", "b": "Neck.", "c": "Neck."}.items():
        searchable(documents.guide(key=key, slug=key, title=key.upper(), standfirst=says, answer=""), at=at)
    assert (titles("gel jaw neck", at), sorted(titles("neck", at))) == (["A"], ["A", "B", "C"])
