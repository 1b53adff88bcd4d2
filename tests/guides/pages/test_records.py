import datetime as dt
from types import SimpleNamespace

from guides.pages.records import held

MONDAY = dt.datetime(2026, 11, 16, tzinfo=dt.UTC)
TUESDAY = MONDAY + dt.timedelta(days=1)


def test_every_record_is_held_once_and_the_last_copy_counts():
    editions = [
        SimpleNamespace(live_from=MONDAY, references={"study": {"a": {"title": "Old"}, "b": {"title": "B"}}}),
        SimpleNamespace(live_from=TUESDAY, references={"study": {"a": {"title": "New"}}, "claim": {"c": {}}}),
        SimpleNamespace(live_from=TUESDAY, references={}),
    ]
    found = held(editions, "study")
    assert {key: (row.key, row.record["title"], row.live_from) for key, row in found.items()} == {
        "a": ("a", "New", TUESDAY),
        "b": ("b", "B", MONDAY),
    }
