"""Sections whose parts, under headings of their own, are blocks each: questions, considerations, mechanisms."""

import re

from guides.markdown.asked import is_asked_inline, unfolded
from guides.markdown.placing import Placing
from guides.markdown.tree import DASH, Node, Section, beyond, line, words

_TITLE_LENGTHS = {"question": 200, "consideration": 100, "mechanism": 150}
_CERTAINTY_LINE = re.compile(rf"^(certainty|how sure( we are)?|evidence)\s*(:|{DASH})\s*", re.IGNORECASE)
_CERTAINTIES = {
    "established": re.compile(r"established|certain", re.IGNORECASE),
    "laboratory": re.compile(r"laborator\w*|\blab\b|cells|animals?", re.IGNORECASE),
    "speculative": re.compile(r"speculat\w*", re.IGNORECASE),
    "plausible": re.compile(r"plausible|little tested|possible", re.IGNORECASE),
}

_FILLERS = re.compile(r"not shown on faces|\b(well|very|quite|seen|in|the|only|little tested)\b", re.IGNORECASE)
"""What is said with those and says no more."""


def questions(section: Section, placing: Placing) -> bool:
    """Each heading, bold line that ends with a question mark, or “Q: …”, with what follows it."""
    first, parts = _parts(unfolded(section))
    if not parts or not _fit("question", parts):
        return False
    placing.text(first, section=section.title)
    for heading, body in parts:
        placing.block("question", heading, question=placing.plain(heading), html=placing.html(body))
    return True


def questions_inline(section: Section, placing: Placing) -> bool:
    """Under any heading, where each question begins with “Q:” and each answer with “A:”."""
    return is_asked_inline(section) and questions(section, placing)


def considerations(section: Section, placing: Placing) -> bool:
    first, parts = _parts(section)
    if not parts or not _fit("consideration", parts):
        return False
    placing.text(first, section=section.title)
    for heading, body in parts:
        placing.block("consideration", heading, title=placing.plain(heading), html=placing.html(body))
    return True


def mechanisms(section: Section, placing: Placing) -> bool:
    """Only where each part says how sure it is, in a line such as “Certainty: seen in the laboratory”."""
    first, parts = _parts(section)
    certainties = [_certainty(body) for _, body in parts]
    if not parts or not all(certainties) or not _fit("mechanism", parts):
        return False
    placing.text(first, section=section.title)
    for (heading, body), certainty in zip(parts, certainties, strict=True):
        rest = [node for node in body if not _CERTAINTY_LINE.match(words(node)) or _says_more(node, placing)]
        title = placing.plain(heading)
        placing.block("mechanism", heading, title=title, certainty=certainty, html=placing.html(rest))
    return True


def _parts(section: Section) -> tuple[list[Node], list[tuple[Node, list[Node]]]]:
    """What stands before the first part, heading included; and the parts."""
    first: list[Node] = [section.heading] if section.heading else []
    parts: list[tuple[Node, list[Node]]] = []
    for node in section.body:
        if node.type == "heading" or _is_bold_question(node):
            parts.append((node, []))
        elif parts:
            parts[-1][1].append(node)
        else:
            first.append(node)
    return first, parts


def _is_bold_question(node: Node) -> bool:
    inner = [child for child in node.children[0].children if words(child)] if node.type == "paragraph" else []
    return [child.type for child in inner] == ["strong"] and words(node).endswith("?")


def _fit(kind: str, parts: list[tuple[Node, list[Node]]]) -> bool:
    return all(len(words(heading)) <= _TITLE_LENGTHS[kind] and body for heading, body in parts)


def _says_more(certainty: Node, placing: Placing) -> bool:
    said = words(certainty)
    says_more = bool(beyond(said, _CERTAINTY_LINE, _FILLERS, *_CERTAINTIES.values()))
    if says_more:
        placing.say(line(certainty), f"“{said}”, which says more than how sure it is: it stays in the text")
    return says_more


def _certainty(body: list[Node]) -> str:
    said = " ".join(words(node) for node in body if _CERTAINTY_LINE.match(words(node)))
    return next((name for name, pattern in _CERTAINTIES.items() if pattern.search(_CERTAINTY_LINE.sub("", said))), "")
