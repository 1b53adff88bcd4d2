"""What may stand above an article, between lines of three dashes: fields of the guide, in YAML."""

import re
from collections.abc import Mapping
from typing import Any

from guides.markdown.placing import Placed, Placing

FIELDS = ("title", "slug", "standfirst", "answer", "review_by", "rank")

_FENCED = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

type Given = Mapping[str, tuple[int, Any]]
"""By name: the line of the file, and the value."""


def parted(text: str) -> tuple[str, str]:
    """The fields, empty where there are none, and the article. Each stays on the lines that it has in the file."""
    if not (fenced := _FENCED.match(text)):
        return "", text
    return "\n" + fenced["fields"], "\n" * fenced[0].count("\n") + text[fenced.end() :]


def take(given: Given, placing: Placing) -> None:
    """What the head says goes before what the article says; a name that no field has is reported."""
    for name, (line, value) in given.items():
        if name not in FIELDS:
            placing.say(line, f"“{name}: {value}”: no field of a guide that can stand above an article, and left out")
        elif value is not None:
            placing.fields[name], placing.lines[name] = value, line
            placing.placed.append(Placed(line, str(value), name))
