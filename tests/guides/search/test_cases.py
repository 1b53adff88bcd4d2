"""What is found first for what people type, as an editor can read it in tests/cases/search.yaml."""

import yaml

from guides.search.find import Found, find
from guides.search.hits import Hit
from tests.architecture.modules import ROOT


def test_first_hits_are_those_of_the_cases(starter, at):
    """CI runs this on SQLite and on PostgreSQL, so both give exactly these."""
    cases = {case["query"]: case["first"] for case in _cases()}
    assert len(cases) >= 60
    assert {query: _named(find(query, at=at))[:3] for query in cases} == cases


def _cases() -> list[dict]:
    return yaml.safe_load((ROOT / "tests" / "cases" / "search.yaml").read_text(encoding="utf-8"))


def _named(found: Found) -> list[str]:
    return [f"condition/{card.key}" for card in found.cards] + [_name(hit) for hit in found.hits]


def _name(hit: Hit) -> str:
    """Pages with the anchor of the section, records without."""
    _, sign, anchor = hit.address.partition("#")
    return f"{hit.kind}/{hit.key}{sign}{anchor}" if hit.kind in ("guide", "device") else f"{hit.kind}/{hit.key}"
