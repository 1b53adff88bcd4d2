"""Text against text, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from guides.difference import Piece, pieces
from guides.difference.wording import readable

texts = st.text(alphabet="ab \n", max_size=30)


@given(texts, texts)
def test_both_texts_can_be_read_from_the_pieces(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if not piece.is_added) == old
    assert "".join(piece.text for piece in found if not piece.is_removed) == new


def test_what_went_stands_before_what_came():
    assert pieces("a big dog", "a small dog") == [
        Piece("a "),
        Piece("big", is_removed=True),
        Piece("small", is_added=True),
        Piece(" dog"),
    ]


def test_readable_keeps_lines_and_says_where_links_lead():
    html = '<h2>Why &amp; how</h2><p>See <a href="guide:gel#why">gel</a>.<br>Now.</p><ul><li>One</li></ul>'
    assert readable(html) == "Why & how\nSee gel [guide:gel#why].\nNow.\nOne"
