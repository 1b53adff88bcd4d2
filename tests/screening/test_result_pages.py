"""People whom a clinician can check by reading (tests/cases/result_pages.yaml), and their pages."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import yaml

from screening.checklist import Checklist, live_checklist
from screening.outcome import outcome
from screening.page_proof import broken_by_pages, prove_pages, result_page
from screening.proofs import proofs_of
from screening.scenarios import given
from screening.visit import Visit
from tests.architecture.modules import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/result_pages.yaml").read_text(encoding="utf-8"))


def test_each_person_of_the_appendix_is_told_what_a_clinician_can_check(starter, at):
    people = _people(at)
    wrong = [f"{case['scenario']}: {what}" for case in CASES for what in _wrong(case, people[case["scenario"]])]
    assert "\n".join(wrong) == ""


def test_every_person_of_the_appendix_has_a_case(starter, at):
    numbered = {key for key in _people(at) if re.match(r"a\d\d-", key)}
    assert numbered - {case["scenario"] for case in CASES} == set()


def test_promise_12_no_page_of_the_starter_shows_a_product_out_of_reach(starter, at):
    """One person for each set of dispositions, areas and days that the starter's scenarios lead to."""
    people = {_outcome_of(person): person for person in _people(at).values()}
    assert len(people) >= 20
    assert [breach.message for breach in broken_by_pages(people.values())] == []


def test_promise_12_holds_for_every_distinct_outcome_of_the_starter(starter, at):
    checklist = live_checklist(at)
    assert checklist is not None
    proofs = proofs_of(checklist.document, checklist.devices.values())
    assert [breach.message for breach in prove_pages(proofs)] == []


def _people(at: dt.datetime) -> dict[str, Visit]:
    checklist = live_checklist(at)
    assert checklist is not None
    return {row["key"]: _person(checklist, row, at) for row in checklist.document["scenarios"]}


def _person(checklist: Checklist, scenario: dict[str, Any], at: dt.datetime) -> Visit:
    return Visit(checklist, given(scenario["answers"], at.date()), at)


def _outcome_of(person: Visit) -> tuple[object, ...]:
    return tuple((each.disposition, each.areas, each.without, each.come_back) for each in person.assessment.devices)


def _wrong(case: dict[str, Any], person: Visit) -> Iterator[str]:
    found = outcome(person)
    if (found.verdict, found.heading) != (case["verdict"], case["heading"]):
        yield f"is told {found.verdict}, “{found.heading}”."
    judged = {assessed.device.title for assessed in person.assessment.devices}
    held_back = case["shown"].get("all but") if isinstance(case["shown"], dict) else []
    shown = {card.title for card in found.recommended}
    if shown != (set() if case["shown"] == "none" else judged - set(held_back)):
        yield f"is not shown {', '.join(sorted(judged - shown))}."
    text = _text(person)
    yield from (f"does not read “{words}”." for words in case["says"] if words.lower() not in text)
    yield from (
        f"reads “{words}”." for words in [*case["never"], *NEVER] if re.search(rf"\b{re.escape(words.lower())}\b", text)
    )


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


NEVER = ["safe to use", "is safe for you", "you are eligible", "approved for"]
"""On nobody's page. Sources may say “safe” in their titles, and labels that something is not."""


def _text(person: Visit) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", result_page(person))).lower().split())
