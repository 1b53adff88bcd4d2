"""The kinds of thing that a search can find, and the words that a record is found by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guides.models import Evidence, Study
from guides.pages.dispositions import disposition
from guides.pages.grades import verdict
from guides.search.words import joined, plain

type Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """``called`` is its name for readers; the higher its ``weight``, the sooner it comes. ``describe`` gives title and
    text of a record; pages have none, and are read section by section."""

    called: str
    weight: float
    describe: Callable[[Record], tuple[str, str]] | None = None


def _claim(claim: Record) -> tuple[str, str]:
    findings = (f"{Evidence.Stance(row['stance']).label.capitalize()}: {row['finding']}" for row in claim["evidence"])
    judged = verdict(claim["verdict"])
    return claim["statement"], joined(" ", f"{judged.words}." if judged else "", plain(claim["explanation"]), *findings)


def _condition(condition: Record) -> tuple[str, str]:
    name = condition["name"][:1].upper() + condition["name"][1:]
    rules = (_rule(rule) for rule in condition["rules"])
    return name, joined(" ", *rules, condition["what_to_do"], condition["disagreement"])


def _rule(rule: Record) -> str:
    return joined(" ", f"{disposition(rule['if_present']).words}.", rule["advice"], rule["reason"])


def _study(study: Record) -> tuple[str, str]:
    """By its title, and by whose it is: studies are looked for by name and year."""
    title = f"{study['title']} ({study['authors'].partition(',')[0]}, {study['year']})"
    design = f"{Study.Design(study['design']).label.capitalize()}: {study['subjects']}."
    return title, joined(" ", study["authors"], design, study["current"], study["outcome"], study["limits"])


def _term(term: Record) -> tuple[str, str]:
    return term["name"], joined(" ", term["also"], term["definition"], plain(term["explanation"]))


# One more kind of record is one more line: it is found wherever a live guide holds a copy of it.
KINDS = {
    "guide": Kind("Guide", 1.0),
    "device": Kind("Device", 1.0),
    "claim": Kind("Claim", 1.1, _claim),
    "condition": Kind("Condition", 1.0, _condition),
    "study": Kind("Study", 0.8, _study),
    "term": Kind("Term", 0.9, _term),
}
"""What a claim comes to is read before what it rests on."""
