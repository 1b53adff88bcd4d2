"""Checks of how hard a guide is to read."""

import datetime as dt
import re
from collections.abc import Iterator

from guides.documents import Document
from guides.models.prose import plain
from guides.problems.problem import Problem, check, warning
from guides.problems.prose import headings_of
from guides.reading_level import grade, word_count

TARGET_AGE = 12
LEEWAY = 1
"""In years. We aim at about that age, and the formula is no exact measure."""
ENOUGH = 50
"""Words; of fewer the formula says nothing."""

_SECTION = re.compile(r"(?=<h2>)")
_LINE_END = re.compile(r"</(?:p|li|blockquote|h[1-6])>|<br>")
_AGE_IN_FIRST_GRADE = 5


@check("guide")
def hard_to_read(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for index, block in enumerate(document["blocks"]):
        for section in _SECTION.split(block.get("html", "")):
            text = "\n".join(plain(line) for line in _LINE_END.split(section))
            age = grade(text) + _AGE_IN_FIRST_GRADE
            if word_count(text) >= ENOUGH and age > TARGET_AGE + LEEWAY:
                message = f"{_name(section, text)} asks for a reading age of {age:.0f}; we aim at about {TARGET_AGE}."
                remedy = "Shorter sentences and shorter words help most."
                yield warning("hard-to-read", f"blocks[{index}].html", message, remedy)


def _name(section: str, text: str) -> str:
    heading = next((words for _, words in headings_of(section)), "")
    return f"“{heading}”" if heading else f"The text that begins “{' '.join(text.split()[:6])} …”"
