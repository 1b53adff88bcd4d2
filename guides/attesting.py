"""What our code made of a document when it was published, frozen with the edition, and what it makes of it today."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from guides.documents import Document
from guides.models import Edition

type Attested = dict[str, Any]
"""``by``: which code; ``beside``: the editions it was judged with, key → number; the rest as the attestor names it."""

type Attest = Callable[[Document, list[Document]], Attested]

_NOT_BEHAVIOUR = {"by", "beside"}


@dataclass(frozen=True, slots=True)
class Otherwise:
    """``names``: what is attested otherwise today; ``by``: the code that does so, where it is another than then."""

    names: list[str]
    by: str


@dataclass(frozen=True, slots=True)
class _Attestor:
    attest: Attest
    beside: str


_attestors: dict[str, _Attestor] = {}


def attests(kind: str, *, beside: str) -> Callable[[Attest], Attest]:
    """Register what attests documents of this kind, judged together with the live editions of the kind ``beside``.

    As with checks of documents, knowledge higher up registers itself from there.
    """

    def register(function: Attest) -> Attest:
        _attestors[kind] = _Attestor(function, beside)
        return function

    return register


def attest(document: Document, *, at: dt.datetime) -> Attested:
    """What is attested of ``document`` with what is live beside it at ``at``; empty where nothing attests its kind."""
    attestor = _attestors.get(document["kind"])
    if attestor is None:
        return {}
    return _attested(attestor, document, Edition.objects.of(attestor.beside).live(at).order_by("key"))


def behaves_otherwise(edition: Edition) -> Otherwise | None:
    """What today's code attests otherwise of ``edition``, judged with the same editions as then; None if nothing."""
    attestor = _attestors[edition.kind]
    numbers = edition.attested["beside"]
    # Few subjects, each with few editions: the numbers are told apart here.
    subjects = Edition.objects.about(*((attestor.beside, key) for key in numbers)).order_by("key", "number")
    today = _attested(attestor, edition.document, (row for row in subjects if numbers[row.key] == row.number))
    names = (edition.attested.keys() | today.keys()) - _NOT_BEHAVIOUR
    if today["beside"] != numbers:
        names |= {"beside"}
    otherwise = sorted(name for name in names if today.get(name) != edition.attested.get(name))
    by = today.get("by", "")
    return Otherwise(otherwise, by if by != edition.attested.get("by") else "") if otherwise else None


def is_attested(edition: Edition) -> bool | None:
    """None where nothing attests editions of this kind."""
    return bool(edition.attested) if edition.kind in _attestors else None


def _attested(attestor: _Attestor, document: Document, beside: Iterable[Edition]) -> Attested:
    editions = list(beside)
    found = attestor.attest(document, [edition.document for edition in editions])
    return {**found, "beside": {edition.key: edition.number for edition in editions}}
