"""Rules that depend on a question of the example check."""

from screening.admin.dependents import dependents
from tests.screening.examples import checklist


def devices(dependent) -> list[tuple]:
    return [(alike.titles, alike.cell and alike.cell.if_present.code) for alike in dependent.devices]


def test_rules_of_every_condition_that_an_answer_means():
    found = dependents(checklist(), "skin")
    assert [(each.key, each.must_stop) for each in found] == [("melasma", False), ("spots", False), ("thyroid", False)]
    (rule,) = found[2].rules
    assert (rule.modality, rule.if_present, rule.if_unknown, rule.limits) == (
        "microcurrent",
        "limited: some areas, or with care",
        "ask a clinician first",
        "Leaves out: neck.",
    )


def test_devices_are_told_apart_only_where_it_matters():
    melasma, spots, _ = dependents(checklist(), "skin")
    assert devices(melasma) == [(("Alpha", "Beta"), None), (("Gamma",), "limited")]
    assert devices(spots) == []


def test_labels_matter():
    (metal,) = dependents(checklist(), "metal")
    assert devices(metal) == [(("Alpha",), "stop"), (("Beta",), "ask"), (("Gamma",), "stop")]


def test_a_question_that_locates_depends_on_what_it_is_about():
    assert [each.key for each in dependents(checklist(), "spots-where")] == ["spots"]


def test_a_question_that_the_draft_does_not_hold():
    assert dependents(checklist(), "nowhere") == ()
