"""What waits for somebody, in a fixed number of queries."""

import datetime as dt

import pytest

from guides.documents import assemble
from guides.models import Condition, Edition, ExternalLink
from guides.overview import Entry, overview
from guides.publishing import NotPublishable, approve, publish, withdraw
from tests import factories
from tests.guides.examples import import_guide

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def waiting(at: dt.datetime) -> dict[str, list[tuple[str, str]]]:
    """Label and note of every entry, by the beginning of its section's title."""
    return {
        section.title: [(entry.label, entry.note) for entry in section.entries]
        for section in overview(at)
        if section.entries
    }


def reviewed_by(day: dt.date, *, at: dt.datetime, key: str = "basics", **fields) -> None:
    document = {"kind": "guide", "key": key, "review_by": day.isoformat(), "references": {}}
    factories.edition(key=key, at=at, document=document, **fields)


def test_where_nothing_is_there_nothing_waits(at):
    assert waiting(at) == {}


@pytest.mark.parametrize(
    ("days", "section"),
    [(-1, "Reviews overdue"), (0, "Reviews due within 30 days"), (30, "Reviews due within 30 days"), (31, None)],
)
def test_reviews_are_due_and_overdue(at, days, section):
    day = (at + days * DAY).date()
    reviewed_by(day, at=at - 400 * DAY)
    found = {title: rows for title, rows in waiting(at).items() if title.startswith("Reviews")}
    assert found == ({section: [("Basics", f"guide, by {day}")]} if section else {})


def test_the_longest_overdue_comes_first_and_only_what_is_live_counts(at):
    reviewed_by((at - 9 * DAY).date(), at=at - 20 * DAY, key="withdrawn")
    reviewed_by((at - DAY).date(), at=at - 20 * DAY, key="basics")
    reviewed_by((at - 2 * DAY).date(), at=at - 20 * DAY, key="gel")
    reviewed_by((at - 3 * DAY).date(), at=at - 20 * DAY, key="later")
    reviewed_by((at + 99 * DAY).date(), at=at - DAY, key="later", number=2)
    withdrawn = Edition.objects.get(key="withdrawn")
    withdraw(withdrawn, by=factories.user("x"), at=at, reason="Wrong.", advice="Ask.")
    assert [label for label, _ in waiting(at)["Reviews overdue"]] == ["Gel", "Basics"]


def test_an_entry_leads_to_its_draft_if_there_is_one(at):
    draft = factories.guide("basics")
    factories.edition(at=at)
    factories.edition(key="gone", at=at)
    (section,) = (section for section in overview(at) if section.entries)
    assert section.entries == [
        Entry("Basics", "guide, edition 1", draft),
        Entry("Gone", "guide, edition 1", None),
    ]


def test_what_was_approved_as_it_is_does_not_wait_for_review(at):
    edition = factories.edition(at=at)
    assert waiting(at) == {"Published, not yet independently reviewed": [("Basics", "guide, edition 1")]}
    factories.approval(edition, at=at)
    assert waiting(at) == {}


def test_the_way_to_a_review_is_told_as_it_works(at):
    """Nobody can publish what has not changed: an approval of what is live is enough."""
    guide, editor, reviewer = import_guide(), factories.user("e"), factories.user("r")
    publish(guide, by=editor, at=at)
    section = next(section for section in overview(at) if section.title.startswith("Published, not yet"))
    assert len(section.entries) == 1
    assert section.remark == (
        "Readers are told so. Where the draft is still what they have, a reviewer's approval is enough; where it has "
        "changed, it is approved and then published."
    )
    with pytest.raises(NotPublishable, match="Nothing has changed"):
        publish(guide, by=editor, at=at)
    approve(assemble(guide), by=reviewer, at=at, credential="MD", conflict_of_interest="None.")
    assert "Published, not yet independently reviewed" not in waiting(at)


def test_what_was_force_published_says_why(at):
    factories.edition(at=at, unreviewed_because="A study was retracted.")
    assert waiting(at) == {
        "Published, not yet independently reviewed": [
            ("Basics", "guide, edition 1; why it was published all the same: A study was retracted.")
        ]
    }


def test_values_that_could_not_be_verified_are_named_device_by_device(at):
    wave, zip_ = factories.device("wave"), factories.device("zip")
    factories.fact(zip_, "price", "", basis="unverified")
    factories.fact(wave, "output", "", basis="unverified", position=1)
    factories.fact(wave, "waveform", "", basis="unverified", position=2)
    factories.fact(wave, "contacts", "two", basis="maker")
    assert waiting(at) == {"Device values that we could not verify": [("Wave", "Output, Waveform"), ("Zip", "Price")]}


def test_broken_links_say_where_they_stand_and_when_they_were_well(at):
    factories.guide("basics")
    ExternalLink.objects.create(
        url="https://example.org/",
        found_in=[["guide", "basics"], ["guide", "gone"]],
        last_checked_at=at,
        last_seen_ok_at=at - DAY,
        last_status=404,
        fault="answers 404",
    )
    ExternalLink.objects.create(url="https://example.org/new", found_in=[], last_checked_at=at, fault="no answer")
    ExternalLink.objects.create(url="https://example.org/ok", found_in=[], last_checked_at=at, last_seen_ok_at=at)
    ExternalLink.objects.create(url="https://example.org/unchecked", found_in=[])
    assert waiting(at)["Broken links to other sites"] == [
        ("https://example.org/", "answers 404; last seen well on 2026-11-21; in Basics"),
        ("https://example.org/new", "no answer; never seen well; in nothing that is left"),
    ]


@pytest.fixture
def published(at) -> None:
    publish(import_guide(), by=factories.user("publisher"), at=at)


def out_of_step(at: dt.datetime) -> list[str]:
    return [note for _, note in waiting(at).get("Conditions have changed since they were published", [])]


def test_conditions_as_they_were_published_do_not_wait(published, at):
    assert out_of_step(at) == []


def test_a_condition_that_has_changed_since_is_named(published, at):
    condition = Condition.objects.get(key="implant")
    condition.what_to_do = "Ask your cardiologist."
    condition.save()
    assert out_of_step(at) == [f"guide, since edition 1: {condition.name}"]


def test_a_rule_that_has_changed_since_is_named(published, at):
    condition = Condition.objects.get(key="implant")
    condition.rules.update(advice="Put it down.")
    assert out_of_step(at) == [f"guide, since edition 1: {condition.name}"]


def test_a_condition_that_would_now_be_listed_is_named(published, at):
    factories.rule(factories.condition("epilepsy"), "stop")
    assert out_of_step(at) == ["guide, since edition 1: epilepsy"]


def test_a_field_that_documents_did_not_have_then_is_no_change(at):
    factories.condition("epilepsy", what_to_do="Ask.")
    frozen = {"condition": {"epilepsy": {"key": "epilepsy", "what_to_do": "Ask."}}}
    factories.edition(at=at, document={"kind": "guide", "references": frozen, "blocks": []})
    assert out_of_step(at) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(at, count, django_assert_num_queries):
    for n in range(count):
        factories.guide(f"g{n}")
        factories.fact(factories.device(f"d{n}"), "output", "", basis="unverified")
        factories.rule(factories.condition(f"c{n}"), "stop")
        frozen = {"condition": {f"c{n}": {"key": f"c{n}", "what_to_do": "Other."}}}
        document = {"review_by": "2026-11-30", "references": frozen, "blocks": []}
        factories.edition(key=f"g{n}", at=at, document=document)
        ExternalLink.objects.create(url=f"https://example.org/{n}", last_checked_at=at, found_in=[["guide", f"g{n}"]])
    with django_assert_num_queries(11):
        sections = overview(at)
    assert [len(section.entries) for section in sections] == [0, count, count, count, count, count]
