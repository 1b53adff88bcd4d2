import pytest

from guides.pages.conditions import condition_groups
from guides.pages.prose import Typesetter
from guides.pages.references import References
from tests.guides.pages import documents


def test_conditions_stand_in_groups_the_strictest_first():
    groups = _groups(
        {
            "migraine": documents.condition(documents.rule("limited"), name="migraine"),
            "palsy": documents.condition(documents.rule("stop"), name="facial palsy"),
            "epilepsy": documents.condition(documents.rule("stop")),
            "pacemaker": documents.condition(documents.rule("stop"), name="a pacemaker", group="electronics"),
        }
    )
    assert [(group.heading.text, [entry.name for entry in group.conditions]) for group in groups] == [
        ("Implanted or worn electronics", ["A pacemaker"]),
        ("Brain and nerves", ["Epilepsy", "Facial palsy", "Migraine"]),
    ]


def test_condition_can_be_linked_to():
    assert _only(documents.condition(documents.rule("stop"))).anchor == "condition-it"


def test_condition_shows_its_strictest_rule_for_the_current():
    entry = _only(
        documents.condition(documents.rule("stop", modality="led"), documents.rule("ask"), documents.rule("wait"))
    )
    assert (entry.strictest.disposition.code, entry.strictest.applies_to) == ("ask", "")


def test_condition_about_something_else_says_what_it_is_about():
    entry = _only(
        documents.condition(documents.rule("limited", modality="heat"), documents.rule("stop", modality="led"))
    )
    assert (entry.strictest.disposition.code, entry.strictest.applies_to) == ("stop", "LED light")


@pytest.mark.parametrize(
    ("rule", "limits"),
    [
        (documents.rule("wait", wait_days=14), "At least 14 days."),
        (documents.rule("wait"), "Until it is over."),
        (documents.rule("limited", areas=["jaw", "neck"]), "Leave out: jaw and neck."),
        (documents.rule("limited", where_told=True), "Leave out the place where you have it."),
        (documents.rule("limited"), ""),
        (documents.rule("stop"), ""),
    ],
)
def test_limits_of_a_rule_in_words(rule, limits):
    assert _only(documents.condition(rule)).rules[0].limits == limits


def test_rule_says_why_what_to_do_and_who_says_so():
    rule = documents.rule("ask", reason="Nobody knows.", advice="Ask.", sources=["S1", "S2"])
    entry = _only(documents.condition(rule, what_to_do="Wait.", disagreement="7E differs."))
    assert (entry.what_to_do, entry.disagreement) == ("Wait.", "7E differs.")
    assert (entry.rules[0].reason, entry.rules[0].advice) == ("Nobody knows.", "Ask.")
    assert [citation.number for citation in entry.rules[0].citations] == [1, 2]


def _groups(records: dict):
    references = References({"source": {"S1": documents.source(), "S2": documents.source()}})
    return condition_groups(records, Typesetter(references, {}), references)


def _only(condition: dict):
    ((entry,),) = [group.conditions for group in _groups({"it": condition})]
    return entry
