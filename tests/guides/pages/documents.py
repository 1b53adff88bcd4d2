"""Documents for tests of pages: as assembly writes them, with nothing in them that the test did not ask for."""

from typing import Any

from guides.documents import Document


def guide(*blocks: dict[str, Any], references: dict[str, Any] | None = None, **fields) -> Document:
    defaults = {
        "schema": 1,
        "kind": "guide",
        "key": "gel",
        "slug": "gel",
        "title": "Why gel",
        "standfirst": "What it is for.",
        "answer": "It carries the current.",
        "rank": 1,
    }
    uids = [{"uid": f"{index:08x}", **block} for index, block in enumerate(blocks)]
    return {**defaults, "blocks": uids, "references": references or {}, **fields}


def device(*, references: dict[str, Any] | None = None, **fields) -> Document:
    defaults = {
        "schema": 1,
        "kind": "device",
        "key": "wave",
        "slug": "wave",
        "title": "Wave",
        "maker": "Wave Ltd",
        "summary": "A small device.",
        "is_reference": False,
        "areas": [],
        "app": "",
        "label_source": None,
        "label_read_on": None,
        "checked_on": None,
        "unverified": "",
        "modalities": [],
        "facts": [],
        "label": [],
    }
    return {**defaults, "references": references or {}, **fields}


def compared(*facts: dict[str, Any], **fields) -> dict[str, Any]:
    """What a guide keeps of a device that it compares."""
    shown = ("slug", "title", "maker", "is_reference", "areas", "modalities", "label_source", "label_read_on")
    said = {name: value for name, value in device(**fields).items() if name in shown}
    return said | {"facts": list(facts), "edition": 1, "live_from": "2026-11-22"}


def fact(name: str, value: str = "", basis: str = "maker", **fields) -> dict[str, Any]:
    return {"name": name, "value": value, "basis": basis, "source": None, "as_of": None, "note": "", **fields}


def label_line(condition: str, if_present: str, **fields) -> dict[str, Any]:
    defaults = {"areas": [], "where_told": False, "words": "Do not use.", "source": None, "locator": ""}
    return {"condition": condition, "if_present": if_present, **defaults, **fields}


def prose(html: str) -> dict[str, Any]:
    return {"kind": "prose", "html": html}


def source(**fields) -> dict[str, Any]:
    defaults = {"title": "Manual", "kind": "manual", "read": "first-hand", "url": "", "read_on": None}
    return {**defaults, **fields}


def study(**fields) -> dict[str, Any]:
    defaults = {
        "authors": "Cheng N, et al.",
        "year": 1982,
        "title": "Electric currents and ATP",
        "journal": "",
        "doi": "",
        "pmid": "",
        "url": "",
        "design": "cells",
        "sham_controlled": False,
        "participants": None,
        "subjects": "rat skin in a dish",
        "current": "",
        "outcome": "",
        "limits": "",
        "funding": "",
        "retraction": "unknown",
        "retraction_checked_on": None,
    }
    return {**defaults, **fields}


def claim(*evidence: dict[str, Any], **fields) -> dict[str, Any]:
    defaults = {
        "statement": "It lifts",
        "verdict": "unproven",
        "explanation": "<p>Nobody has measured it.</p>",
        "grade": "very-low",
        "grading_method": 1,
    }
    return {**defaults, "evidence": list(evidence), **fields}


def term(**fields) -> dict[str, Any]:
    defaults = {"name": "ATP", "also": "", "definition": "What cells run on.", "explanation": "", "sources": []}
    return {**defaults, **fields}


def topic(**fields) -> dict[str, Any]:
    return {"name": "Safety", "description": "Who should not use it.", **fields}


def evidence(**fields) -> dict[str, Any]:
    defaults = {"study": None, "source": None, "stance": "for", "direct": False, "finding": "More ATP."}
    return {**defaults, **fields}


def condition(*rules: dict[str, Any], **fields) -> dict[str, Any]:
    defaults = {"name": "epilepsy", "group": "nerves", "must_stop": False, "what_to_do": "", "disagreement": ""}
    return {**defaults, "rules": list(rules), **fields}


def rule(if_present: str, **fields) -> dict[str, Any]:
    defaults = {
        "modality": "microcurrent",
        "if_unknown": "ask",
        "areas": [],
        "where_told": False,
        "wait_days": None,
        "advice": "",
        "reason": "",
        "sources": [],
    }
    return {"if_present": if_present, **defaults, **fields}


def phase(title: str, starts_week: int, ends_week: int | None, **fields) -> dict[str, Any]:
    defaults = {"kind": "phase", "uid": "aa", "sessions": "", "text": ""}
    return {**defaults, "title": title, "starts_week": starts_week, "ends_week": ends_week, **fields}


def chart(*ranges: dict[str, Any], **fields) -> dict[str, Any]:
    defaults = {"title": "ATP", "unit": "µA", "scale_from": 0, "scale_to": 1000, "study": None, "note": ""}
    return {**defaults, "ranges": list(ranges), **fields}


def chart_range(label: str, low: int | None, high: int | None, effect: str = "raised") -> dict[str, Any]:
    return {"label": label, "low": low, "high": high, "effect": effect}
