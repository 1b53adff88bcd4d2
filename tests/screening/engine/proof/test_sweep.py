from collections import Counter

from hypothesis import given, settings

from screening.engine.assess import assess
from screening.engine.model import Check, Disposition
from screening.engine.proof.device import DeviceSweep
from tests.screening.engine.checks import TODAY, check, checks, device, every_answer_set, rule, several, where, yes_no


def one_by_one(check: Check, index: int) -> Counter[Disposition]:
    return Counter(assess(check, answers, TODAY).devices[index].disposition for answers in every_answer_set(check))


def swept(check: Check, index: int) -> Counter[Disposition]:
    counted: Counter[Disposition] = Counter()
    for (person,), tally in DeviceSweep(check, check.devices[index]).everybody().items():
        counted[person.outcome.settled(check.devices[index])] += tally.count
    return counted


@given(checks())
@settings(max_examples=50, deadline=None)
def test_everybody_counts_as_brute_force_does(random_check):
    for index in range(len(random_check.devices)):
        assert swept(random_check, index) == one_by_one(random_check, index)


@given(checks())
@settings(max_examples=50, deadline=None)
def test_everybody_gives_examples_that_the_engine_judges_alike(random_check):
    for index, judged in enumerate(random_check.devices):
        for (person,), tally in DeviceSweep(random_check, judged).everybody().items():
            assessed = assess(random_check, tally.answers, TODAY)
            assert assessed.complete
            assert assessed.devices[index].disposition == person.outcome.settled(judged)


def test_everybody_counts_boxes_and_areas():
    questionnaire = check(
        several("skin", "acne", "wound"),
        where("acne-where", "acne", after="skin", if_=("acne",)),
        devices=(device("mini", rule("acne", "LIMITED", where_told=True), rule("wound", "WAIT")),),
    )
    # none 1, not sure 1, wound 1, acne with 3 choices of area or not sure 4, acne and wound 4; with a doubt 1, 4 and 4
    assert sum(swept(questionnaire, 0).values()) == 20
    assert swept(questionnaire, 0) == {
        Disposition.SUITABLE: 1,
        Disposition.LIMITED: 3,
        Disposition.WAIT: 4 + 3,
        Disposition.ASK: 3 + 1 + 4 + 1,
    }


def test_everybody_is_exact_beyond_what_can_be_enumerated():
    questions = [yes_no(f"q{n}", f"c{n}") for n in range(40)]
    rules = [rule(f"c{n}", "STOP") for n in range(40)]
    counted = swept(check(*questions, devices=(device("mini", *rules),)), 0)
    assert counted == {Disposition.SUITABLE: 1, Disposition.ASK: 2**40 - 1, Disposition.STOP: 3**40 - 2**40}
