"""Checks of what a device must say, and of who must say it."""

import datetime as dt
import re
from collections.abc import Iterator

from guides.documents import Document
from guides.models import DeviceFact, Modality
from guides.problems.problem import Problem, blocker, check

_EXPECTED = ("output", "waveform", "contacts", "session", "medium", "app", "clearance", "zones", "price")
_CURRENTS = {Modality.MICROCURRENT, Modality.EMS}
_APPROVED = re.compile(r"\b(?<!not )(?:approved|approval)\b", re.IGNORECASE)
_UNKNOWN = {DeviceFact.Basis.NOT_DISCLOSED, DeviceFact.Basis.UNVERIFIED}


@check("device")
def outline(document: Document, at: dt.datetime) -> Iterator[Problem]:
    if not document["areas"]:
        yield blocker("areas-missing", "areas", "No area is named that the check considers.", "Choose at least one.")
    if not _CURRENTS & {row["modality"] for row in document["modalities"]}:
        message = "It does not say that the device gives a current, which all of ours do."
        yield blocker("modalities-missing", "modalities", message, "Add microcurrent, or EMS.")
    named = {fact["name"] for fact in document["facts"]}
    for name in _EXPECTED:
        if name not in named:
            message = f"Nothing is said of “{DeviceFact.Name(name).label}”."
            remedy = "Add it; if it is not known, as “not disclosed by the maker” or “we could not verify this”."
            yield blocker("fact-missing", "facts", message, remedy)


@check("device")
def facts(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Unknown is a value of its own; whatever is known has a source."""
    for index, fact in enumerate(document["facts"]):
        where, name = f"facts[{index}]", DeviceFact.Name(fact["name"]).label
        known = fact["basis"] not in _UNKNOWN
        basis = DeviceFact.Basis(fact["basis"]).label
        if known and not fact["value"]:
            yield blocker(
                "fact-empty", f"{where}.value", f"“{name}” has no value, though it says “{basis}”.", "Write it."
            )
        if not known and fact["value"]:
            message = f"“{name}” has a value, though it says “{basis}”."
            yield blocker("fact-unfounded", f"{where}.value", message, "Remove it, or say who says so.")
        if known and not fact["source"]:
            yield blocker("fact-unsourced", f"{where}.source", f"“{name}” has no source.", "Say where it was read.")
        if fact["name"] == "price" and known and not (fact["as_of"] or fact["note"]):
            yield blocker(
                "price-undated",
                f"{where}.as_of",
                "The price has no date.",
                "Say when it was seen, or note that nobody knows.",
            )
        for field in ("value", "note"):
            if word := _APPROVED.search(fact[field]):
                message = f"“{word[0]}” is the wrong word: these devices are cleared, which is no proof of effect."
                yield blocker("approved", f"{where}.{field}", message, "Write “cleared”.")


@check("device")
def app(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Whether it is needed is a fact too, with somebody who says so."""
    bases = {fact["basis"] for fact in document["facts"] if fact["name"] == DeviceFact.Name.APP}
    if document["app"] and bases and bases <= _UNKNOWN:
        message = "It says whether an app is needed, but the fact “App” says that nobody knows."
        yield blocker("app-unfounded", "app", message, "Say in the fact who says so, or leave this empty.")


@check("device")
def label(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for index, statement in enumerate(document["label"]):
        name = document["references"]["condition"][statement["condition"]]["name"]
        for field, what in {"words": "words", "source": "source"}.items():
            if not statement[field]:
                message = f"What the label says of “{name}” has no {what}."
                yield blocker(
                    "label-unsourced", f"label[{index}].{field}", message, "A label is quoted, with its source."
                )
    if document["label_source"] and not document["label"]:
        message = "A label is on file, but nothing of it is recorded."
        yield blocker("label-empty", "label", message, "Add what it says, or remove the label.")
    if document["label"] and not document["label_source"]:
        message = "The label's statements are recorded, but not where the label was read."
        yield blocker("label-source-missing", "label_source", message, "Name the label or manual.")
    if document["label_source"] and not document["label_read_on"]:
        yield blocker("label-undated", "label_read_on", "It does not say when the label was read.", "Add the date.")
