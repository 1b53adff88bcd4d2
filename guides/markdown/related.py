"""Where an article ends: the way on to other guides, and how it was made."""

import re
from html import escape

from guides.markdown.placing import Placing
from guides.markdown.tree import PUNCTUATION, Node, Section, line, words

_GUIDE = re.compile(r"^(?:guide:|(?:https?://[^/]+)?/guides/)(?P<name>[\w-]+)/?$")
_REASON_LENGTH = 200


def related(section: Section, placing: Placing) -> bool:
    """A list of which each line links to one guide that is on file."""
    items = [item for node in section.body for item in node.children if node.type == "bullet_list"]
    if (
        not items
        or any(node.type != "bullet_list" for node in section.body)
        or not all(_guide(item, placing) for item in items)
    ):
        return False
    for item in items:
        linked = next(child for child in item.walk() if child.type == "link")
        reason = words(item).replace(words(linked), "", 1).strip(PUNCTUATION)
        fits = len(reason) <= _REASON_LENGTH
        placing.block("related", item, guide=_guide(item, placing), reason=reason if fits else "")
        if not fits:
            placing.say(line(item), f"a reason of more than {_REASON_LENGTH} letters: it follows as text")
            placing.written(f"<p>{escape(reason)}</p>")
    return True


def authorship(section: Section, placing: Placing) -> bool:
    if not section.body or not section.heading:
        return False
    placing.block("authorship", section.heading, html=placing.html(section.body))
    return True


def _guide(item: Node, placing: Placing) -> str:
    """The key of the one guide that the line links to; empty where it does not."""
    links = [_GUIDE.match(str(child.attrs["href"])) for child in item.walk() if child.type == "link"]
    return placing.known.guides.get(links[0]["name"], "") if len(links) == 1 and links[0] else ""
