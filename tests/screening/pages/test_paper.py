from screening.pages.paper import questionnaire_on_paper
from tests.screening.examples import checklist

PAPER = questionnaire_on_paper(checklist())
QUESTIONS = {question.text: question for question in PAPER.questions}
CONDITIONS = {condition.name: condition for condition in PAPER.conditions}


def test_every_question_stands_there_with_its_answers_and_where_they_lead():
    assert [question.number for question in PAPER.questions] == list(range(1, 11))
    asked = QUESTIONS["Have you had botulinum toxin?"]
    assert (asked.only_after, asked.why) == (None, "Why botulinum")
    assert [(answer.label, answer.means, answer.go_to) for answer in asked.answers] == [
        ("Has", ("A condition called botulinum",), (5, 6)),
        ("No to: Have you had botulinum toxin?", (), ()),
        ("I am not sure", (), ()),
    ]


def test_follow_ups_say_what_they_follow():
    when, where = QUESTIONS["When was it injected?"], QUESTIONS["Where was it injected?"]
    assert (when.only_after, when.is_date, [answer.label for answer in when.answers]) == (4, True, ["I am not sure"])
    assert (where.only_after, where.is_date, where.answers[2].label) == (4, False, "Around the eyes")


def test_not_sure_of_a_list_can_stand_beside_a_yes():
    hints = {question.text: question.answers[-1].hint for question in PAPER.questions}
    assert hints["Do you have any of these?"].startswith("You can select this beside what applies to you.")
    assert hints["Have you had botulinum toxin?"] == ""


def test_every_condition_says_the_strictest_of_any_device():
    """Alpha's label says never to use it with metal; our own rule says to ask."""
    metal = CONDITIONS["A condition called metal"]
    assert (metal.if_present.code, metal.if_unknown.code, metal.is_of_a_label) == ("stop", "ask", True)
    implant = CONDITIONS["A condition called implant"]
    assert (implant.if_present.code, implant.if_unknown.code, implant.is_of_a_label) == ("stop", "stop", False)


def test_reasons_limits_and_sources_stand_beside_it():
    botulinum = CONDITIONS["A condition called botulinum"]
    assert [(rule.disposition.code, rule.limits) for rule in botulinum.rules] == [
        ("wait", ("Wait 14 days from the date; if you are not sure when, from today.",)),
        ("limited", ("Leave out the place where you have it; if you are not sure where, all of face and neck.",)),
    ]
    assert (botulinum.rules[0].reason, botulinum.rules[0].advice) == ("Reason for wait.", "Advice on wait.")
    assert [source.title for source in botulinum.sources] == ["A clinic's advice"]
    assert [rule.limits for rule in CONDITIONS["A condition called thyroid"].rules] == [("Leave out: neck.",)]


def test_a_rule_about_something_else_than_the_current_says_so():
    (rule,) = CONDITIONS["A condition called melasma"].rules
    assert rule.applies_to == "Heat"
