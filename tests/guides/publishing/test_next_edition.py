"""What is looked at again when nobody else publishes: whether it is what was seen, approved, and still the newest."""

import datetime as dt

import pytest

from guides.documents import assemble, sha256
from guides.models import Edition, Guide
from guides.publishing import NotPublishable, approve, publish
from tests.guides.examples import import_guide

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}


@pytest.fixture
def guide() -> Guide:
    return import_guide()


def reword(guide: Guide, words: str) -> None:
    guide.standfirst = words
    guide.save()


def hash_of(guide: Guide) -> str:
    return sha256(assemble(guide).document)


def refused(guide: Guide, **fields) -> list[str]:
    with pytest.raises(NotPublishable) as refusal:
        publish(guide, **fields)
    return [problem.code for problem in refusal.value.problems]


def test_what_was_not_seen_is_not_published(guide, editor, at):
    seen = hash_of(guide)
    reword(guide, "Changed in the meantime.")
    assert refused(guide, by=editor, at=at, seen=seen) == ["not-seen"]
    assert not Edition.objects.exists()
    assert publish(guide, by=editor, at=at, seen=hash_of(guide)).number == 1


def test_who_may_not_force_publishes_what_is_approved_and_nothing_else(guide, editor, reviewer, at):
    approve(assemble(guide), by=reviewer, at=at, **STATEMENTS)
    seen = hash_of(guide)
    reword(guide, "Changed in the meantime.")
    assert refused(guide, by=editor, at=at, seen=seen, may_force=False) == ["not-seen", "not-approved"], (
        "Rule 5.4: approval is of a hash."
    )
    reword(guide, "What it is.")
    assert publish(guide, by=editor, at=at, seen=seen, may_force=False).unreviewed_because == ""


def test_a_yes_to_a_part_is_no_approval(guide, editor, reviewer, at):
    approve(assemble(guide), by=reviewer, at=at, scope="the spelling of question 3 only", **STATEMENTS)
    assert refused(guide, by=editor, at=at, may_force=False) == ["not-approved"], (
        "Rule 5.4: who judged a part has not said yes to the whole."
    )
    assert publish(guide, by=editor, at=at, unreviewed_because="A recall.").unreviewed_because == "A recall."


def test_who_comes_second_is_told_even_if_they_asked_first(guide, editor, at):
    publish(guide, by=editor, at=at + DAY)
    assert refused(guide, by=editor, at=at) == ["nothing-changed"]


def test_no_edition_is_dated_before_the_one_that_it_follows(guide, editor, at):
    publish(guide, by=editor, at=at + DAY)
    reword(guide, "Other.")
    second = publish(guide, by=editor, at=at)
    assert (second.published_at, second.live_from) == (at + DAY, at + DAY)
    assert list(guide.editions.live(at + DAY)) == [second]
