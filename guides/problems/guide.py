"""Checks of what a guide must hold."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from guides.documents import Document
from guides.models import AnswerItem
from guides.problems.problem import Problem, blocker, check


@check("guide")
def opening(document: Document, at: dt.datetime) -> Iterator[Problem]:
    if not document["standfirst"]:
        yield blocker("standfirst-missing", "standfirst", "There is no standfirst.", "Say what the guide answers.")
    if not document["answer"]:
        message = "There is no quick answer."
        yield blocker("answer-missing", "answer", message, "Write one sentence that a reader in a hurry can keep.")
    if not document.get("review_by"):
        message = "It does not say when it has to be looked at again."
        yield blocker("review-date-missing", "review_by", message, "Choose a date: readers see when it is overdue.")
    listed = {block["list"] for block in document["blocks"] if block["kind"] == AnswerItem.kind}
    for name in AnswerItem.List:
        if AnswerItem.List.HELPS in listed and name not in listed:
            message = f"The quick answer says nothing under “{name.label}”."
            remedy = "Add at least one line: whoever says what it may help with says the rest too."
            yield blocker("answer-one-sided", "blocks", message, remedy)


@check("guide")
def body(document: Document, at: dt.datetime) -> Iterator[Problem]:
    kinds = [block["kind"] for block in document["blocks"]]
    if not set(kinds) - {AnswerItem.kind}:
        yield blocker("guide-empty", "blocks", "The guide has no text.", "Add the first block.")
    if "authorship" not in kinds:
        message = "It does not say who wrote it."
        yield blocker("authorship-missing", "blocks", message, "Add the block “who wrote it”.")
    for index, block in enumerate(document["blocks"]):
        if block["kind"] == "conditions" and not block["conditions"]:
            message = "The list of conditions is empty."
            yield blocker("conditions-empty", f"blocks[{index}]", message, "Choose a milder level to begin from.")
        if block["kind"] == "terms" and not block["terms"]:
            yield blocker("terms-empty", f"blocks[{index}]", "The list of terms is empty.", "Add the first term.")
        if "html" in block and not block["html"]:
            yield blocker(
                "block-empty", f"blocks[{index}].html", "A block has no text.", "Write it, or delete the block."
            )


@check("guide")
def timeline(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Phases follow each other, and none ends before it starts."""
    phases = [(index, block) for index, block in enumerate(document["blocks"]) if block["kind"] == "phase"]
    for index, phase in phases:
        if phase["ends_week"] is not None and phase["ends_week"] < phase["starts_week"]:
            message = f"“{phase['title']}” ends before it starts."
            yield blocker("phase-backwards", f"blocks[{index}].ends_week", message, "Correct the weeks.")
    for (before, first), (index, second) in pairwise(phases):
        if index == before + 1 and (first["ends_week"] is None or second["starts_week"] < first["ends_week"]):
            message = f"“{second['title']}” comes after “{first['title']}”, but starts before that has ended."
            yield blocker("phase-out-of-order", f"blocks[{index}].starts_week", message, "Put the phases in order.")
