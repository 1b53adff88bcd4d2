"""Claims against evidence: a table with a column of each, or a heading for each claim."""

import re
from html import escape

from guides.markdown.html import inline
from guides.markdown.placing import Placing
from guides.markdown.tree import DASH, Node, Section, beyond, line, rows, sections, words

_STATEMENT_LENGTH = 250

_CLAIM = re.compile(r"\b(claims?|myths?|people say|you may hear)\b", re.IGNORECASE)
_EVIDENCE = re.compile(r"\b(evidence|facts?|reality|truth|studies|research)\b", re.IGNORECASE)
_VERDICT = re.compile(r"\b(verdict|rating|our view|true)\b", re.IGNORECASE)

_LEAD = re.compile(rf"^((claim|myth)\s*(\d+)?\s*([:.]|{DASH})\s*)|[“”\"]", re.IGNORECASE)
_VERDICT_LINE = re.compile(rf"^(our )?verdict\s*(:|{DASH})\s*", re.IGNORECASE)

# In this order: “not supported” also says “supported”, “partly true” also says “true”.
_VERDICTS = {
    "partly": re.compile(r"\b(part(ly|ially)|mixed|half|some truth)\b", re.IGNORECASE),
    "unproven": re.compile(
        r"\b(unproven|unclear|unknown|insufficient|not (shown|proven|supported)|no evidence)\b", re.IGNORECASE
    ),
    "refuted": re.compile(r"\b(refuted|contradicted|false|wrong|untrue|not true|myth|misleading|no)\b", re.IGNORECASE),
    "supported": re.compile(r"\b(supported|true|yes|correct)\b", re.IGNORECASE),
}


def is_claims_table(node: Node) -> bool:
    return node.type == "table" and _columns(node) is not None


def place_claims_table(table: Node, placing: Placing) -> None:
    """A claim for each row; columns that are neither claim nor verdict join the explanation."""
    claim_column, verdict_column = _columns(table) or (0, None)
    head, *body = rows(table)
    for cells in body:
        said = placing.plain(cells[verdict_column]) if verdict_column is not None else ""
        others = [n for n in range(len(cells)) if n not in (claim_column, verdict_column) and words(cells[n])]
        explanation = "".join(_paragraph(head[n] if len(others) > 1 else None, cells[n], placing) for n in others)
        _place(cells[claim_column], said, explanation, placing)


def claims_by_heading(section: Section, placing: Placing) -> bool:
    first, *parts = sections([*([section.heading] if section.heading else []), *section.body], level=3)
    if not parts or any(node.type == "table" for node in section.body):
        return False
    placing.text([first.heading, *first.body] if first.heading else first.body, section=section.title)
    for part in parts:
        body = [node for node in part.body if not _VERDICT_LINE.match(words(node))]
        said = " ".join(_VERDICT_LINE.sub("", placing.plain(node)) for node in part.body if node not in body)
        _place(part.heading or section.body[0], said, placing.html(body), placing)
    return True


def _paragraph(name: Node | None, cell: Node, placing: Placing) -> str:
    named = f"<strong>{inline(name, placing.say)}:</strong> " if name else ""
    return f"<p>{named}{inline(cell, placing.say)}</p>"


def _place(claim: Node, verdict: str, explanation: str, placing: Placing) -> None:
    statement = _LEAD.sub("", words(claim)).strip()
    if not statement or len(statement) > _STATEMENT_LENGTH:
        placing.say(line(claim), f"a claim without words, or of more than {_STATEMENT_LENGTH} letters")
        placing.written(f"<p><strong>{inline(claim, placing.say)}</strong> {escape(verdict)}</p>{explanation}")
        return
    if _verdict(verdict) and beyond(verdict, *_VERDICTS.values()):
        placing.say(line(claim), f"the verdict “{verdict}”, which says more than ours: it opens the explanation")
        explanation = f"<p>{escape(verdict)}</p>{explanation}"
    placing.plain(claim)
    is_new = placing.claim(claim, statement, _verdict(verdict), explanation)
    if verdict and not is_new:
        placing.say(line(claim), f"the verdict “{verdict}”: the claim keeps the one that it has")
    elif verdict and not _verdict(verdict):
        placing.say(line(claim), f"the verdict “{verdict}”, which is none of ours: choose one on the claim's page")


def _columns(table: Node) -> tuple[int, int | None] | None:
    """The columns of the claim and of the verdict, if there is one; None where the table is about something else."""
    head = [words(cell) for cell in rows(table)[0]]
    claim = next((n for n, name in enumerate(head) if _CLAIM.search(name)), None)
    verdict = next((n for n, name in enumerate(head) if _VERDICT.search(name) and n != claim), None)
    evidence = any(_EVIDENCE.search(name) for n, name in enumerate(head) if n != claim)
    return None if claim is None or (verdict is None and not evidence) else (claim, verdict)


def _verdict(said: str) -> str:
    return next((verdict for verdict, pattern in _VERDICTS.items() if pattern.search(said)), "")
