import pytest

from guides.problems import Level
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>A</h2><p>Text.</p><h3>B</h3><h3>C</h3><h2>D</h2>", []),
        ("<p>Text.</p>", []),
        ("<h3>Too deep</h3><p>Text.</p>", ["heading-level"]),
        ("<h3>Too deep</h3><h2>A</h2><h3>B</h3>", ["heading-level"]),
        ("<h2>A</h2><h4>Too deep</h4>", ["heading-level"]),
        ("<h1>Too high</h1>", ["heading-level"]),
        ("<h2></h2><p>Text.</p>", ["heading-empty"]),
        ("<h2>A</h2><h3> <strong>&nbsp;</strong></h3>", ["heading-empty"]),
        ("<h2>…</h2>", ["heading-empty"]),
        ("<h2>What it does</h2><h2>What <em>it</em> does?</h2>", ["heading-twice"]),
        ("<h2>A</h2><p></p>", ["text-empty"]),
        ("<h2>A</h2><p>&nbsp;<br></p>", ["text-empty"]),
        ("<h2>A</h2><p><strong> </strong></p>", ["text-empty"]),
        ("<ul><li>One</li><li> </li></ul>", ["text-empty"]),
        ("<p>One<br>Two</p>", []),
    ],
)
def test_text(html, expected, at):
    assert codes(spoiled(examples.guide(), "blocks.3.html", html), at) == [
        (code, "blocks[3].html") for code in expected
    ]


def test_a_section_goes_on_in_the_next_text(at):
    document = examples.guide()
    document["blocks"].insert(5, {"kind": "prose", "uid": "x", "html": "<h3>Still of that section</h3><p>Text.</p>"})
    assert codes(document, at) == []


@pytest.mark.parametrize("index", [5, 9, 11, 14])
def test_other_blocks_open_no_section(index, at):
    html = "<h2>Another section</h2><p>Text.</p><h3>A part of the block</h3>"
    document = spoiled(examples.guide(), f"blocks.{index}.html", html)
    assert codes(document, at) == [("heading-level", f"blocks[{index}].html")]


def test_headings_alike_are_found_across_blocks(at):
    document = spoiled(examples.guide(), "blocks.9.html", "<h3>More</h3><p>Text.</p>")
    (problem,) = found(document, at)
    assert (problem.code, problem.level, problem.where) == ("heading-twice", Level.WARNING, "blocks[9].html")
    assert problem.message == "Two headings are called “More”."


@pytest.mark.parametrize("name", ["references.claim.permanent.explanation", "references.product.gel.reason"])
def test_rich_text_of_records_is_read_too(name, at):
    assert codes(spoiled(examples.guide(), name, "<p>Text.</p><p></p>"), at) == [("text-empty", name)]
