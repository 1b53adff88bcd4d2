"""Questions and answers in lines of their own, as “Q: …” and “A: …”: made into headings, as if they were written so."""

import re
from collections import deque

from guides.markdown.tree import Node, Section, line, parse

_BOLD = r"(?:\*\*|__)?"
_QUESTION = rf"{_BOLD}Q(?:uestion)?\s*\d*{_BOLD}\s*[:.]{_BOLD}\s*"
_ANSWER = rf"(?P<lead>{_BOLD}A(?:nswer)?\s*\d*{_BOLD}\s*[:.]{_BOLD})\s*"
_ASKED = re.compile(
    rf"{_QUESTION}(?P<question>\S.*?)(?:\s*\n|(?<=[?!.*_])\s+){_ANSWER}(?P<answer>.*)",
    re.DOTALL,
)


def is_asked_inline(section: Section) -> bool:
    return _unfolded(section.body) != section.body


def unfolded(section: Section) -> Section:
    """The same section, with a heading for each question whose answer stands in the same paragraph or the next."""
    return Section(section.heading, _unfolded(section.body))


def _unfolded(nodes: list[Node]) -> list[Node]:
    left, written = deque(nodes), []
    while left:
        node = left.popleft()
        if alone := _ASKED.match(_source(node)):
            written += _with_heading(node, alone)
        elif left and (together := _ASKED.match(_joined(node, left[0]))):
            left.popleft()
            written += _with_heading(node, together)
        else:
            written.append(node)
    return written


def _with_heading(node: Node, asked: re.Match[str]) -> list[Node]:
    question = " ".join(asked["question"].split()).strip("*_ ")
    bold = next((mark for mark in ("**", "__") if asked["lead"].count(mark) == 1), "")
    return [
        *_parsed(f"### {question}", line(node)),
        *_parsed(bold + asked["answer"], line(node) + asked.string.count("\n", 0, asked.start("answer"))),
    ]


def _parsed(text: str, at: int) -> list[Node]:
    """As if it stood on that line of the file."""
    return parse("\n" * (at - 1) + text)


def _joined(node: Node, following: Node) -> str:
    """The text of both, as many lines apart as in the file."""
    said = _source(node)
    return said + "\n" * (line(following) - line(node) - said.count("\n")) + _source(following) if said else ""


def _source(node: Node) -> str:
    """The Markdown of a paragraph or heading; empty for everything else."""
    return node.children[0].content if node.type in ("paragraph", "heading") and node.children else ""
