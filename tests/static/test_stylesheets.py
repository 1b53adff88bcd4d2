"""How style sheets are written (style.md, corollary on CSS)."""

import re

import pytest

from guides.models import Area
from tests.static.stylesheets import sheets

LAYERS = "@layer reset, tokens, base, layout, components, pages, print;"
LAYER_OF_FOLDER = {"components": "components", "pages": "pages"}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)
NAMED_COLOUR = re.compile(
    r":[^;{]*\b(black|white|red|green|blue|gr[ae]y|orange|yellow|purple|brown|silver)\b", re.IGNORECASE
)
ID_SELECTOR = re.compile(r"#[a-z][\w-]*[^;{}]*\{", re.IGNORECASE)
REDUCED_MOTION = re.compile(r"@media \(prefers-reduced-motion: reduce\) \{(?:[^{}]|\{[^{}]*\})*\}")
PHYSICAL = re.compile(
    r"(?<=[{;])\s*((?:min-|max-)?(?:width|height)|left|right|top|bottom|"
    r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)(?:-\w+)?)\s*:|text-align:\s*(?:left|right)"
)

each_sheet = pytest.mark.parametrize(("name", "css"), [pytest.param(*item, id=item[0]) for item in sheets().items()])


def test_layers_are_named_once_and_first():
    assert sheets()["layers"].strip() == LAYERS, "style.md: the order of the layers stands in one place."


@each_sheet
def test_sheet_is_one_layer(name, css):
    layer = LAYER_OF_FOLDER.get(name.partition("/")[0], name)
    opening = LAYERS if name == "layers" else f"@layer {layer} {{"
    assert css.strip().startswith(opening), "style.md: each file wraps itself in the layer that it is in."


@each_sheet
def test_sheet_is_short(name, css):
    assert css.count("\n") < 120, "style.md: one component per file, under 120 lines."


@each_sheet
def test_colours_stand_in_tokens_only(name, css):
    found = [] if name == "tokens" else [match[0] for rule in (COLOUR, NAMED_COLOUR) for match in rule.finditer(css)]
    assert found == [], "style.md: colours stand in tokens.css only; everything else uses what they mean."


@each_sheet
def test_nothing_is_important_but_reduced_motion(name, css):
    assert "!important" not in REDUCED_MOTION.sub("", css), "style.md: no !important but for reduced motion."


@each_sheet
def test_nothing_is_selected_by_id(name, css):
    assert ID_SELECTOR.findall(css) == [], "style.md: no #id selectors."


@each_sheet
def test_properties_are_logical(name, css):
    assert [match[0].strip() for match in PHYSICAL.finditer(css)] == [], "style.md: logical properties."


def test_every_area_of_the_drawing_shows_whether_it_is_ticked_or_focused():
    css = sheets()["components/where"]
    for state in ("checked", "focus-visible"):
        shown = re.findall(rf':has\(\[value="([\w-]+)"\]:{state}\) \[data-area="([\w-]+)"\]', css)
        assert shown == [(area, area) for area in Area.values], "An area that is not named here is never marked."
