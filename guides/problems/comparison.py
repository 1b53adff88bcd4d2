"""Checks of the devices that a guide compares."""

import datetime as dt
from collections.abc import Iterator

from guides.documents import Document
from guides.models import Comparison
from guides.problems.problem import Problem, blocker, check


@check("guide")
def compared_devices(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """There are two to four of them, and readers may be told what their editions say."""
    compared, named = document["references"].get("compared", {}), document["references"].get("device", {})
    for index, block in enumerate(document["blocks"]):
        if block["kind"] != Comparison.kind:
            continue
        where, count = f"blocks[{index}].devices", len(block["devices"])
        if not Comparison.least <= count <= Comparison.most:
            message = f"The comparison is of {count} device{'' if count == 1 else 's'}."
            remedy = f"Choose {Comparison.least} to {Comparison.most}."
            yield blocker("comparison-size", where, message, remedy)
        for key in block["devices"]:
            if key not in compared:
                message = f"“{named[key]['title']}” is compared, but has no live edition."
                yield blocker("compared-not-live", where, message, "Publish it first, or take it out.")
