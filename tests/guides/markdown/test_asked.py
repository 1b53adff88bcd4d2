"""Questions and answers that an article writes as “Q: …” and “A: …”."""

import pytest

from guides.markdown import Known, article


def made(text: str) -> list[tuple[str, str]]:
    blocks = article(f"# T\n\n{text}", known=Known()).document["blocks"]
    return [(block["question"], block["html"]) for block in blocks if block["kind"] == "question"]


@pytest.mark.parametrize(
    "text",
    [
        "**Q:** Does it hurt?\nA: Not *usually*.",
        "**Q:** Does it hurt?\n\nA: Not *usually*.",
        "**Q: Does it hurt?**\n**A:** Not *usually*.",
        "**Q**: Does it hurt?\n\n**A**: Not *usually*.",
        "Q: Does it hurt? A: Not *usually*.",
        "**Q1:** Does it hurt? **A1:** Not *usually*.",
        "Q. Does it hurt?\nA. Not *usually*.",
        "Question: Does it hurt?  \nAnswer: Not *usually*.",
        "### Q: Does it hurt?\n\nA: Not *usually*.",
        "**Q:** Does\nit hurt?\nA: Not *usually*.",
    ],
)
@pytest.mark.parametrize("heading", ["## FAQ", "## What people ask us", "A standfirst."])
def test_a_question_and_its_answer_are_known_by_their_letters(heading, text):
    assert made(f"{heading}\n\n{text}") == [("Does it hurt?", "<p>Not <em>usually</em>.</p>")]


def test_questions_follow_each_other_and_an_answer_goes_on():
    text = "## FAQ\n\nAsked often.\n\n**Q:** One?\nA: Yes.\n\n- really\n\n**Q:** Two?\n\nA: **No**, two."
    assert made(text) == [("One?", "<p>Yes.</p><ul><li>really</li></ul>"), ("Two?", "<p><strong>No</strong>, two.</p>")]


def test_an_answer_that_is_bold_stays_bold():
    assert made("## FAQ\n\n**Q: One?**\n**A: Yes.**") == [("One?", "<p><strong>Yes.</strong></p>")]


def test_lines_are_those_of_the_file():
    text = "# T\n\n## FAQ\n\n**Q:** One?\n\nA: Yes,\nlike [this](x.md) ![here](y.png).\n\n**Q:** [Two](z.md)?\nA: No."
    read = article(text, known=Known())
    assert [(placed.line, placed.became) for placed in read.placed[-2:]] == [(5, "question"), (10, "question")]
    assert [placed.line for placed in read.not_placed] == [7, 10]


@pytest.mark.parametrize(
    "text",
    [
        "## FAQ\n\n**Q:** One?\n\nNobody knows.",
        "## FAQ\n\nA: Yes.",
        "## Vitamins\n\nQ: which? Vitamin A: good.",
        f"## FAQ\n\n**Q:** {'Why? ' * 50}\nA: Yes.",
    ],
)
def test_what_is_no_pair_stays_text(text):
    assert made(text) == []
