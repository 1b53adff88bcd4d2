"""What of an edition a search can lead to: its sections, and the records that it holds a copy of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from guides.documents import Document
from guides.models import Evidence, Study
from guides.pages.blocks import Product, Titled
from guides.pages.chart import Chart
from guides.pages.device import DevicePage, Fact, device_page
from guides.pages.dispositions import disposition
from guides.pages.grades import verdict
from guides.pages.guide import GuidePage, guide_page
from guides.pages.prose import anchor_of
from guides.pages.timeline import Timeline

_HEADING = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)
_CITATION = re.compile(r'<a class="citation".*?</a>|<span class="sidenote".*?</span>', re.DOTALL)
_END_OF_BLOCK = re.compile(r"</(?:p|li|ul|ol|blockquote|h[23])>|<br>")


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
    """The sections of ``document`` in the order of its page, then its records. None of a kind that has no page."""
    if document["kind"] in _PAGES:
        parts = list(_PAGES[document["kind"]](document))
        for part in parts:
            if part.heading or part.text:
                yield Section(
                    document["kind"], document["key"], document["title"], part.heading, part.anchor, part.text
                )
    if document["kind"] == "guide":
        shown = {anchor_of(*subject) for subject in _shown(document)}
        for kind, describe in _RECORDS.items():
            for key, record in document["references"].get(kind, {}).items():
                title, text = describe(record)
                anchor = anchor_of(kind, key)
                yield Section(kind, key, title, "", anchor if anchor in shown else "", text)


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
    """Heading, anchor and text, one after the other; without heading, text goes on with the section before it."""
    match item:
        case SafeString():
            before, *parts = _HEADING.split(item)
            yield "", "", _plain(before)
            for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
                yield _plain(heading), anchor, _plain(text)
        case Titled():
            yield item.heading.text, item.heading.anchor, f"{item.tag and f'{item.tag}.'} {_plain(item.html)}".strip()
        case Timeline():
            yield "", "", " ".join(f"{_joined('. ', p.title, p.weeks, p.sessions)}. {p.text}" for p in item.phases)
        case Chart():
            rows = "; ".join(_joined(" ", row.label, row.effect, row.between) for row in item.rows)
            yield "", "", f"{item.title}: {rows}. {item.note}"
        case Product():
            yield "", "", _joined(". ", item.name, item.what_it_is, _plain(item.reason))


def _shown(document: Document) -> Iterator[tuple[str, str]]:
    """The records that the page shows at an anchor of their own."""
    for block in document["blocks"]:
        if block["kind"] == "claim":
            yield "claim", block["claim"]
        if block["kind"] == "conditions":
            yield from (("condition", key) for key in block["conditions"])


def _device(document: Document) -> Iterator[_Part]:
    page = device_page(document)
    yield _Part("", "", " ".join(_described(page)))
    facts = " ".join(map(_fact, page.facts))
    unverified = f"What we could not verify. {page.unverified}" if page.unverified else ""
    yield _Part("What is known of it", "facts", f"{facts} {unverified}".strip())
    label = " ".join(f"{line.condition}: {line.disposition.words}. {line.words}" for line in page.label)
    yield _Part("Who its label says should not use it", "label", label)


def _described(page: DevicePage) -> Iterator[str]:
    yield f"{page.maker}." if not page.maker.endswith(".") else page.maker
    yield page.summary
    yield f"What it does: {', '.join(page.modalities)}." if page.modalities else ""


def _fact(fact: Fact) -> str:
    return f"{fact.name}: {_joined('. ', fact.value or fact.basis, fact.note)}.".replace("..", ".")


def _claim(claim: dict[str, Any]) -> tuple[str, str]:
    findings = (f"{Evidence.Stance(row['stance']).label.capitalize()}: {row['finding']}" for row in claim["evidence"])
    judged = verdict(claim["verdict"])
    return claim["statement"], _joined(
        " ", f"{judged.words}." if judged else "", _plain(claim["explanation"]), *findings
    )


def _condition(condition: dict[str, Any]) -> tuple[str, str]:
    name = condition["name"][:1].upper() + condition["name"][1:]
    rules = (_rule(rule) for rule in condition["rules"])
    return name, _joined(" ", *rules, condition["what_to_do"], condition["disagreement"])


def _rule(rule: dict[str, Any]) -> str:
    return _joined(" ", f"{disposition(rule['if_present']).words}.", rule["advice"], rule["reason"])


def _study(study: dict[str, Any]) -> tuple[str, str]:
    facts = [f"{study['authors']} ({study['year']}).", f"{Study.Design(study['design']).label.capitalize()}:"]
    return study["title"], _joined(" ", *facts, study["subjects"], study["current"], study["outcome"], study["limits"])


def _joined(between: str, *texts: str) -> str:
    return between.join(text.strip() for text in texts if text.strip())


def _plain(html: str) -> str:
    spaced = _END_OF_BLOCK.sub(r"\g<0> ", _CITATION.sub("", html))
    return " ".join(unescape(strip_tags(spaced)).split())


_PAGES: dict[str, Callable[[Document], Iterator[_Part]]] = {"guide": _guide, "device": _device}

# Records have no editions: they are found as live guides hold them. One more kind is one more line here.
_RECORDS: dict[str, Callable[[dict[str, Any]], tuple[str, str]]] = {
    "claim": _claim,
    "condition": _condition,
    "study": _study,
}
