"""Checks of how studies are cited: readers must find them, and be told if one was retracted."""

import datetime as dt
import re
from collections.abc import Iterator

from guides.documents import Document
from guides.models import Study
from guides.problems.problem import Problem, blocker, check, warning

_FORMS = {
    "doi": (
        re.compile(r"10\.\d{4,9}/[^\s<>\"]+"),
        "DOI",
        "Write it from “10.” on, without an address.",
    ),
    "pmid": (re.compile(r"[1-9]\d{0,7}"), "PMID", "It is a number of up to eight digits, and nothing else."),
}


@check("guide")
def malformed(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, study in document["references"].get("study", {}).items():
        for field, (form, name, remedy) in _FORMS.items():
            if study[field] and not form.fullmatch(study[field]):
                message = f"“{study[field]}” is no {name} ({study['authors']}, {study['year']})."
                yield blocker("citation-malformed", f"references.study.{key}.{field}", message, remedy)


@check("guide")
def retraction_unknown(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Unknown must never read as clean. Said once for all of them, so that it hides nothing else."""
    studies = document["references"].get("study", {})
    unknown = [key for key, study in studies.items() if study["retraction"] == Study.Retraction.UNKNOWN]
    if unknown:
        named = "; ".join(f"{studies[key]['authors']}, {studies[key]['year']}" for key in unknown)
        message = f"Nobody has looked whether these were retracted: {named}."
        remedy = "Look each up under its DOI, and note the day. This leads to the first."
        yield warning("retraction-unknown", f"references.study.{unknown[0]}.retraction", message, remedy)
