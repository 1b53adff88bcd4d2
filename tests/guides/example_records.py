"""The records of the complete example in ``examples.py``, as documents carry copies of them."""

from guides.documents import Document
from guides.importing import import_records
from guides.models import Chart, Claim, Condition, Product, Record, Source, Study, Term, Topic

RECORDS: dict[str, type[Record]] = {
    "source": Source,
    "study": Study,
    "term": Term,
    "topic": Topic,
    "chart": Chart,
    "claim": Claim,
    "product": Product,
    "condition": Condition,
}
"""In the order in which they can be imported."""

SOURCES = {
    "S1": {
        "key": "S1",
        "title": "Mini manual",
        "kind": "manual",
        "read": "second-hand",
        "url": "https://example.org/mini?page=6&lang=en",
        "read_on": "2026-11-22",
    },
    "S2": {
        "key": "S2",
        "title": "Regulator's record of Mini",
        "kind": "regulator",
        "read": "first-hand",
        "url": "https://example.org/k133823",
        "read_on": "2026-11-21",
    },
}

STUDIES = {
    "cheng-1982": {
        "key": "cheng-1982",
        "authors": "Cheng and others",
        "year": 1982,
        "title": "The effects of electric currents on rat skin",
        "journal": "Clin Orthop Relat Res",
        "doi": "10.1097/0000",
        "pmid": "7140077",
        "url": "https://example.org/7140077",
        "design": "controlled",
        "sham_controlled": True,
        "participants": 30,
        "subjects": "30 women under 45",
        "current": "10 to 1000 µA",
        "outcome": "More ATP.\nMore protein.",
        "limits": "Small.",
        "funding": "A maker",
        "retraction": "not-retracted",
        "retraction_checked_on": "2026-11-20",
    },
}

TERMS = {
    "atp": {
        "key": "atp",
        "name": "ATP",
        "also": "adenosine triphosphate",
        "definition": "The fuel that cells run on.",
        "explanation": '<p>It is said <a href="source:S2">here</a>.</p>',
        "sources": ["S1", "S2"],
    },
}

TOPICS = {
    "evidence": {"key": "evidence", "name": "Evidence", "description": "What has been shown."},
    "safety": {"key": "safety", "name": "Safety", "description": "Who should not use it."},
}

CLAIMS = {
    "permanent": {
        "key": "permanent",
        "statement": "Results are permanent.",
        "verdict": "refuted",
        "explanation": '<p>What it does wears off <a href="source:S2">(regulator)</a>.</p>',
        "evidence": [
            {"study": "cheng-1982", "source": None, "stance": "against", "direct": True, "finding": "It wore off."},
            {"study": None, "source": "S1", "stance": "neither", "direct": False, "finding": "Says nothing of it."},
        ],
        "grade": "very-low",
        "grading_method": 1,
    },
}

CHARTS = {
    "atp": {
        "key": "atp",
        "title": "What was seen between which currents",
        "unit": "µA",
        "scale_from": 10,
        "scale_to": 1000,
        "study": "cheng-1982",
        "note": "In rat skin.",
        "ranges": [
            {"label": "ATP", "low": 10, "high": 1000, "effect": "rose", "source": None},
            {"label": "DNA", "low": None, "high": None, "effect": "no change", "source": "S1"},
        ],
    },
}

PRODUCTS = {
    "gel": {
        "key": "gel",
        "name": "A plain gel",
        "what_it_is": "Water that stays where it is put.",
        "reason": "<p>Current needs a conductor.</p>",
        "disclosure": "Nothing.",
        "url": "https://example.org/gel",
        "sources": ["S1", "S2"],
    },
}

CONDITIONS = {
    "implant": {
        "key": "implant",
        "name": "an implanted device",
        "group": "electronics",
        "must_stop": True,
        "what_to_do": "Ask your clinic.",
        "disagreement": "Some clinicians allow it.",
        "rules": [
            {
                "modality": "ems",
                "if_present": "stop",
                "if_unknown": "stop",
                "areas": [],
                "where_told": False,
                "wait_days": None,
                "advice": "Do not use it.",
                "reason": "It may disturb the implant.",
                "sources": ["S1", "S2"],
            },
            {
                "modality": "microcurrent",
                "if_present": "limited",
                "if_unknown": "ask",
                "areas": ["cheeks", "jaw"],
                "where_told": True,
                "wait_days": None,
                "advice": "Leave these out.",
                "reason": "The path may change.",
                "sources": ["S1"],
            },
            {
                "modality": "heat",
                "if_present": "wait",
                "if_unknown": "ask",
                "areas": [],
                "where_told": False,
                "wait_days": 14,
                "advice": "Wait two weeks.",
                "reason": "Skin heals.",
                "sources": ["S2"],
            },
        ],
    },
}


def import_references(document: Document) -> None:
    """Create the records that ``document`` carries copies of and that are not there yet."""
    for kind, model in RECORDS.items():
        rows = document["references"].get(kind, {})
        there = set(model.objects.values_list("key", flat=True))
        import_records(model, {key: row for key, row in rows.items() if key not in there}, where=kind)
