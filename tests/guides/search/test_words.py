import pytest

from guides.search.words import joined, plain, stem, stems, telling, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trinity+ and Mini+", ["trinity", "plus", "and", "mini", "plus"]),
        ("510(k) of 18.4 %", ["510", "k", "of", "18", "4"]),
        ("The maker\u2019s X-ray", ["the", "maker's", "x", "ray"]),
        ("Café, naïve", ["cafe", "naive"]),
        ("a_b", ["a", "b"]),
        ("x" * 61, []),
        ("", []),
    ],
)
def test_words_are_plain_and_in_order(text, expected):
    assert words(text) == expected


def test_both_signs_for_micro_are_one():
    assert words("5 \u00b5A") == words("5 \u03bcA")


def test_stems_hold_letters_and_digits_only():
    assert stems("Pacemakers, pacemaker\u2019s, don't 7E") == ["pacemak", "pacemak", "dont", "7e"]


def test_stem_of_a_word_is_that_of_its_forms():
    assert {stem(word) for word in ("implant", "implants", "implanted")} == {"implant"}


def test_telling_leaves_out_what_tells_nothing():
    assert telling(words("Can I use it with a pacemaker?")) == ["use", "pacemaker"]


def test_telling_keeps_everything_where_nothing_tells():
    assert telling(["who", "is", "it"]) == ["who", "is", "it"]


def test_plain_leaves_out_what_the_page_adds_and_keeps_blocks_apart():
    html = (
        '<h2>Gel</h2><p>One<a class="citation" href="#r">[1]</a><span class="sidenote" hidden>1. A <b>b</b></span>.</p>'
        "<ul><li>Two &amp; three</li><li>Four</li></ul>"
    )
    assert plain(html) == "Gel One. Two & three Four"


def test_joined_leaves_out_what_says_nothing():
    assert joined(". ", "One", " ", "Two ") == "One. Two"
