"""Articles as editors write them, and what becomes of each part."""

import re
from itertools import chain

import pytest
import yaml

from guides.markdown import Article, Known, article
from tests.architecture.modules import ROOT

ARTICLES = ROOT / "tests" / "cases" / "articles"
KNOWN = Known(
    claims={"microcurrent gives permanent results": "permanent"},
    guides={"what-is-microcurrent": "what-is-microcurrent"},
)


def read(name: str) -> str:
    return (ARTICLES / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[dict]:
    return article(f"# T\n\n{text}", known=KNOWN).document["blocks"]


def test_article_with_every_kind_of_block():
    made = article(read("every-block.md"), known=KNOWN)
    expected = yaml.safe_load(read("every-block.yaml"))
    assert made.document == expected["document"]
    assert made.claims == expected["claims"]
    assert [[placed.line, placed.what] for placed in made.not_placed] == expected["not_placed"]


def test_article_says_what_became_of_each_line():
    became = {placed.line: placed.became for placed in article(read("every-block.md"), known=KNOWN).placed}
    assert (became[1], became[3], became[9], became[13]) == ("title", "standfirst", "answer", "answer-item")
    assert (became[28], became[54], became[70], became[76]) == ("claim", "mechanism", "phase", "consideration")


def test_article_drops_no_word():
    text = read("every-block.md")
    said = (
        "Quick answer. Expect. Do. True. False. Claim verdict. Evidence shows. Certainty: seen. How sure: tested. This"
    )
    gone = _words(text) - _words(_everything(article(text, known=KNOWN)))
    assert gone <= _words(said), "Nothing of an article is dropped: what has no place is kept as text or named."


def test_article_without_a_title_has_none():
    assert article("Text.", known=Known()).document == {
        "schema": 1,
        "kind": "guide",
        "blocks": [{"kind": "prose", "html": "<p>Text.</p>"}],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "#",
        "# ",
        "|",
        "| |\n|-|\n| |",
        "- ",
        "## \n\n- ",
        "[](",
        "## FAQ",
        "## Claims\n\n### ",
        "## Quick answer",
    ],
)
def test_article_survives_anything(text):
    assert article(text, known=Known()).document["kind"] == "guide"


def test_what_fits_no_block_stays_text():
    long = "word " * 60
    assert blocks(f"## Quick answer\n\nYes.\n\nHelps:\n\n- {long}\n") == [
        {"kind": "prose", "html": f"<p>Helps:</p><ul><li>{long.strip()}</li></ul>"}
    ]
    assert blocks("## Related guides\n\n- [Elsewhere](https://example.org/)") == [
        {
            "kind": "prose",
            "html": '<h2>Related guides</h2><ul><li><a href="https://example.org/">Elsewhere</a></li></ul>',
        }
    ]
    assert blocks("## Mechanisms\n\n### Energy\n\nNobody says how sure.") == [
        {"kind": "prose", "html": "<h2>Mechanisms</h2><h3>Energy</h3><p>Nobody says how sure.</p>"}
    ]


def test_a_claim_that_stands_twice_is_one_record():
    table = "| Myth | Fact |\n|---|---|\n| It lasts | No. |\n| “It lasts.” | Still no. |\n"
    made = article(f"# T\n\n{table}", known=Known())
    assert list(made.claims) == ["it-lasts"]
    assert made.document["blocks"] == [
        {"kind": "claim", "claim": "it-lasts"},
        {"kind": "claim", "claim": "it-lasts"},
        {"kind": "prose", "html": "<p>Still no.</p>"},
    ]
    assert said(made) == [
        "“It lasts.” stands earlier in the article and stays as it is there: what the file says of it follows"
    ]


def test_how_sure_somebody_is_and_more_stays_in_the_text():
    made = article(
        "# T\n\n## Mechanisms\n\n### ATP\n\nCertainty: seen in the laboratory, in rats\n\nMore.", known=Known()
    )
    assert made.document["blocks"][1:] == [
        {
            "kind": "mechanism",
            "title": "ATP",
            "certainty": "laboratory",
            "html": "<p>Certainty: seen in the laboratory, in rats</p><p>More.</p>",
        }
    ]
    assert said(made) == [
        "“Certainty: seen in the laboratory, in rats”, which says more than how sure it is: it stays in the text"
    ]


def test_a_reason_too_long_for_a_related_guide_follows_as_text():
    long = "because " * 30
    made = article(f"# T\n\n## Related guides\n\n- [What](guide:what-is-microcurrent): {long}", known=KNOWN)
    assert made.document["blocks"] == [
        {"kind": "related", "guide": "what-is-microcurrent", "reason": ""},
        {"kind": "prose", "html": f"<p>{long.strip()}</p>"},
    ]
    assert said(made) == ["a reason of more than 200 letters: it follows as text"]


def test_lines_inside_a_line_are_words_of_their_own():
    made = blocks("## Quick answer\n\nYes.\n\nHelps:\n\n- Firmness\n  - of the jaw\n\n  a little")
    assert [block["text"] for block in made] == ["Firmness of the jaw a little"]


def said(made: Article) -> list[str]:
    return [placed.what for placed in made.not_placed]


def _everything(made: Article) -> str:
    reported = chain.from_iterable((placed.what, placed.became) for placed in made.not_placed)
    return f"{made.document} {made.claims} {' '.join(reported)}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
