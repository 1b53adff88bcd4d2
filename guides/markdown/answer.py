"""The quick answer: one sentence, and its three lists."""

import re

from guides.markdown.placing import Placing
from guides.markdown.tree import Node, Section, words

_LINE_LENGTH = 200

# In this order: “What it does not do” also says “does”.
_LISTS = {
    "does-not": re.compile(r"\b(not|cannot)\b|n\Wt\b", re.IGNORECASE),
    "expect": re.compile(r"\bexpect", re.IGNORECASE),
    "helps": re.compile(r"\b(helps?|may|might|can|does|benefits?)\b", re.IGNORECASE),
}


def quick_answer(section: Section, placing: Placing) -> bool:
    """The first paragraph is the answer; a list belongs under the heading or paragraph above it."""
    if not any(node.type == "paragraph" for node in section.body):
        return False
    label: Node | None = None
    left: list[Node] = []
    for node in section.body:
        if node.type == "paragraph" and "answer" not in placing.fields:
            placing.field("answer", node)
        elif label is not None and _is_list_of_lines(node):
            _place_lines(label, node, placing)
            label = None
        else:
            left += [label] if label is not None else []
            label = node if node.type in ("heading", "paragraph") and _name(node) else None
            left += [node] if label is None else []
    left += [label] if label is not None else []
    placing.text(left, section="rest of the quick answer")
    return True


def _is_list_of_lines(node: Node) -> bool:
    return node.type == "bullet_list" and all(len(words(item)) <= _LINE_LENGTH for item in node.children)


def _name(label: Node) -> str:
    return next((name for name, pattern in _LISTS.items() if pattern.search(words(label))), "")


def _place_lines(label: Node, lines: Node, placing: Placing) -> None:
    for item in lines.children:
        placing.block("answer-item", item, list=_name(label), text=placing.plain(item))
