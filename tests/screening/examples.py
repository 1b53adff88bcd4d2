"""One small check in which every verdict can come about: eight conditions, three devices, and what is asked of them.

- Alpha's label is on file and strict. Beta's is on file and silent. Gamma's is not: it borrows Alpha's.
- Gamma is for the face only, and can give heat that can be left off.
"""

import datetime as dt
from typing import Any

from guides.documents import Document, sha256
from guides.models import Edition
from screening.checklist import Checklist
from screening.engine import Answer, Answers, decode
from screening.visit import Visit

AT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)

SOURCES = {
    key: {"key": key, "title": title, "kind": "manual", "read": "first-hand", "url": url, "read_on": "2026-11-20"}
    for key, title, url in (
        ("S1", "Alpha manual", "https://example.org/alpha"),
        ("S2", "A clinic's advice", "https://example.org/clinic"),
        ("S3", "Beta manual", ""),
    )
}

NO: Answers = {
    key: frozenset({"none"}) for key in ("implant", "feeding", "fever", "botulinum", "metal", "skin", "medicines")
}
"""No to everything."""


def visit(check: Checklist | None = None, **other: Answer | set[str] | int) -> Visit:
    """Somebody who says no to everything but what is named (with _ for -); a number is a date so many days ago."""
    given = {key.replace("_", "-"): _answer(answer) for key, answer in other.items()}
    return Visit(check or checklist(), {**NO, **given}, AT)


def checklist(*devices: Document) -> Checklist:
    """With these devices instead of the three."""
    document, devices = questionnaire(), devices or (alpha(), beta(), gamma())
    return Checklist(edition(document), decode(document, devices), {device["key"]: device for device in devices})


def edition(document: Document, number: int = 1, **fields: Any) -> Edition:
    defaults = {"sha256": sha256(document), "published_at": AT, "live_from": AT, "is_major": True, "note": "First."}
    named = {"kind": document["kind"], "key": document["key"], "slug": document["slug"], "title": document["title"]}
    return Edition(number=number, document=document, **named, **{**defaults, **fields})


def questionnaire() -> Document:
    return {
        "schema": 1,
        "kind": "questionnaire",
        "key": "check",
        "slug": "check",
        "title": "Check first",
        "introduction": "It asks about you.",
        "review_by": "2126-11-22",
        "questions": [
            _question("implant", "Do you have an implant?", affirms={"has": ["implant"]}),
            _question("feeding", "Are you breastfeeding?", affirms={"has": ["feeding"]}),
            _question("fever", "Do you have a fever?", affirms={"has": ["fever"]}),
            _question("botulinum", "Have you had botulinum toxin?", affirms={"has": ["botulinum"]}),
            _follow_up("when", "When was it injected?", "botulinum/has", "botulinum"),
            _follow_up("where", "Where was it injected?", "botulinum/has", "botulinum"),
            _question("metal", "Do you have metal in your face?", affirms={"has": ["metal"]}),
            _question(
                "skin",
                "Do you have any of these?",
                kind="several",
                affirms={"spots": ["spots"], "thyroid": ["thyroid"], "melasma": ["melasma"]},
            ),
            {**_follow_up("where", "Where are the spots?", "skin/spots", "spots"), "key": "spots-where"},
            _question("medicines", "Do you use retinol?", affirms={"has": ["retinol"]}),
        ],
        "scenarios": [],
        "references": {"source": SOURCES, "condition": conditions()},
    }


def conditions() -> Document:
    return {
        "implant": condition("implant", rule("stop", if_unknown="stop"), must_stop=True),
        "feeding": condition("feeding", rule("ask")),
        "fever": condition("fever", rule("wait")),
        "botulinum": condition("botulinum", rule("wait", wait_days=14), rule("limited", where_told=True)),
        "metal": condition("metal", rule("ask")),
        "spots": condition("spots", rule("limited", where_told=True)),
        "thyroid": condition("thyroid", rule("limited", areas=["neck"])),
        "melasma": condition("melasma", rule("ask", modality="heat")),
        "retinol": condition("retinol", rule("limited")),
    }


def alpha() -> Document:
    statements = [label("implant", "stop"), label("metal", "stop"), label("retinol", "wait")]
    facts = [_fact("output", "10 µA"), _fact("app", "No")]
    return _device("alpha", ["forehead", "cheeks", "neck"], label=statements, facts=facts)


def beta() -> Document:
    facts = [_fact("price", "$299"), _fact("app", "No")]
    return _device("beta", ["cheeks", "jaw", "neck"], label_source="S3", facts=facts)


def gamma() -> Document:
    modalities = [{"modality": "microcurrent", "optional": False}, {"modality": "heat", "optional": True}]
    return _device("gamma", ["forehead", "cheeks"], label_source=None, modalities=modalities)


def _question(key: str, text: str, *, affirms: dict[str, list[str]], kind: str = "single") -> Document:
    options = [
        *(_option(option, option.capitalize(), "affirms", keys) for option, keys in affirms.items()),
        _option("none", f"No to: {text}", "denies"),
        _option("not-sure", "I am not sure", "unsure"),
    ]
    return _asked(key, text, kind, options=options)


def _follow_up(kind: str, text: str, opener: str, about: str) -> Document:
    return _asked(kind, text, kind, ask_if=[opener], about=[about])


def _asked(key: str, text: str, kind: str, **fields: Any) -> Document:
    words = {"topic": f"Topic {key}", "text": text, "hint": "", "why": f"Why {key}"}
    return {"key": key, "kind": kind, **words, "ask_if": [], "about": [], "options": [], **fields}


def _option(key: str, label: str, role: str, affirms: list[str] | None = None) -> Document:
    return {"key": key, "label": label, "hint": "", "role": role, "affirms": affirms or []}


def condition(key: str, *rules: Document, must_stop: bool = False) -> Document:
    words = {"name": f"a condition called {key}", "what_to_do": f"Do this about {key}.", "disagreement": f"Or {key}."}
    return {"key": key, "group": "skin", "must_stop": must_stop, **words, "rules": list(rules)}


def rule(if_present: str, **fields: Any) -> Document:
    words = {"advice": f"Advice on {if_present}.", "reason": f"Reason for {if_present}.", "sources": ["S2"]}
    limits = {"areas": [], "where_told": False, "wait_days": None}
    return {"modality": "microcurrent", "if_present": if_present, "if_unknown": "ask", **limits, **words, **fields}


def label(condition: str, if_present: str) -> Document:
    words = {"words": f"Says {if_present} to {condition}.", "source": "S1", "locator": "p. 6"}
    return {"condition": condition, "if_present": if_present, "areas": [], "where_told": False, **words}


def _fact(name: str, value: str) -> Document:
    return {"name": name, "value": value, "basis": "maker", "source": "S1", "as_of": None, "note": ""}


def _device(key: str, areas: list[str], **fields: Any) -> Document:
    return {
        "schema": 1,
        "kind": "device",
        "key": key,
        "slug": f"the-{key}",
        "title": key.capitalize(),
        "maker": "Wave Ltd",
        "summary": "A device.",
        "is_reference": False,
        "areas": areas,
        "modalities": [{"modality": "microcurrent", "optional": False}],
        "label_source": "S1",
        "label_read_on": "2026-11-21",
        "checked_on": "2026-11-21",
        "unverified": "",
        "facts": [],
        "label": [],
        "references": {"source": SOURCES, "condition": conditions()},
        **fields,
    }


def _answer(given: Answer | set[str] | int) -> Answer:
    if isinstance(given, int):
        return frozenset({(AT.date() - dt.timedelta(days=given)).isoformat()})
    return frozenset(given)
