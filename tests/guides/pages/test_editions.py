import datetime as dt

from django.contrib.auth.models import User

from guides.models import Approval, Edition, Withdrawal
from guides.pages.editions import Review, Withdrawn, history, withdrawn

AT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ADA = User(username="ada", first_name="Ada", last_name="Byron")
BOB = User(username="bob")


def edition(number: int, *, is_major: bool = True, **fields) -> Edition:
    defaults = {
        "kind": "guide",
        "key": "gel",
        "slug": "gel",
        "title": "Gel",
        "sha256": f"{number}" * 64,
        "note": "Why.",
    }
    row = Edition(**{**defaults, "pk": number, "number": number, "is_major": is_major, "published_by": ADA, **fields})
    row.ends_at = None
    row.published_at = row.live_from = AT - (10 - number) * DAY
    Edition._meta.get_field("withdrawal").set_cached_value(row, None)
    return row


def withdraw(row: Edition, at: dt.datetime) -> None:
    row.withdrawal = Withdrawal(edition=row, at=at, by=BOB, reason="Wrong.", advice="Stop.")


def test_edition_says_who_published_it_and_where_it_is():
    row = edition(2, slug="an-old-slug")
    (page,) = history([row], [], present=edition(2, slug="gel"), at=AT).editions
    assert (page.number, page.published_by, page.note, page.sha256) == (2, "Ada Byron", "Why.", "2" * 64)
    assert page.address == "/guides/gel/editions/2/"


def test_only_the_present_edition_is_live():
    past = history([edition(2), edition(1)], [], present=edition(2), at=AT)
    assert [page.is_live for page in past.editions] == [True, False]
    assert past.live.number == 2


def test_nothing_is_live_where_every_edition_is_withdrawn():
    row = edition(1)
    withdraw(row, AT)
    past = history([row], [], present=row, at=AT)
    assert past.live is None
    assert past.editions[0].withdrawn == Withdrawn(AT, "bob", "Wrong.", "Stop.")


def test_withdrawal_counts_from_its_moment_on():
    row = edition(1)
    withdraw(row, AT)
    assert withdrawn(row, AT - dt.timedelta(seconds=1)) is None
    assert withdrawn(row, AT).reason == "Wrong."


def test_edition_without_a_withdrawal():
    assert withdrawn(edition(1), AT) is None


def test_review_belongs_to_exactly_one_sha256():
    approval = Approval(sha256="2" * 64, by=BOB, at=AT, credential="Physiotherapist", conflict_of_interest="None.")
    past = history([edition(2), edition(1)], [approval], present=edition(2), at=AT)
    assert [page.reviews for page in past.editions] == [[Review("bob", "Physiotherapist", "None.", AT)], []], (
        "design.md 5.4: reviewed is said only where an approval exists for exactly the edition on the page."
    )


def test_edition_is_found_by_its_number():
    past = history([edition(2), edition(1)], [], present=edition(2), at=AT)
    assert past.numbered(1).number == 1
    assert past.numbered(3) is None


def test_last_major_edition_is_the_newest_up_to_a_number():
    rows = [edition(4), edition(3, is_major=False), edition(2), edition(1)]
    past = history(rows, [], present=rows[0], at=AT)
    assert [past.last_major(number).number for number in (4, 3, 2, 1)] == [4, 2, 2, 1]


def test_corrections_are_the_major_changes_since_the_first_edition():
    rows = [edition(3), edition(2, is_major=False), edition(1)]
    assert [page.number for page in history(rows, [], present=rows[0], at=AT).corrections] == [3]
