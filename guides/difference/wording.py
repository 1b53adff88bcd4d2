"""Text against text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from django.utils.html import strip_tags

from guides.documents.links import LINK

_WORDS = re.compile(r"\s+|[^\s]+")
_BREAK = re.compile(r"<br>|</(?:p|h\d|li|blockquote)>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came: one of the two is set where it did not stay."""

    text: str
    is_removed: bool = False
    is_added: bool = False


def pieces(old: str, new: str) -> list[Piece]:
    """Both texts as one, in reading order, with what went before what came in its place."""
    return list(_pieces(_WORDS.findall(old), _WORDS.findall(new)))


def readable(html: str) -> str:
    """Rich text as lines; a link shows where it leads, so that another target is seen as a change."""
    shown = LINK.sub(lambda link: f"{link[2]} [{link[1]}]" if link[1] else link[2], html)
    lines = _BREAK.sub("\n", shown).split("\n")
    return "\n".join(line for line in (unescape(strip_tags(line)).strip() for line in lines) if line)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("".join(old[i:j]))
            continue
        if i < j:
            yield Piece("".join(old[i:j]), is_removed=True)
        if k < m:
            yield Piece("".join(new[k:m]), is_added=True)
