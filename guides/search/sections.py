"""What of an edition a search can lead to: its sections, and the records that it holds a copy of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from guides.documents import Document
from guides.pages.blocks import Product, Titled
from guides.pages.chart import Chart
from guides.pages.comparison import Comparison
from guides.pages.device import DevicePage, Fact, device_page
from guides.pages.guide import GuidePage, anchors_of_records, guide_page
from guides.pages.images import Image
from guides.pages.prose import anchor_of
from guides.pages.timeline import Timeline
from guides.search.kinds import KINDS
from guides.search.words import joined, plain

_HEADING = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """``title`` is of the page or record it belongs to; ``heading`` is empty for the section that opens it."""

    kind: str
    key: str
    title: str
    heading: str
    anchor: str
    text: str


def sections(document: Document) -> Iterator[Section]:
    """The sections of ``document`` in the order of its page, then its records; none of a kind that has no such page."""
    kind, key, title = document["kind"], document["key"], document["title"]
    for part in _PAGES.get(kind, _nothing)(document):
        if part.heading or part.text:
            yield Section(kind, key, title, part.heading, part.anchor, part.text)
    if kind == "guide":
        yield from _records(document)


def _records(document: Document) -> Iterator[Section]:
    """Every record that the guide holds a copy of, at its own place on the page where it has one."""
    anchors = set(anchors_of_records(document))
    for name, kind in KINDS.items():
        if kind.describe is None:
            continue
        for key, record in document["references"].get(name, {}).items():
            title, text = kind.describe(record)
            anchor = anchor_of(name, key)
            yield Section(name, key, title, "", anchor if anchor in anchors else "", text)


@dataclass(slots=True)
class _Part:
    heading: str
    anchor: str
    text: str


def _guide(document: Document) -> Iterator[_Part]:
    page = guide_page(document, {})
    part = _Part("", "", " ".join(_opening(page)))
    for run in page.runs:
        for item in run.content if isinstance(run.content, list) else [run.content]:
            for heading, anchor, text in _said(item):
                if heading:
                    yield part
                    part = _Part(heading, anchor, "")
                part.text = f"{part.text} {text}".strip()
    yield part


def _opening(page: GuidePage) -> Iterator[str]:
    yield from (page.standfirst, page.answer)
    for answers in page.answer_lists:
        yield f"{answers.heading}: {'; '.join(line.text for line in answers.lines)}."


def _said(item: Any) -> Iterator[tuple[str, str, str]]:
    """Heading, anchor and text, one after the other; without heading, text goes on with the section before it.

    Claims, conditions and terms say nothing here: each is found by itself, and the page that lists it gives way.
    """
    match item:
        case SafeString():
            before, *parts = _HEADING.split(item)
            yield "", "", plain(before)
            for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
                yield plain(heading), anchor, plain(text)
        case Titled():
            yield item.heading.text, item.heading.anchor, f"{item.tag and f'{item.tag}.'} {plain(item.html)}".strip()
        case Timeline():
            yield "", "", " ".join(f"{joined('. ', p.title, p.weeks, p.sessions)}. {p.text}" for p in item.phases)
        case Chart():
            rows = "; ".join(joined(" ", row.label, row.effect, row.between) for row in item.rows)
            yield "", "", f"{item.title}: {rows}. {item.note}"
        case Product():
            yield "", "", joined(". ", item.name, item.what_it_is, plain(item.reason))
        case Comparison():
            yield "", "", " ".join(_compared(item))
        case Image():
            yield "", "", item.caption


def _compared(comparison: Comparison) -> Iterator[str]:
    """What is known, row by row; what nobody knows of any of the devices is nothing to look for."""
    for row in comparison.different + comparison.same:
        cells = (f"{cell.whose}: {', '.join(fact.value or fact.basis for fact in cell.facts)}" for cell in row.cells)
        yield f"{row.name}. {'; '.join(cells)}."


def _device(document: Document) -> Iterator[_Part]:
    page = device_page(document)
    yield _Part("", "", " ".join(_described(page)).strip())
    facts = " ".join(map(_fact, page.facts))
    unverified = f"What we could not verify. {page.unverified}" if page.unverified else ""
    yield _Part("What is known of it", "facts", f"{facts} {unverified}".strip())
    label = " ".join(f"{line.condition}: {line.disposition.words}. {line.words}" for line in page.label)
    yield _Part("Who its label says should not use it", "label", label)


def _described(page: DevicePage) -> Iterator[str]:
    yield f"{page.maker}." if not page.maker.endswith(".") else page.maker
    yield page.summary
    yield f"What our check counts: {', '.join(page.modalities)}." if page.modalities else ""


def _fact(fact: Fact) -> str:
    return f"{fact.name}: {joined('. ', fact.value or fact.basis, fact.note)}.".replace("..", ".")


def _nothing(document: Document) -> Iterator[_Part]:
    yield from ()


_PAGES: dict[str, Callable[[Document], Iterator[_Part]]] = {"guide": _guide, "device": _device}
