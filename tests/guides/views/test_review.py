"""What readers are told of reviews: by whom, of what, when, and when the next one is due."""

import pytest

from guides.models import Edition
from tests.guides.pages import documents
from tests.guides.views.editions import approve, correct, publish, text

pytestmark = pytest.mark.usefixtures("db", "now")


def test_publishing_before_review_is_told_with_who_and_why(client, at):
    publish(documents.guide(), at=at, unreviewed_because="A recall cannot wait.")
    for path in ("", "editions/"):
        said = text(client.get(f"/guides/gel/{path}"))
        assert "Not yet independently reviewed" in said
        assert "A recall cannot wait." in said


def test_approval_of_a_part_says_which(client, at):
    approve(publish(documents.guide(), at=at), at=at, scope="the physiology section only")
    assert "Independently reviewed by cleo, Physiotherapist: the physiology section only" in text(
        client.get("/guides/gel/")
    )


def test_erratum_stands_beside_its_edition(client, at):
    correct(publish(documents.guide(), at=at), "It was in 1982.", at=at)
    assert "ErratumIt was in 1982. (bob, 22 November 2026)" in text(client.get("/guides/gel/"))
    assert "Erratum, 22 November 2026. It was in 1982." in text(client.get("/guides/gel/editions/"))


@pytest.mark.parametrize(("review_by", "is_overdue"), [("2026-11-22", True), ("2026-11-23", False)])
def test_overdue_review_is_told(client, at, review_by, is_overdue):
    publish(documents.guide(review_by=review_by), at=at)
    said = text(client.get("/guides/gel/"))
    assert ("The review of this page is overdue" in said) == is_overdue
    assert f"Next review due: {int(review_by[-2:])} November 2026" in said


def test_last_review_is_told_by_approvals_alone(client, at):
    publish(documents.guide(review_by="2027-01-01"), at=at)
    assert "Last reviewedNever" in text(client.get("/guides/gel/"))
    approve(Edition.objects.get(), at=at)
    assert "Last reviewed22 November 2026, by cleo Next" in text(client.get("/guides/gel/"))
    publish(documents.guide(title="Other"), number=2, at=at)
    assert "Last reviewed22 November 2026, by cleo: edition 1, not this one" in text(client.get("/guides/gel/"))
