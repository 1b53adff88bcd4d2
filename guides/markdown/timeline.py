"""Timelines: weeks in a table, in a list, or in headings, two in a row at least."""

import re
from dataclasses import dataclass

from guides.markdown.placing import Placing
from guides.markdown.tree import DASH, PUNCTUATION, Node, Section, line, rows, words

_TITLE_LENGTH = 100

_WEEKS = re.compile(
    rf"""(?P<since> \b (?:from|after|beyond|since) \s+ )?
    \b (?P<unit>weeks?|months?) \s* (?P<from>\d+)
    (?: \s* (?:{DASH}|to|and|until|through) \s* (?:(?:weeks?|months?) \s*)? (?P<to>\d+) )?
    (?P<on> \s* (?: \+ | (?:{DASH}\s*|and\s)? (?:onwards?|beyond|after|on(?=\W*$|\s*[:,.(])) \b ) )?""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(r"\b(?:after|from|beyond) (?:week )?(?P<from>\d+)(?: weeks?)?(?: onwards?)?", re.IGNORECASE)
_SESSIONS = re.compile(
    rf"""\b (?: \d+ (?: \s*(?:{DASH}|to)\s* \d+ )? | once | twice )
    (?: \s*(?:times|sessions|days|x) )? \s (?:a|per|each|every) \s week""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKS_IN_A_MONTH = 4


@dataclass(frozen=True, slots=True)
class _Weeks:
    first: int
    last: int | None
    said: str
    rest: str
    """What the heading says of them, and besides."""


def is_phases_list(node: Node) -> bool:
    return node.type in ("bullet_list", "ordered_list") and _all_weeks([_head(item) for item in node.children])


def place_phases_list(node: Node, placing: Placing) -> None:
    for item in node.children:
        head = _head(item)
        _place(item, head, placing.plain(item)[len(head) :], placing)


def is_phases_table(node: Node) -> bool:
    return node.type == "table" and _all_weeks([words(cells[0]) for cells in rows(node)[1:]])


def place_phases_table(node: Node, placing: Placing) -> None:
    head, *body = rows(node)
    for cells in body:
        texts = [f"{words(name)}: {placing.plain(cell)}" for name, cell in zip(head[1:], cells[1:], strict=True)]
        _place(cells[0], placing.plain(cells[0]), "\n".join(texts), placing)


def phases_by_heading(parts: list[Section], placing: Placing) -> bool:
    """A part of a section for each phase; its paragraphs become one text."""
    if not _all_weeks([part.title for part in parts]):
        return False
    for part in parts:
        if part.heading:
            _place(
                part.heading, placing.plain(part.heading), "\n".join(placing.plain(node) for node in part.body), placing
            )
    return True


def _place(node: Node, head: str, text: str, placing: Placing) -> None:
    weeks = _weeks(head) or _Weeks(0, None, "", head)
    title = weeks.rest or head.strip(PUNCTUATION)
    if len(title) > _TITLE_LENGTH:
        placing.say(line(node), f"a title of more than {_TITLE_LENGTH} letters: it opens the text of the phase")
        title, text = weeks.said, f"{title}\n{text.lstrip(PUNCTUATION)}"
    sessions = _SESSIONS.search(f"{weeks.rest}. {text}")
    placing.block(
        "phase",
        node,
        title=title,
        starts_week=weeks.first,
        ends_week=weeks.last,
        sessions=sessions[0] if sessions else "",
        text=text.lstrip(PUNCTUATION),
    )


def _all_weeks(heads: list[str]) -> bool:
    return len(heads) > 1 and all(map(_weeks, heads))


def _weeks(head: str) -> _Weeks | None:
    if found := _WEEKS.search(head):
        first, last = int(found["from"]), int(found["to"]) if found["to"] else None
        if found["unit"].lower().startswith("month"):
            first, last = (first - 1) * _WEEKS_IN_A_MONTH + 1, last and last * _WEEKS_IN_A_MONTH
        if last is None and not (found["on"] or found["since"]):
            last = first
    elif found := _AFTER.search(head):
        first, last = int(found["from"]), None
    else:
        return None
    rest = f"{head[: found.start()]} {head[found.end() :]}"
    return _Weeks(first, last, found[0].strip(), " ".join(rest.split()).strip(PUNCTUATION))


def _head(item: Node) -> str:
    """What a line of a list begins with: its bold words, or everything before the first colon."""
    inner = next((child for child in item.walk() if child.type == "inline"), None)
    first = next((child for child in inner.children if words(child)), None) if inner else None
    if first is not None and first.type == "strong":
        return words(first)
    return words(item).partition(":")[0]
