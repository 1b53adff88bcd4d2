import datetime as dt

from guides.pages.contraindications import Contraindications, contraindications
from guides.pages.records import Held
from tests.guides.pages import documents

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def test_conditions_stand_in_their_groups_under_their_own_keys():
    page = _page(
        epilepsy=documents.condition(documents.rule("stop")),
        acne=documents.condition(documents.rule("limited"), name="acne", group="skin"),
    )
    assert [(group.heading.text, [entry.anchor for entry in group.conditions]) for group in page.groups] == [
        ("Brain and nerves", ["epilepsy"]),
        ("Skin", ["acne"]),
    ]
    assert (page.count, page.waits) == (2, None)


def test_heading_of_a_group_leaves_the_anchor_to_a_condition():
    page = _page(cancer=documents.condition(documents.rule("stop"), name="cancer now", group="cancer"))
    (group,) = page.groups
    assert (group.heading.anchor, group.conditions[0].anchor) == ("cancer-2", "cancer")


def test_condition_without_a_rule_is_left_out():
    assert _page(x=documents.condition()).count == 0


def test_waits_stand_from_short_to_long_with_who_says_so():
    page = _page(
        filler=documents.condition(documents.rule("wait", wait_days=30), name="filler", disagreement="A blog says 7."),
        laser=documents.condition(documents.rule("wait", wait_days=7, sources=["S1"]), name="laser"),
        fever=documents.condition(documents.rule("wait"), name="fever"),
    )
    assert [(row.name, row.anchor, row.days, row.disagreement) for row in page.waits.rows] == [
        ("Laser", "laser", 7, ""),
        ("Filler", "filler", 30, "A blog says 7."),
    ]
    assert [citation.title for citation in page.waits.rows[0].rule.citations] == ["Manual"]
    assert [row.bar.width for row in page.waits.picture.rows] == ["23.33%", "100%"]


def test_days_are_not_shown_where_somebody_has_to_be_asked_first():
    swelling = documents.condition(documents.rule("wait", wait_days=30), documents.rule("ask"), name="swelling")
    assert _page(swelling=swelling).waits is None


def _page(**conditions: dict) -> Contraindications:
    sources = {"S1": Held("S1", documents.source(), NOW)}
    return contraindications({key: Held(key, record, NOW) for key, record in conditions.items()}, sources, {})
