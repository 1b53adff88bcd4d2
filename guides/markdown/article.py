"""From the text of an article to the document of a guide."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from guides.markdown.answer import quick_answer
from guides.markdown.claims import claims_by_heading, is_claims_table, place_claims_table
from guides.markdown.parts import considerations, mechanisms, questions, questions_inline
from guides.markdown.placing import Known, Placed, Placing
from guides.markdown.related import authorship, related
from guides.markdown.timeline import (
    is_phases_list,
    is_phases_table,
    phases_by_heading,
    place_phases_list,
    place_phases_table,
)
from guides.markdown.tree import Node, Section, parse, sections, words

_SLUG_LENGTH = 100
_STANDFIRST_LENGTH = 400

type Recognise = Callable[[Section, Placing], bool]

_BY_TITLE: list[tuple[re.Pattern[str], Recognise]] = [
    (
        re.compile(r"^(the )?(quick|short) answer|^in (short|brief)|at a glance|key takeaways", re.IGNORECASE),
        quick_answer,
    ),
    (re.compile(r"\b(claims?|myths?)\b", re.IGNORECASE), claims_by_heading),
    (re.compile(r"\bquestions\b|\bfaqs?\b|\bq ?(&|and) ?a\b", re.IGNORECASE), questions),
    (re.compile(r"\bwhat to look for\b|\bhow to choose\b|\bchoosing\b", re.IGNORECASE), considerations),
    (re.compile(r"\bmechanisms?\b|\bhow .*\bworks?\b", re.IGNORECASE), mechanisms),
    (re.compile(r"\b(related|further|more) (guides?|reading)\b|\bread (next|more|on)\b", re.IGNORECASE), related),
    (re.compile(r"\bwho wrote\b|\babout (this|the) (guide|article)\b|\bhow .*\bwas made\b", re.IGNORECASE), authorship),
]
_IN_TEXT: list[tuple[Callable[[Node], bool], Callable[[Node, Placing], None]]] = [
    (is_claims_table, place_claims_table),
    (is_phases_table, place_phases_table),
    (is_phases_list, place_phases_list),
]
_CONDITIONS = re.compile(r"\bwho should not\b|\bcontra-?indications?\b|\bwho must not\b|\bdo not use\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """``document``: of a guide, as files have it. ``claims``: new records that it refers to, by key.
    ``placed``: what became which kind of block. ``not_placed``: what has no place of its own, and was kept as text.
    ``lines``: where fields, blocks and claims stand in the file.
    """

    document: dict[str, Any]
    claims: dict[str, dict[str, Any]]
    placed: list[Placed]
    not_placed: list[Placed]
    lines: dict[str, int]


def article(text: str, *, known: Known) -> Article:
    """Read Markdown.

    Nothing is dropped: what no kind of block fits stays as text, or is named in ``not_placed``.
    """
    placing = Placing(known)
    for section in sections(_opened(parse(text), placing), level=2):
        _place(section, placing)
    document = {"schema": 1, "kind": "guide", **placing.fields, "blocks": placing.blocks}
    return Article(document, placing.claims, placing.placed, placing.not_placed, placing.lines)


def _opened(nodes: list[Node], placing: Placing) -> list[Node]:
    """Title, address and standfirst are taken from the head of the text; the rest is returned."""
    titled = next((node for node in nodes if node.type == "heading" and node.tag == "h1"), None)
    if titled is None:
        return nodes
    placing.field("title", titled)
    placing.lines["slug"] = placing.lines["title"]
    placing.fields["slug"] = slugify(placing.fields["title"])[:_SLUG_LENGTH].strip("-")
    position = nodes.index(titled)
    following = nodes[position + 1 : position + 2]
    if following and following[0].type == "paragraph" and len(words(following[0])) <= _STANDFIRST_LENGTH:
        placing.field("standfirst", following[0])
        position += 1
    return [*nodes[: nodes.index(titled)], *nodes[position + 1 :]]


def _place(section: Section, placing: Placing) -> None:
    if any(pattern.search(section.title) and place(section, placing) for pattern, place in _BY_TITLE):
        return
    if questions_inline(section, placing):
        return
    whole = [*([section.heading] if section.heading else []), *section.body]
    first, *parts = sections(whole, level=3)
    _place_nodes(first, placing, section=section.title or "before the first heading")
    if not phases_by_heading(parts, placing):
        for part in parts:
            _place_nodes(part, placing)
    if section.heading and _CONDITIONS.search(section.title):
        placing.block("conditions", section.heading, at_least="limited")


def _place_nodes(part: Section, placing: Placing, section: str = "") -> None:
    """Text, but for the tables and lists in it that are claims or timelines."""
    pending = [part.heading] if part.heading else []
    for node in part.body:
        place = next((place for fits, place in _IN_TEXT if fits(node)), None)
        if place is None:
            pending.append(node)
            continue
        placing.text(pending, section=section)
        pending, section = [], ""
        place(node, placing)
    placing.text(pending, section=section)
