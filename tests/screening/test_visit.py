from dataclasses import replace

import pytest

from screening.checklist import Checklist
from screening.engine import decode
from screening.visit import Visit
from tests.screening.examples import NO, beta, edition, questionnaire, visit

HAS = frozenset({"has"})


def test_the_first_question_without_an_answer_is_where_one_is():
    assert begun().here == "/check/1/"
    assert begun("implant", "feeding").here == "/check/3/"
    assert visit().here == "/check/answers/"


def test_an_answer_that_opens_a_question_leads_to_it():
    changed = visit().answering(visit().checklist.check.question("botulinum"), HAS)
    assert changed.here == "/check/5/"
    assert changed.after(visit()) == "/check/5/"


def test_steps_can_be_reached_up_to_the_first_without_an_answer():
    person = begun("implant", "feeding")
    reached = {number: question.key for number in range(12) if (question := person.step(number))}
    assert reached == {1: "implant", 2: "feeding", 3: "fever"}


def test_who_has_answered_everything_can_go_to_every_step_of_their_path():
    assert [number for number in range(12) if visit().step(number)] == [1, 2, 3, 4, 5, 6, 7]


def test_an_answer_that_decides_everything_leads_to_the_outcome():
    before = begun()
    after = before.answering(before.checklist.check.question("implant"), HAS)
    assert after.after(before) == "/check/result/"


@pytest.mark.parametrize("answer", [HAS, frozenset({"none"})])
def test_an_outcome_that_was_decided_before_does_not_interrupt_again(answer):
    before = replace(begun(), answers={"implant": HAS})
    after = before.answering(before.checklist.check.question("feeding"), answer)
    assert after.after(before) == "/check/3/"


def test_the_outcome_can_be_seen_at_the_end_or_when_it_is_decided():
    assert not begun("implant").has_outcome
    assert replace(begun(), answers={"implant": HAS}).has_outcome
    assert visit().has_outcome


def test_answers_off_the_path_are_kept_for_coming_back():
    check = visit().checklist.check
    person = visit(botulinum={"has"}, when=5, where={"jaw"})
    without = person.answering(check.question("botulinum"), frozenset({"none"}))
    assert [question.key for question in without.walked.questions][3:5] == ["botulinum", "metal"]
    again = without.answering(check.question("botulinum"), HAS)
    assert again.walked.answers["where"] == {"jaw"}
    assert again.here == "/check/answers/"


def test_nothing_has_stopped_anybody_before_they_could_see_it():
    assert replace(begun(), answers={"metal": HAS}).stopped_by == set(), "One device's label; the rest is open."
    assert visit(metal=HAS).stopped_by == {"metal"}
    assert replace(begun(), answers={"implant": HAS}).stopped_by == {"implant"}
    assert visit().stopped_by == set()


def test_what_is_changed_after_a_stop_is_known():
    stopped = replace(begun(), answers={"implant": HAS})
    implant, feeding = (stopped.checklist.check.question(key) for key in ("implant", "feeding"))
    assert stopped.has_to_be_sure(implant)
    sure = stopped.asked_whether_sure()
    assert not sure.has_to_be_sure(implant)
    assert not sure.answering(feeding, HAS).changed_after_stop
    assert not sure.answering(implant, HAS).changed_after_stop
    assert sure.answering(implant, NO["implant"]).changed_after_stop


def test_what_led_to_the_question_that_stopped_them_counts_as_what_stopped_them():
    document = questionnaire()
    implant, *others = document["questions"]
    document["questions"] = [*others, implant | {"ask_if": ["metal/has"]}]
    devices = {"beta": beta()}
    check = Checklist(edition(document), decode(document, devices.values()), devices)
    stopped = visit(check, metal=HAS, implant=HAS)
    assert stopped.stopped_by == {"metal", "implant"}
    sure = stopped.asked_whether_sure()
    assert sure.answering(check.check.question("metal"), NO["metal"]).changed_after_stop


def begun(*answered: str) -> Visit:
    """Somebody who has said no to these questions and has not come further."""
    return replace(visit(), answers={key: NO[key] for key in answered})
