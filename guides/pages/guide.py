"""A guide's document as its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guides.documents import Document
from guides.models import AnswerItem
from guides.pages.addresses import Addresses
from guides.pages.blocks import Run, Runs
from guides.pages.grades import Grade, Verdict, grade, verdict
from guides.pages.prose import Heading, Typesetter, anchor_of
from guides.pages.reading import ReadingTime, reading_time
from guides.pages.references import Reference, References
from guides.pages.topics import Topic, topics


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of the quick answer, with the claim behind it. ``anchor`` is empty where the page does not show that."""

    text: str
    claim: str = ""
    anchor: str = ""
    verdict: Verdict | None = None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class AnswerList:
    heading: str
    lines: list[AnswerLine]


@dataclass(frozen=True, slots=True)
class GuidePage:
    title: str
    standfirst: str
    topics: list[Topic]
    answer: str
    answer_lists: list[AnswerList]
    contents: list[Heading]
    runs: list[Run]
    reading_time: ReadingTime
    explained: list[dict[str, Any]]
    references: list[Reference]


def guide_page(document: Document, addresses: Addresses) -> GuidePage:
    """``addresses`` needs the live ones among ``subjects_linked(document)``; links to others show their text only."""
    here = frozenset(anchors_of_records(document))
    references = References(document["references"])
    typesetter = Typesetter(references, addresses, here)
    main = (block for block in document["blocks"] if block["kind"] != AnswerItem.kind)
    runs = Runs(document, typesetter, references, addresses).set(main)
    return GuidePage(
        title=document["title"],
        standfirst=document["standfirst"],
        topics=topics(document["references"].get("topic", {})),
        answer=document["answer"],
        answer_lists=_answer_lists(document, here),
        runs=runs,
        contents=[heading for heading in typesetter.headings if heading.level == 2],
        reading_time=reading_time(document),
        explained=list(typesetter.explained.values()),
        references=list(references),
    )


def anchors_of_records(document: Document) -> Iterator[str]:
    """Anchors of the claims and conditions that the page shows."""
    for block in document["blocks"]:
        if block["kind"] == "claim":
            yield anchor_of("claim", block["claim"])
        if block["kind"] == "conditions":
            yield from (anchor_of("condition", key) for key in block["conditions"])
        if block["kind"] == "terms":
            yield from (anchor_of("term", key) for key in block["terms"])


def _answer_lists(document: Document, here: frozenset[str]) -> list[AnswerList]:
    items = [block for block in document["blocks"] if block["kind"] == AnswerItem.kind]
    claims = document["references"].get("claim", {})
    lists = []
    for name, heading in AnswerItem.List.choices:
        lines = [_answer_line(item, claims.get(item["claim"]), here) for item in items if item["list"] == name]
        if lines:
            lists.append(AnswerList(heading, lines))
    return lists


def _answer_line(item: dict[str, Any], claim: dict[str, Any] | None, here: frozenset[str]) -> AnswerLine:
    if claim is None:
        return AnswerLine(item["text"])
    anchor = anchor_of("claim", item["claim"])
    return AnswerLine(
        text=item["text"],
        claim=claim["statement"],
        anchor=anchor if anchor in here else "",
        verdict=verdict(claim["verdict"]),
        grade=grade(claim["grade"]),
    )
