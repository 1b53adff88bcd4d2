"""Markdown as a tree, cut into sections at its headings."""

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

DASH = r"[-\u2013\u2014]"
"""In patterns: whatever stands between two numbers, or after a lead."""

PUNCTUATION = " \t:\u2013\u2014-.,()"
"""What is left at the ends when something was taken out of a line."""

# Raw HTML stays visible as text: nothing of it is dropped, and nothing of it is trusted.
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(slots=True)
class Section:
    """A heading, None before the first one, with everything up to the next of its level or above."""

    heading: Node | None
    body: list[Node] = field(default_factory=list)

    @property
    def title(self) -> str:
        return words(self.heading) if self.heading else ""


def parse(text: str) -> list[Node]:
    return list(Node(_PARSER.parse(text)).children)


def sections(nodes: list[Node], level: int) -> list[Section]:
    """``nodes`` cut at headings of ``level`` and above; an empty section before the first is left out."""
    cut = [Section(None)]
    for node in nodes:
        if node.type == "heading" and int(node.tag[1]) <= level:
            cut.append(Section(node))
        else:
            cut[-1].body.append(node)
    return [section for section in cut if section.heading or section.body]


def words(node: Node) -> str:
    """The plain text of a node, on one line, a space between its blocks; of a picture, what it shows."""
    if node.type in ("text", "code_inline", "fence", "code_block"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    between = " " if any(child.block for child in node.children) else ""
    return between.join(words(child) for child in node.children).strip()


def beyond(said: str, *known: re.Pattern[str]) -> str:
    """What is said besides the words that are known; empty where nothing is."""
    for pattern in known:
        said = pattern.sub("", said)
    return said.strip(PUNCTUATION) if re.search(r"\w", said) else ""


def line(node: Node) -> int:
    """The number, from 1, of the line where it begins."""
    while not node.map and node.parent:
        node = node.parent
    return node.map[0] + 1 if node.map else 0


def rows(table: Node) -> list[list[Node]]:
    """The cells of a table, row by row, the head first."""
    return [list(row.children) for part in table.children for row in part.children]
