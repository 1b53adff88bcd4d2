"""Buttons can be read in both schemes, under the pointer too (WCAG 2.2, 1.4.3): axe sees only what is at rest."""

import re

import pytest

from tests.static.stylesheets import sheets

LIGHT, DARK = 0, 1
ENOUGH = 4.5
TRANSPARENT = "transparent"


def values(css: str) -> dict[str, str]:
    return {name: value.strip() for name, value in re.findall(r"(--[\w-]+):\s*([^;]+);", css)}


TOKENS = values(sheets()["tokens"])
PLAIN = {
    "--button-text": "var(--color-on-action)",
    "--button-background": "var(--color-action)",
    "--button-background-hover": "var(--color-action-hover)",
}
BUTTONS = {"plain": PLAIN} | {name: PLAIN | values(css) for name, css in sheets().items() if "--button-text:" in css}


def colour(value: str, scheme: int) -> str:
    """As six digits, through as many names as there are; what is transparent shows the page."""
    if value == TRANSPARENT:
        return colour("var(--color-page)", scheme)
    if named := re.fullmatch(r"var\((--[\w-]+)\)", value):
        return colour(TOKENS[named[1]], scheme)
    return re.findall(r"#([0-9a-f]{6})", value)[scheme]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
@pytest.mark.parametrize("background", ["--button-background", "--button-background-hover"])
@pytest.mark.parametrize("name", BUTTONS)
def test_words_on_a_button_can_be_read(name, background, scheme):
    button = BUTTONS[name]
    text, behind = (colour(button[part], scheme) for part in ("--button-text", background))
    assert contrast(text, behind) >= ENOUGH, f"design.md 8, WCAG 1.4.3: #{text} on #{behind}."


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("000000", "ffffff", 21.0), ("777777", "ffffff", 4.48), ("23705f", "19211f", 2.78)]
)
def test_contrast_is_that_of_the_guidelines(one, other, expected):
    assert round(contrast(one, other), 2) == expected


def _luminance(digits: str) -> float:
    red, green, blue = (_linear(int(digits[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
