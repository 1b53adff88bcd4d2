"""Documents to values, and how each device's rules are composed."""

import pytest

from guides.models import Area
from screening.engine.decode import AREAS, Undecodable, decode
from screening.engine.model import Disposition, Floor, Kind, Origin, Role, Rule


def rule(if_present: str, *, modality: str = "microcurrent", **fields) -> dict:
    return {
        "modality": modality,
        "if_present": if_present,
        "if_unknown": "ask",
        "areas": [],
        "where_told": False,
        "wait_days": None,
        **fields,
    }


def condition(name: str, *rules: dict, must_stop: bool = False) -> dict:
    return {"name": name, "must_stop": must_stop, "rules": list(rules)}


def says(condition: str, if_present: str, **fields) -> dict:
    return {"condition": condition, "if_present": if_present, "areas": [], "where_told": False, **fields}


def device(key: str, *label: dict, modalities=(("microcurrent", False),), **fields) -> dict:
    return {
        "key": key,
        "title": key.title(),
        "areas": ["cheeks", "neck"],
        "is_reference": False,
        "label_source": "S1" if label else None,
        "label": list(label),
        "modalities": [{"modality": modality, "optional": optional} for modality, optional in modalities],
        "references": {},
        **fields,
    }


def question(key: str, kind: str = "single", **fields) -> dict:
    return {"key": key, "kind": kind, "text": f"{key}?", "ask_if": [], "about": [], "options": [], **fields}


def questionnaire(*questions: dict, **conditions: dict) -> dict:
    return {"questions": list(questions), "references": {"condition": conditions}}


def test_decode_knows_the_areas_of_the_guides():
    assert list(AREAS) == Area.values, "The engine's areas are the fixed list of guides.models.Area."


def test_decode_reads_a_question():
    option = {"key": "has", "label": "Yes", "role": "affirms", "affirms": ["botox"]}
    check = decode(
        questionnaire(
            question("toxin", options=[option]), question("toxin-when", "when", ask_if=["toxin/has"], about=["botox"])
        ),
        [],
    )
    first, second = check.questions
    assert (first.kind, first.mentions, first.options[0].role) == (Kind.SINGLE, {"botox"}, Role.AFFIRMS)
    assert (second.asked_after, second.asked_if, second.about) == ("toxin", {"has"}, {"botox"})
    assert [option.key for option in second.options] == ["not-sure"]


def test_decode_gives_a_where_question_the_areas():
    (where,) = decode(questionnaire(question("place", "where", about=["acne"])), []).questions
    assert [option.key for option in where.options] == [*AREAS, "not-sure"]


def test_decode_takes_the_general_rules_of_the_modalities():
    conditions = {
        "pregnancy": condition("pregnancy", rule("stop")),
        "burns": condition("burns", rule("stop", modality="heat")),
    }
    (mini,) = decode(questionnaire(**conditions), [device("mini")]).devices
    assert mini.rules == (Rule("pregnancy", Disposition.STOP, Disposition.ASK),)


def test_decode_spares_a_device_whose_modality_can_be_left_off():
    conditions = {"doxycycline": condition("doxycycline", rule("stop", modality="led"))}
    modalities = (("microcurrent", False), ("led", True))
    (combined,) = decode(questionnaire(**conditions), [device("pro", modalities=modalities)]).devices
    assert combined.rules == (Rule("doxycycline", Disposition.LIMITED, Disposition.ASK, without="led"),)


@pytest.mark.parametrize(
    "modalities",
    [
        (("microcurrent", True),),
        (("microcurrent", True), ("led", False)),
        (("ems", True), ("microcurrent", True)),
        (("ems", True), ("led", True), ("microcurrent", True)),
    ],
)
def test_decode_never_spares_a_device_without_which_nothing_is_left(modalities):
    conditions = {"surgery": condition("surgery", rule("ask", areas=["neck"]))}
    (mini,) = decode(questionnaire(**conditions), [device("mini", modalities=modalities)]).devices
    assert mini.rules == (Rule("surgery", Disposition.ASK, Disposition.ASK, frozenset({"neck"})),)


def test_decode_never_spares_a_device_that_could_be_left_off_whole():
    conditions = {"surgery": condition("surgery", rule("ask", modality="ems"))}
    modalities = (("ems", True), ("led", True))
    (mask,) = decode(questionnaire(**conditions), [device("mask", modalities=modalities)]).devices
    assert mask.rules == (Rule("surgery", Disposition.ASK, Disposition.ASK),)


def test_decode_never_spares_a_device_from_a_stop_condition():
    conditions = {"epilepsy": condition("epilepsy", rule("stop", modality="led"), must_stop=True)}
    modalities = (("microcurrent", False), ("led", True))
    (combined,) = decode(questionnaire(**conditions), [device("pro", modalities=modalities)]).devices
    assert combined.rules == (Rule("epilepsy", Disposition.STOP, Disposition.ASK),), "Promise 1"


def test_decode_adds_the_label_as_rules_and_as_floors():
    document = device("mini", says("thyroid", "limited", areas=["neck"]))
    (mini,) = decode(questionnaire(thyroid=condition("thyroid disease", rule("ask"))), [document]).devices
    label = Rule(
        "thyroid", Disposition.LIMITED, Disposition.ASK, frozenset({"neck"}), origin=Origin.LABEL, owner="mini"
    )
    assert mini.rules == (Rule("thyroid", Disposition.ASK, Disposition.ASK), label)
    assert mini.floors == (Floor("thyroid", Disposition.LIMITED, frozenset({"neck"})),)


def test_decode_borrows_the_strictest_label_of_its_kind():
    labelled = [
        device("mild", says("rosacea", "limited"), says("thyroid", "limited", areas=["neck"])),
        device("strict", says("rosacea", "ask")),
        device("other", says("rosacea", "stop"), modalities=(("heat", False),)),
    ]
    conditions = {"rosacea": condition("rosacea"), "thyroid": condition("thyroid disease")}
    *_, unlabelled = decode(questionnaire(**conditions), [*labelled, device("unlabelled")]).devices
    assert [(rule.condition, rule.if_present, rule.origin, rule.owner) for rule in unlabelled.rules] == [
        ("thyroid", Disposition.LIMITED, Origin.BORROWED, "mild"),
        ("rosacea", Disposition.ASK, Origin.BORROWED, "strict"),
    ]
    assert unlabelled.floors == ()


def test_decode_leaves_reference_devices_out():
    assert decode(questionnaire(), [device("belt", is_reference=True)]).devices == ()


def test_decode_knows_conditions_that_only_a_label_names():
    document = device("mini", says("gout", "stop"), references={"condition": {"gout": condition("gout")}})
    assert decode(questionnaire(), [document]).conditions["gout"].name == "gout"


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"questions": [], "references": []},
        questionnaire(question("a", "tickbox")),
        questionnaire(question("a", ask_if=["b/yes", "c/yes"])),
        questionnaire(x=condition("x", rule("severe"))),
        questionnaire(x=condition("x", {})),
    ],
)
def test_decode_refuses_what_is_no_questionnaire(broken):
    with pytest.raises(Undecodable):
        decode(broken, [device("mini")])
