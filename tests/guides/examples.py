"""One complete example of everything a document can hold, as assembly writes it.

Nothing here has a problem, every kind of record and block occurs, and every field says something else than its default:
a test changes the one thing that it is about.
"""

import datetime as dt
from copy import deepcopy
from typing import Any

from guides.documents import Document, sha256
from guides.importing import import_drafts
from guides.models import Device, Guide
from tests import factories
from tests.guides.example_records import (
    CHARTS,
    CLAIMS,
    CONDITIONS,
    PRODUCTS,
    SOURCES,
    STUDIES,
    TERMS,
    TOPICS,
    import_references,
)

LIVE_FROM = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
"""Since when the devices that the example guide compares are live."""

DEVICE: Document = {
    "schema": 1,
    "kind": "device",
    "key": "mini",
    "slug": "mini",
    "title": "Mini",
    "maker": "Wave Ltd",
    "summary": "A small device.\nFor the face.",
    "is_reference": True,
    "areas": ["forehead", "cheeks"],
    "app": "needed",
    "label_source": "S1",
    "label_read_on": "2026-11-22",
    "checked_on": "2026-11-23",
    "unverified": "How strong it is.",
    "review_by": "2027-11-22",
    "modalities": [{"modality": "microcurrent", "optional": False}, {"modality": "led", "optional": True}],
    "facts": [
        {"name": "output", "value": "", "basis": "not-disclosed", "source": None, "as_of": None, "note": ""},
        {"name": "waveform", "value": "swaps", "basis": "maker", "source": "S1", "as_of": None, "note": "p. 2"},
        {"name": "contacts", "value": "two", "basis": "measured", "source": "S2", "as_of": None, "note": ""},
        {"name": "session", "value": "5 min", "basis": "reported", "source": "S1", "as_of": None, "note": ""},
        {"name": "medium", "value": "gel", "basis": "maker", "source": "S1", "as_of": None, "note": ""},
        {"name": "app", "value": "needed", "basis": "maker", "source": "S1", "as_of": None, "note": ""},
        {"name": "clearance", "value": "cleared", "basis": "regulator", "source": "S2", "as_of": None, "note": ""},
        {"name": "zones", "value": "face", "basis": "regulator", "source": "S2", "as_of": None, "note": ""},
        {"name": "price", "value": "$299", "basis": "reported", "source": "S1", "as_of": "2020-05-01", "note": ""},
    ],
    "label": [
        {
            "condition": "implant",
            "if_present": "stop",
            "areas": ["jaw"],
            "where_told": True,
            "words": "Do not use with an implant.",
            "source": "S1",
            "locator": "p. 6",
        }
    ],
    "references": {"source": SOURCES, "condition": CONDITIONS},
}


def compared(slug: str, title: str) -> dict[str, Any]:
    """What a guide keeps of a device that it compares."""
    names = ("maker", "is_reference", "areas", "modalities", "facts", "label_source", "label_read_on")
    said = {"slug": slug, "title": title, **{name: DEVICE[name] for name in names}}
    return said | {"edition": 1, "live_from": "2026-11-20"}


GUIDE: Document = {
    "schema": 1,
    "kind": "guide",
    "key": "how-it-works",
    "slug": "how-it-works",
    "title": "How it works",
    "standfirst": "What it is.",
    "answer": "It may help a little.",
    "review_by": "2027-11-22",
    "topics": ["evidence", "safety"],
    "rank": 3,
    "blocks": [
        {"kind": "answer-item", "uid": "a1", "list": "helps", "text": "It may tone.", "claim": "permanent"},
        {"kind": "answer-item", "uid": "a2", "list": "expect", "text": "Weeks of use.", "claim": None},
        {"kind": "answer-item", "uid": "a3", "list": "does-not", "text": "It lifts nothing.", "claim": None},
        {
            "kind": "prose",
            "uid": "b1",
            "html": "<h2>What it is</h2><p>A current <strong>too weak</strong> to feel"
            ' <a href="study:cheng-1982">(Cheng)</a>. See <a href="guide:conductive-gel#why">gel</a>,'
            ' <a href="device:dot">Dot</a> and <a href="condition:implant">implants</a>.</p>'
            '<p>It may raise <a href="term:atp">ATP</a>.</p><h3>More</h3><p>Text.</p>',
        },
        {"kind": "claim", "uid": "b2", "claim": "permanent"},
        {"kind": "mechanism", "uid": "b3", "title": "ATP", "certainty": "laboratory", "html": "<p>In a dish.</p>"},
        {"kind": "chart", "uid": "b4", "chart": "atp"},
        {
            "kind": "phase",
            "uid": "b5",
            "title": "Loading",
            "starts_week": 1,
            "ends_week": 4,
            "sessions": "5 times a week",
            "text": "Start.",
        },
        {
            "kind": "phase",
            "uid": "b6",
            "title": "Keeping",
            "starts_week": 4,
            "ends_week": None,
            "sessions": "twice a week",
            "text": "Go on.",
        },
        {"kind": "consideration", "uid": "b7", "title": "Contacts", "html": "<p>Two of them.</p>"},
        {"kind": "conditions", "uid": "b8", "at_least": "stop", "conditions": ["implant"]},
        {"kind": "question", "uid": "b9", "question": "Does it hurt?", "html": "<p>It can sting.</p>"},
        {"kind": "related", "uid": "c1", "guide": "conductive-gel", "reason": "Why gel."},
        {"kind": "product", "uid": "c2", "product": "gel"},
        {"kind": "authorship", "uid": "c3", "html": "<p>Written from the sources named.</p>"},
        {"kind": "terms", "uid": "c4", "terms": ["atp"]},
    ],
    "references": {
        "source": SOURCES,
        "study": STUDIES,
        "term": TERMS,
        "topic": TOPICS,
        "claim": CLAIMS,
        "chart": CHARTS,
        "product": PRODUCTS,
        "condition": CONDITIONS,
        "guide": {"conductive-gel": {"title": "Conductive gel"}},
        "device": {"dot": {"title": "Dot"}},
    },
}


COMPARING: Document = {
    **GUIDE,
    "key": "arc-or-orb",
    "slug": "arc-or-orb",
    "title": "Arc or Orb",
    "topics": [],
    "blocks": [
        {"kind": "comparison", "uid": "d1", "devices": ["arc", "orb"]},
        {"kind": "authorship", "uid": "d2", "html": "<p>Written from the devices' pages.</p>"},
    ],
    "references": {
        "source": SOURCES,
        "device": {"arc": {"title": "Arc"}, "orb": {"title": "Orb"}},
        "compared": {"arc": compared("arc", "Arc"), "orb": compared("orb", "Orb")},
    },
}
"""A guide of its own, because the devices need editions."""


def guide() -> Document:
    return deepcopy(GUIDE)


def comparing() -> Document:
    return deepcopy(COMPARING)


def device() -> Document:
    return deepcopy(DEVICE)


def import_guide(document: Document | None = None) -> Guide:
    """The example guide, or another one, as a draft, with everything it refers to."""
    document = document or guide()
    import_references(document)
    return _import(Guide, document)


def import_device(document: Document | None = None) -> Device:
    document = document or device()
    import_references(document)
    return _import(Device, document)


def import_comparing() -> Guide:
    """The guide that compares, with editions of its devices, live from ``LIVE_FROM``."""
    draft = import_guide(comparing())
    for key, row in COMPARING["references"]["compared"].items():
        published = {**DEVICE, "key": key, "slug": key, "title": row["title"]}
        factories.edition("device", key, at=LIVE_FROM, document=published, sha256=sha256(published))
    return draft


def _import(model: type[Any], document: Document) -> Any:
    names = {"guide": Guide, "device": Device}
    for kind, neighbour in names.items():
        for slug, row in document["references"].get(kind, {}).items():
            neighbour.objects.create(slug=slug, title=row["title"])
    return import_drafts(model, {document["slug"]: document})[0]
