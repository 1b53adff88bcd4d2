"""The picture behind a shared address: what is on it, measured in its own pixels and letters."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageColor, ImageFont

from guides.pages import sharing_picture as drawn
from guides.pages.sharing_picture import sharing_picture, wrapped
from tests.architecture.modules import ROOT

FONT = ImageFont.load_default(40)
LONG = "Microcurrent " * 40


def opened(title: str, text: str = "") -> Image.Image:
    return Image.open(BytesIO(sharing_picture(title, text)))


def test_picture_has_the_size_that_sharing_asks_for():
    picture = opened("Why gel")
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_picture_of_the_same_words_is_the_same():
    assert sharing_picture("Why gel", "It wets.") == sharing_picture("Why gel", "It wets.")
    assert len({sharing_picture(*words) for words in [("A", "B"), ("A", "C"), ("C", "B")]}) == 3


@pytest.mark.parametrize("name", ["PAPER", "INK", "INK_SOFT", "PINE", "COPPER"])
def test_colours_are_those_of_the_light_scheme(name):
    tokens = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    token = name.lower().replace("_", "-")
    assert re.search(rf"--{token}: light-dark\((#\w+),", tokens)[1] == getattr(drawn, name)


@pytest.mark.parametrize(("title", "text"), [("Why gel", LONG), (LONG, LONG), ("W" * 90, "M" * 300), ("", "")])
def test_nothing_is_drawn_in_the_margins_or_over_the_mark(title, text):
    """Beside the words and between them and the mark there is paper, whatever they are."""
    picture = opened(title, text)
    for box in [(0, 0, 1200, 80), (0, 0, 80, 540), (1124, 0, 1200, 540), (0, 540, 1200, 548)]:
        edge = picture.crop(box)
        assert edge.getcolors() == [(edge.width * edge.height, ImageColor.getrgb(drawn.PAPER))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one two  three", ["one two", "three"]),
        ("one two three four five six", ["one two", "three…"]),
        ("incomprehensibilities", ["incomp…"]),
    ],
)
def test_text_is_wrapped_as_measured(text, lines):
    measure = 170
    assert wrapped(text, FONT, 2, measure) == lines
    assert all(FONT.getlength(line) <= measure for line in lines)


@pytest.mark.parametrize(
    ("written", "drawn_as"),
    [("Café \N{EN DASH} 25 µA", "Cafe - 25 uA"), ("“a” → b", "“a” > b"), ("x² ≥ 4", "x2 >= 4"), ("電流", "")],
)
def test_what_the_letters_lack_is_written_as_others_do_who_lack_it(written, drawn_as):
    assert sharing_picture(written, written) == sharing_picture(drawn_as, drawn_as)
