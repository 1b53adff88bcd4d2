"""The picture that stands for a guide where somebody shares its address: the same bytes for the same words."""

import unicodedata
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630

# Of the light scheme in static/css/tokens.css.
PAPER = "#faf8f3"
INK = "#1b2624"
INK_SOFT = "#4b5956"
PINE = "#14564b"
COPPER = "#a04d25"

_MARGIN = 80
_MEASURE = WIDTH - 2 * _MARGIN
_TITLE_SIZES = (88, 76, 64, 54)
_TITLE_LINES = 3
_TEXT_SIZE = 40
_NAME_SIZE = 42
_LEADING = 1.25
_MARK = 56
_BASE = 548
_STROKE = 6
_SHARPER = 4

# The current of the mark (templates/components/mark.html), in its box of 32 by 32.
_CURRENT = ((0, 16), (8, 16), (8, 10.5), (13.5, 10.5), (13.5, 21.5), (19, 21.5), (19, 16), (32, 16))
_CELL = (2.5, 2.5, 29.5, 29.5)
_BOX = 32

# What the letters lack, as people write it who lack it too.
_WRITTEN = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{MULTIPLICATION SIGN}": "x",
        "\N{MICRO SIGN}": "u",
        "\N{GREEK SMALL LETTER MU}": "u",
        "→": ">",
        "≥": ">=",
        "≤": "<=",
    }
)


def sharing_picture(title: str, text: str) -> bytes:
    """A PNG of ``WIDTH`` by ``HEIGHT``: the title, as large as it fits, the beginning of the text, and the mark."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    font, lines = _fitted(_drawable(title))
    below = _write(draw, lines, font, INK, _MARGIN)
    small, top = _font(_TEXT_SIZE), below + _TEXT_SIZE // 2
    room = int((_BASE - top) / (_TEXT_SIZE * _LEADING))
    _write(draw, wrapped(_drawable(text), small, room), small, INK_SOFT, top)
    _sign(picture, draw)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def wrapped(text: str, font: ImageFont.FreeTypeFont, most: int, measure: int = _MEASURE) -> list[str]:
    """``text`` in lines as wide as they may be; where there are more than ``most``, the last one shows it."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [_cut(line, font, measure) for line in lines[:most]]
    return kept if len(lines) <= most else [*kept[:-1], _cut(f"{kept[-1].rstrip('…')}…", font, measure)]


def _cut(line: str, font: ImageFont.FreeTypeFont, measure: int) -> str:
    """Without what goes beyond the measure."""
    if font.getlength(line) <= measure:
        return line
    shorter = next(n for n in range(len(line), -1, -1) if font.getlength(f"{line[:n].rstrip()}…") <= measure)
    return f"{line[:shorter].rstrip()}…"


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title is whole, or the smallest ones and as much of it as fits."""
    for size in _TITLE_SIZES:
        font = _font(size)
        lines = wrapped(title, font, _TITLE_LINES)
        if " ".join(lines) == " ".join(title.split()):
            break
    return font, lines


def _write(draw: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont, colour: str, top: int) -> int:
    """Where the next thing may begin."""
    for line in lines:
        draw.text((_MARGIN, top), line, colour, font)
        top += round(font.size * _LEADING)
    return top


def _sign(picture: Image.Image, draw: ImageDraw.ImageDraw) -> None:
    """The mark, the name of the site, and the current going on to the edge."""
    middle = _BASE + _MARK // 2
    name = _font(_NAME_SIZE)
    left = _MARGIN + _MARK + _MARK // 2
    draw.line([(0, middle), (_MARGIN, middle)], COPPER, _STROKE)
    draw.text((left, middle), "Celliara", PINE, name, anchor="lm")
    draw.line([(left + name.getlength("Celliara") + _MARK // 2, middle), (WIDTH, middle)], COPPER, _STROKE)
    picture.paste(_mark(), (_MARGIN, _BASE))


def _mark() -> Image.Image:
    """Drawn larger and made smaller, which smooths its edges."""
    size = _MARK * _SHARPER
    scale, stroke = size / _BOX, _STROKE * _SHARPER
    mark = Image.new("RGB", (size, size), PAPER)
    draw = ImageDraw.Draw(mark)
    draw.ellipse([scale * edge for edge in _CELL], outline=PINE, width=stroke)
    draw.line([(scale * x, scale * y) for x, y in _CURRENT], COPPER, stroke, joint="curve")
    return mark.resize((_MARK, _MARK), Image.Resampling.LANCZOS)


def _drawable(text: str) -> str:
    """The text in characters that the letters have: accents are left off, and so is what nothing stands for."""
    return "".join(map(_plain, text.translate(_WRITTEN)))


def _plain(character: str) -> str:
    parts = character if _has(character) else unicodedata.normalize("NFKD", character)
    return "".join(filter(_has, parts))


@cache
def _has(character: str) -> bool:
    font = _font(_TEXT_SIZE)
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType, so it has no letters that scale.")
    return font
