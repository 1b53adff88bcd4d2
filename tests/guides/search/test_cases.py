"""What is found first for what people type, as editors can read it in tests/cases.

CI runs this on SQLite and on PostgreSQL, so both give exactly these.
"""

import yaml

from guides.models import Condition
from guides.search.find import Found, find
from guides.search.hits import Hit
from tests.architecture.modules import ROOT


def test_first_hits_are_those_of_the_cases(starter, at):
    cases = {case["query"]: case["first"] for case in _read("search")}
    assert len(cases) >= 60
    assert {query: _named(find(query, at=at))[:3] for query in cases} == cases


def test_whatever_people_call_a_condition_its_card_comes_first(starter, at):
    cases = {name: key for key, names in _read("condition_names").items() for name in names}
    assert Condition.objects.filter(key__in=cases.values()).count() >= 50
    assert {name: _first_card(find(name, at=at)) for name in cases} == cases


def test_safety_first_where_a_condition_rules_every_device_out_devices_come_last(starter, at):
    asked = [case["query"] for case in _read("search")] + [
        name for names in _read("condition_names").values() for name in names
    ]
    ruled_out = [found for found in (find(query, at=at) for query in asked) if _rules_every_device_out(found)]
    assert len(ruled_out) >= 20
    for found in ruled_out:
        kinds = [hit.kind == "device" for hit in found.hits]
        assert kinds == sorted(kinds), f"Under {found.cards[0].key}: {_named(found)}"


def _read(name: str):
    return yaml.safe_load((ROOT / "tests" / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))


def _first_card(found: Found) -> str:
    return found.cards[0].key if found.cards else ""


def _rules_every_device_out(found: Found) -> bool:
    return any(card.rules_every_device_out for card in found.cards)


def _named(found: Found) -> list[str]:
    return [f"card/{card.key}" for card in found.cards] + [_name(hit) for hit in found.hits]


def _name(hit: Hit) -> str:
    """Pages with the anchor of the section, records without."""
    _, sign, anchor = hit.address.partition("#")
    return f"{hit.kind}/{hit.key}{sign}{anchor}" if hit.kind in ("guide", "device") else f"{hit.kind}/{hit.key}"
