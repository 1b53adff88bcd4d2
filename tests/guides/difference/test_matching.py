"""Which row of one list is which of the other."""

from guides.difference.matching import moved, pairs


def row(value: str, name: str = "a") -> dict[str, str]:
    return {"name": name, "value": value}


def uids(text: str) -> list[dict[str, str]]:
    return [{"uid": letter} for letter in text]


def matched(old, new):
    return pairs(old, new, lambda item: item["name"])


def test_rows_of_one_name_are_the_same():
    assert matched([row("1"), row("x", "b")], [row("y", "b"), row("2")]) == [
        (row("x", "b"), row("y", "b")),
        (row("1"), row("2")),
    ]


def test_an_equal_row_is_the_same_before_any_other_of_its_name():
    assert matched([row("1"), row("2")], [row("0"), row("1"), row("2")]) == [
        (None, row("0")),
        (row("1"), row("1")),
        (row("2"), row("2")),
    ]


def test_what_is_gone_comes_last():
    assert matched([row("1"), row("2", "b")], [row("2", "b")]) == [(row("2", "b"), row("2", "b")), (row("1"), None)]


def test_moved_are_as_few_as_possible():
    assert moved(uids("abcd"), uids("dabc")) == {"d"}
    assert moved(uids("abcd"), uids("abxcd")) == set()
    assert moved(uids("abcd"), uids("bcd")) == set()
    assert moved([row("1")], [row("1")]) == set()
