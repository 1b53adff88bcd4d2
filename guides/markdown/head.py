"""The head of an article: named values between two lines of dashes, before the text."""

import re

_HEAD = re.compile(r"\A---[ \t]*\r?\n(?=\w+:\s)(?P<values>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def headed(text: str) -> tuple[str, str]:
    """Head and text, both with every line where it is in the file. The head is empty where there is none: dashes alone
    are a line across the page."""
    match = _HEAD.match(text)
    if match is None:
        return "", text
    return f"\n{match['values']}", "\n" * match[0].count("\n") + text[match.end() :]
