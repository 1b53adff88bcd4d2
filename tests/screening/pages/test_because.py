from dataclasses import replace

from screening.checklist import Checklist
from screening.engine import decode
from screening.page_proof import result_page
from screening.pages.because import causes
from tests.screening.examples import alpha, beta, checklist, condition, edition, label, questionnaire, visit

UNSURE = {"not-sure"}


def test_nothing_found_has_no_cause():
    assert causes(visit()).all == ()


def test_because_you_told_us_when_and_where():
    (because,) = causes(visit(botulinum={"has"}, when=5, where={"forehead"})).all
    assert (because.heading, because.is_unsure) == ("Has", False)
    assert [(said.number, said.question) for said in because.said] == [(4, "Have you had botulinum toxin?")]
    assert [(said.number, said.words) for said in because.follow_ups] == [
        (5, ("17 November 2026",)),
        (6, ("Forehead",)),
    ]


def test_what_to_do_and_where_sources_differ():
    (because,) = causes(visit(feeding={"has"})).all
    (condition,) = because.conditions
    assert condition.name == "A condition called feeding"
    assert condition.what_to_do == "Do this about feeding."
    assert condition.disagreement == "Or feeding."


def test_only_the_answer_that_affirms_the_condition_is_quoted():
    found = causes(visit(skin={"spots", "thyroid"}, spots_where={"cheeks"})).all
    assert [because.heading for because in found] == ["Spots", "Thyroid"]


def test_what_one_not_sure_leaves_open_stands_together():
    (because,) = causes(visit(skin=UNSURE)).all
    assert (because.heading, because.is_unsure) == ("Do you have any of these?", True)
    assert sorted(condition.name for condition in because.conditions) == [
        "A condition called melasma",
        "A condition called spots",
        "A condition called thyroid",
    ]
    assert {condition.disposition.code for condition in because.conditions} == {"ask"}


def test_what_a_doubt_beside_a_yes_leaves_open_is_the_rest():
    person = visit(skin={"spots", "not-sure"}, spots_where={"jaw"})
    rest, spots = causes(person).all
    assert (rest.heading, rest.is_unsure, rest.doubts_the_rest) == ("Do you have any of these?", True, True)
    assert [answer.words for answer in rest.said] == [("Spots", "of the rest: I am not sure")]
    assert {condition.name for condition in rest.conditions} == {
        "A condition called melasma",
        "A condition called thyroid",
    }
    assert (spots.heading, spots.is_unsure, spots.doubts_the_rest) == ("Spots", False, False)
    page = result_page(person)
    assert "Because you were not sure of the rest" in page
    assert "You told us: <strong>Spots; of the rest: I am not sure</strong>" in page
    assert "Because you told us" in page
    assert "of the rest" not in result_page(visit(skin=UNSURE))


def test_the_most_cautious_comes_first_and_then_the_order_of_the_questions():
    found = causes(visit(medicines={"has"}, feeding={"has"}, implant={"has"}, metal={"has"})).all
    assert [because.disposition.code for because in found] == ["stop", "stop", "ask", "wait"]
    assert [because.said[0].number for because in found] == [1, 5, 2, 7]


def test_no_address_names_a_condition():
    found = causes(visit(implant={"has"}, feeding={"has"})).all
    assert [because.anchor for because in found] == ["reason-1", "reason-2"], (
        "design.md 7: addresses count and do not name, and so do their fragments."
    )


def test_every_reason_of_the_assessment_has_its_place():
    person = visit(skin=UNSURE, medicines={"has"}, botulinum={"has"}, when=UNSURE, where=UNSURE)
    shown = {condition.name for because in causes(person).all for condition in because.conditions}
    found = {reason.rule.condition for device in person.assessment.devices for reason in device.reasons}
    assert shown == {f"A condition called {key}" for key in found}


def test_a_date_that_is_not_known_counts_as_today():
    assert _notes(botulinum={"has"}, when=UNSURE, where={"forehead"}) == (
        "We do not know the date, so we count from today.",
    )


def test_a_date_in_the_future_counts_as_today():
    assert _notes(botulinum={"has"}, when=-70, where={"forehead"}) == (
        "31 January 2027 lies in the future, so we count from today.",
    )


def test_a_date_in_the_past_needs_no_note():
    assert _notes(botulinum={"has"}, when=5, where={"forehead"}) == ()


def test_a_place_that_is_not_known_leaves_no_area_free():
    assert _notes(skin={"spots"}, spots_where=UNSURE) == ("We do not know where, so no area counts as free of it.",)


def test_before_the_end_only_what_was_answered_is_a_cause():
    early = replace(visit(), answers={"implant": frozenset({"has"}), "feeding": frozenset({"has"})})
    assert [because.said[0].number for because in causes(early).all] == [1, 2]


def test_what_only_a_label_knows_was_not_asked():
    device = alpha()
    device["label"].append(label("unasked", "ask"))
    device["references"]["condition"]["unasked"] = condition("unasked")
    (because,) = causes(visit(checklist(device))).all
    assert (because.heading, because.said) == ("A condition called unasked", ())
    assert because.conditions[0].statements[0].label.words == "Says ask to unasked."
    assert "Because this check did not ask you about it" in result_page(visit(checklist(device)))


def test_nor_was_what_a_follow_up_asks_that_not_sure_did_not_lead_to():
    """The check asks others about it: so nothing says that it does not."""
    document = questionnaire()
    fever = next(row for row in document["questions"] if row["key"] == "fever")
    fever["ask_if"] = ["feeding/has"]
    devices = {"beta": beta()}
    person = visit(Checklist(edition(document), decode(document, devices.values()), devices), feeding=UNSURE)
    assert [(because.heading, because.said == ()) for because in causes(person).all] == [
        ("Are you breastfeeding?", False),
        ("A condition called fever", True),
    ]
    assert "Because this check does not ask about it" not in result_page(person)


def _notes(**answers) -> tuple[str, ...]:
    (because,) = causes(visit(**answers)).all
    return because.conditions[0].notes
