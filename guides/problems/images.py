"""Checks of pictures: everybody learns what they show, and who made them."""

import datetime as dt
from collections.abc import Iterator

from guides.documents import Document
from guides.problems.problem import Problem, blocker, check, warning


@check("guide")
def images(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for index, block in enumerate(document["blocks"]):
        if block["kind"] != "image":
            continue
        where = f"blocks[{index}]"
        if bool(block["alt"]) == block["decorative"]:
            message = (
                "The picture is said to be only decoration, and described as well."
                if block["alt"]
                else "The picture has no description in words."
            )
            yield blocker("image-alt", f"{where}.alt", message, "Describe it, or tick that it is only decoration.")
        if not block["credit"]:
            message = "Nobody is named as having made the picture."
            yield warning("image-without-credit", f"{where}.credit", message, "Say who made it, and the licence.")
