"""Checks of promises and of borrowed authority, in everything that readers are told."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from guides.documents import Document
from guides.models import AbsoluteWord, AnswerItem, Claim, Device
from guides.models.prose import plain
from guides.problems.problem import Problem, check, warning
from guides.problems.prose import texts

_AUTHORITY = re.compile(
    r"\b((studies|study|research|trials?|science) (has |have )?(shows?|shown|proves?|proven|confirms?|confirmed)|"
    r"(clinically|scientifically) (proven|tested|shown)|(scientists|experts) (say|agree))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(no|not|never|nobody|nothing|none|neither|nor|cannot|without)\b|n\Wt\b", re.IGNORECASE)
_NEW_THOUGHT = re.compile(r"[;:]|, (?:and|but)\b|\bbut\b")
_PASSAGE = re.compile(r"</?(?:p|li|ul|ol|blockquote|h[1-6]|br)\b[^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_QUESTION = re.compile(r"\?\W*$")
_CITATION = re.compile(r'<a (?:[^>]*? )?href="(?:study|source):[^>]*>')
_CITED = "\ue000"
"""Stands in a sentence for a link to a study or source."""

_OF_DOCUMENTS = ("title", "standfirst", "answer", "summary", "unverified")
_OF_BLOCKS = ("title", "question", "text", "reason", "sessions", "alt", "caption")
_OF_FACTS = ("value", "note")
_OF_RECORDS = {
    "chart": ("title", "note"),
    "condition": ("what_to_do", "disagreement"),
    "product": ("what_it_is", "disclosure"),
    "study": ("outcome", "limits"),
    "term": ("definition",),
    "topic": ("name", "description"),
}
_INSIDE_RECORDS = {
    "chart": ("ranges", ("label", "effect")),
    "claim": ("evidence", ("finding",)),
    "condition": ("rules", ("advice", "reason")),
}


@check("guide", "device")
def absolute_words(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Those on the editors' list belong into a claim, with its evidence, and only there where it is not believed."""
    yield from absolute(document, AbsoluteWord.objects.values_list("words", flat=True))


def absolute(document: Document, words: Iterable[str]) -> Iterator[Problem]:
    """What ``absolute_words`` finds with this list."""
    listed = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    if not listed:
        return
    pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
    for where, sentence in _sentences(document):
        for word in _said(pattern, sentence):
            message = f"“{word}” promises too much: “{sentence.replace(_CITED, '')}”"
            yield warning("absolute-word", where, message, "Say what was seen, in whom, and for how long.")


@check("guide", "device")
def authority_unnamed(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for where, sentence in _sentences(document):
        for words in _said(_AUTHORITY, sentence):
            if _CITED not in sentence:
                message = f"“{words}” stands without a study or source: “{sentence}”"
                yield warning(
                    "authority-unnamed", where, message, "Cite which one in the same sentence, or leave it out."
                )


def _said(pattern: re.Pattern[str], sentence: str) -> Iterator[str]:
    """What is asserted of the pattern: neither asked, nor denied by a word before it in the same thought."""
    for match in pattern.finditer(sentence):
        thought = _NEW_THOUGHT.split(sentence[: match.start()])[-1]
        if not _QUESTION.search(sentence) and not _DENIAL.search(thought):
            yield match[0]


def _sentences(document: Document) -> Iterator[tuple[str, str]]:
    for where, text in [*_plain_texts(document), *texts(document)]:
        for passage in _PASSAGE.split(_CITATION.sub(_CITED, text)):
            for sentence in _SENTENCE_END.split(plain(passage)):
                if sentence:
                    yield where, sentence


def _plain_texts(document: Document) -> Iterator[tuple[str, str]]:
    """Everything readers are told outside rich text; not what we say that it does not do, or do not believe, nor what
    others wrote: titles of studies and sources, and labels."""
    yield from _values("", document, _OF_DOCUMENTS)
    for index, block in enumerate(document.get("blocks", ())):
        if block.get("list") != AnswerItem.List.DOES_NOT:
            yield from _values(f"blocks[{index}].", block, _OF_BLOCKS)
    for index, fact in enumerate(document.get("facts", ())):
        yield from _values(f"facts[{index}].", fact, _OF_FACTS)
    for key, claim in document["references"].get("claim", {}).items():
        if claim["verdict"] not in (Claim.Verdict.REFUTED, Claim.Verdict.UNPROVEN):
            yield f"references.claim.{key}.statement", claim["statement"]
    for kind, records in _told(document).items():
        inside, names = _INSIDE_RECORDS.get(kind, ("", ()))
        for key, record in records.items():
            where = f"references.{kind}.{key}."
            yield from _values(where, record, _OF_RECORDS.get(kind, ()))
            for index, row in enumerate(record.get(inside, ())):
                yield from _values(f"{where}{inside}[{index}].", row, names)


def _told(document: Document) -> dict[str, dict[str, Any]]:
    """The records that readers meet there: a device's page tells what its label says, and no rule of ours."""
    apart = {"condition"} if document["kind"] == Device.kind else set()
    return {kind: records for kind, records in document["references"].items() if kind not in apart}


def _values(where: str, row: dict[str, Any], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield f"{where}{name}", row.get(name, "")
