import pytest

from screening.page_proof import result_page
from screening.pages.because import causes
from screening.pages.statement import Statement
from tests.screening.examples import visit


def test_a_rule_of_ours_gives_reason_advice_and_sources():
    (statement,) = statements(feeding={"has"})
    assert (statement.reason, statement.advice) == ("Reason for ask.", "Advice on ask.")
    assert (statement.label, statement.devices, statement.limits) == (None, (), ())
    (source,) = statement.sources
    assert (source.title, source.url) == ("A clinic's advice", "https://example.org/clinic")
    assert source.facts == ("Maker's manual, read on the page itself on 20 November 2026.",)


def test_a_label_gives_its_words_and_says_who_borrows_it():
    label = next(statement.label for statement in statements(metal={"has"}) if statement.label)
    assert (label.device, label.words, label.locator) == ("Alpha", "Says stop to metal.", "p. 6")
    assert (label.is_borrowed, label.borrowers) == (True, ("Gamma",))


def test_where_all_devices_are_stop_no_borrower_is_named():
    label = next(statement.label for statement in statements(implant={"has"}) if statement.label)
    assert (label.is_borrowed, label.borrowers) == (True, ())


def test_the_strictest_comes_first():
    assert [statement.disposition.code for statement in statements(medicines={"has"})] == ["wait", "limited"]


def test_what_concerns_some_devices_only_names_them():
    (statement,) = statements(skin={"melasma"})
    assert statement.applies_to == "Heat"
    assert statement.devices == ("Gamma",)
    assert statement.limits == ("Leave it off: heat.",)


@pytest.mark.parametrize(
    ("answers", "limits"),
    [
        (
            {"botulinum": {"has"}, "when": 5, "where": {"forehead", "neck"}},
            ["Wait until 1 December 2026.", "Leave out: forehead and neck."],
        ),
        ({"skin": {"thyroid"}}, ["Leave out: neck."]),
        ({"fever": {"has"}}, ["Wait until it is over."]),
        ({"skin": {"not-sure"}}, []),
    ],
)
def test_limits(answers, limits):
    assert limits_of(**answers) == limits


def test_a_day_stands_only_where_one_may_come_back_on_it():
    waits = {"botulinum": {"has"}, "when": 5, "where": {"forehead"}}
    assert "Wait until 1 December 2026." in limits_of(**waits)
    assert limits_of(**waits, implant={"has"}) == ["Leave out: forehead."]
    assert limits_of(**waits, fever={"has"}) == [
        "Wait until it is over.",
        "Not before 1 December 2026.",
        "Leave out: forehead.",
    ]


def test_not_sure_is_given_the_advice_only_where_it_counts_as_a_yes():
    assert [statement.advice for statement in statements(implant={"not-sure"}) if not statement.label] == [
        "Advice on stop."
    ]
    assert {statement.advice for statement in statements(fever={"not-sure"})} == {""}


def test_a_label_that_goes_further_is_not_told_as_if_it_were_milder():
    """Somebody is not sure about metal, and the label of the Alpha says never to use it with metal."""
    labels = [statement for statement in statements(metal={"not-sure"}) if statement.label]
    assert [(label.if_present.words, label.disposition.words) for label in labels] == [
        ("Do not use", "Ask a clinician first")
    ]
    assert [statement.if_present for statement in statements(metal={"has"})] == [None, None]
    page = result_page(visit(metal={"not-sure"}))
    assert "If you have it: do not use. As long as you do not know: ask a clinician first." in page


def test_nor_as_if_asking_were_enough_where_our_own_rule_says_stop():
    page = result_page(visit(implant={"not-sure"}))
    assert "<strong>If you have it: do not use.</strong>" in page
    assert "Ask a clinician first" not in page


def statements(**answers) -> list[Statement]:
    return [
        statement
        for because in causes(visit(**answers)).all
        for condition in because.conditions
        for statement in condition.statements
    ]


def limits_of(**answers) -> list[str]:
    return [limit for statement in statements(**answers) for limit in statement.limits]
