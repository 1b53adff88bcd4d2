"""The blocks of an article in the making, with a note of every line: what it became, and what found no place."""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from guides.markdown.html import html
from guides.markdown.tree import Node, line, words

type Block = dict[str, Any]

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Placed:
    """From ``line`` on of the file: what stood there, and what became of it."""

    line: int
    what: str
    became: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is on file: keys of claims by their statements as `normalised`, keys of guides by keys and addresses."""

    claims: Mapping[str, str] = dataclasses.field(default_factory=dict)
    guides: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class Placing:
    """``claims``: new records. ``lines``: of the file, by the place in the document."""

    known: Known
    fields: dict[str, Any] = dataclasses.field(default_factory=dict)
    blocks: list[Block] = dataclasses.field(default_factory=list)
    claims: dict[str, Block] = dataclasses.field(default_factory=dict)
    placed: list[Placed] = dataclasses.field(default_factory=list)
    not_placed: list[Placed] = dataclasses.field(default_factory=list)
    lines: dict[str, int] = dataclasses.field(default_factory=dict)

    def text(self, nodes: list[Node], *, section: str = "") -> None:
        """Add text. A new block opens with a section; without one, text goes on in the block before."""
        if not (written := self.html(nodes)):
            return
        self.written(written, opens_section=bool(section))
        self.lines.setdefault(f"blocks[{len(self.blocks) - 1}]", line(nodes[0]))
        if section:
            self.placed.append(Placed(line(nodes[0]), section, TEXT))

    def block(self, kind: str, node: Node, **fields: Any) -> None:
        self.lines[f"blocks[{len(self.blocks)}]"] = line(node)
        self.blocks.append({"kind": kind, **fields})
        self.placed.append(Placed(line(node), words(node), kind))

    def field(self, name: str, node: Node) -> None:
        """A field of the guide itself."""
        self.fields[name], self.lines[name] = self.plain(node), line(node)
        self.placed.append(Placed(line(node), self.fields[name], name))

    def plain(self, node: Node) -> str:
        """The words alone, for a place that has no links; where a link led is noted."""
        for child in node.walk():
            if child.type in ("link", "image"):
                address = child.attrs.get("href") or child.attrs.get("src")
                self.say(line(node), f"a link to {address}, in a line that can have none")
        return words(node)

    def html(self, nodes: Iterable[Node]) -> str:
        return html(nodes, self.say)

    def say(self, line: int, what: str) -> None:
        self.not_placed.append(Placed(line, what, "kept as text"))

    def claim(self, node: Node, statement: str, verdict: str, explanation: str) -> bool:
        """A row for the claim that says the same, on file or earlier in the article, or else for a new one.

        True where it is new.
        """
        said_before = {normalised(claim["statement"]): key for key, claim in self.claims.items()} | dict(
            self.known.claims
        )
        known = said_before.get(normalised(statement))
        key = known or self._new_key(statement)
        self.block("claim", node, claim=key)
        if known is None:
            self.lines[key] = line(node)
            self.claims[key] = {"statement": statement, "verdict": verdict, "explanation": explanation}
            return True
        place = "stands earlier in the article" if key in self.claims else "is on file"
        self.say(line(node), f"“{statement}” {place} and stays as it is there: what the file says of it follows")
        self.written(explanation, opens_section=True)
        return False

    def written(self, written: str, *, opens_section: bool = False) -> None:
        """Add text that is HTML already."""
        last = self.blocks[-1] if self.blocks else {}
        if last.get("kind") == "prose" and not opens_section:
            last["html"] += written
        else:
            self.blocks.append({"kind": "prose", "html": written})

    def _new_key(self, statement: str) -> str:
        key = slugify(statement)[:80].strip("-") or "claim"
        taken = {*self.claims, *self.known.claims.values()}
        return next(name for name in (key, *(f"{key}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def normalised(statement: str) -> str:
    """Letters and digits alone, so that quotation marks and full stops do not make another claim of it."""
    return re.sub(r"\W+", " ", statement).strip().casefold()
