"""Checks of where a document would be found."""

import datetime as dt
from collections.abc import Iterator

from guides.documents import Document
from guides.models import Edition
from guides.problems.problem import Problem, blocker, check


@check("guide", "device", "questionnaire")
def address_of_another(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """An old address leads to its present one for ever (rule 5.6), so nobody else can have it."""
    others = Edition.objects.of(document["kind"]).filter(slug=document["slug"]).exclude(key=document["key"])
    if other := others.newest_first().first():
        message = f"The address “{document['slug']}” belongs to “{other.title}”, which had it before."
        yield blocker("address-taken", "slug", message, "Choose another one: readers still follow the old links.")
