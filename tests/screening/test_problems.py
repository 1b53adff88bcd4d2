"""Checks of the starter questionnaire with one thing spoiled at a time, and of what it is proved with."""

import copy
import datetime as dt

import pytest

from guides.documents import sha256
from guides.models import Approval, Condition, Edition, Withdrawal
from guides.problems import Level, blockers, problems
from screening.policy import STOP_CONDITIONS
from screening.problems import moments
from tests import factories


@pytest.fixture(autouse=True)
def one_device(starter, at) -> None:
    """It takes no more to find a fault, and all of them are proved where nothing is spoiled (test_starter.py)."""
    by = factories.user("wilma")
    for edition in Edition.objects.of("device").exclude(key="nuface-mini"):
        Withdrawal.objects.create(edition=edition, at=at, by=by, reason="Old.", advice="None.")


def questionnaire() -> dict:
    """Without the scenarios that name other devices."""
    document = copy.deepcopy(Edition.objects.get(kind="questionnaire").document)
    document["scenarios"] = [each for each in document["scenarios"] if each["expects"].keys() <= {"every"}]
    return document


def question(document: dict, key: str) -> dict:
    return next(question for question in document["questions"] if question["key"] == key)


def rules(document: dict, condition: str) -> list[dict]:
    return document["references"]["condition"][condition]["rules"]


def approved(document: dict, at) -> dict:
    """Approved in its present form, so that nothing but what the test spoils is found."""
    Approval.objects.create(
        kind="questionnaire",
        key=document["key"],
        sha256=sha256(document),
        by=factories.user("reviewer"),
        at=at,
        credential="Physiotherapist",
        conflict_of_interest="None.",
    )
    return document


def codes(document: dict, at) -> set[str]:
    return {problem.code for problem in blockers(problems(approved(document, at), at=at))}


def test_every_condition_we_promise_to_stop_is_a_stop_condition():
    assert set(Condition.objects.filter(key__in=STOP_CONDITIONS, must_stop=True).values_list("key", flat=True)) == set(
        STOP_CONDITIONS
    ), "Design, section 1: it flags pacemakers, pregnancy, epilepsy and implants before any device is recommended."


def test_a_question_without_its_words(at):
    document = questionnaire()
    question(document, "age")["why"] = ""
    (found,) = blockers(problems(approved(document, at), at=at))
    assert (found.code, found.where, found.message) == (
        "question-incomplete",
        "questions[0].why",
        "“age” has no “why we ask”.",
    )


def test_a_question_without_not_sure(at):
    document = questionnaire()
    asked = question(document, "age")
    asked["options"] = [option for option in asked["options"] if option["role"] != "unsure"]
    assert "not-sure-missing" in codes(document, at), "Design, section 6: every question offers “I am not sure”."


def test_a_question_without_a_no(at):
    document = questionnaire()
    asked = question(document, "age")
    asked["options"] = [option for option in asked["options"] if option["role"] != "denies"]
    assert "no-missing" in codes(document, at)


def test_a_questionnaire_without_questions(at):
    document = questionnaire()
    document["questions"] = []
    assert {"no-questions", "stop-condition-not-asked", "promise-6"} <= codes(document, at)


def test_a_stop_condition_without_a_question_of_its_own(at):
    document = questionnaire()
    document["questions"] = [q for q in document["questions"] if q["key"] != "hearing-implant"]
    found = blockers(problems(approved(document, at), at=at))
    assert "stop-condition-not-asked" in {problem.code for problem in found}, (
        "Design, section 6: the stop conditions each have a question of their own."
    )


def test_a_stop_condition_asked_about_among_others(at):
    document = questionnaire()
    question(document, "hearing-implant")["kind"] = "several"
    assert codes(document, at) == {"stop-condition-not-asked"}


def test_a_stop_condition_that_is_no_longer_one(at):
    document = questionnaire()
    document["references"]["condition"]["pregnancy"]["must_stop"] = False
    assert codes(document, at) == {"stop-condition-softened"}


def test_a_broken_promise_names_a_person_it_would_fail(at):
    document = questionnaire()
    document["references"]["condition"]["metal-in-face"]["must_stop"] = True
    found = [problem for problem in blockers(problems(approved(document, at), at=at)) if problem.code == "promise-1"]
    assert [problem.message for problem in found if " NuFACE Mini " in problem.message] == [
        "Someone who answers “A metal plate, screw, pin, mesh or other metal in the face, jaw, skull or neck” to “Do "
        "you have any of these metal parts or implants?” and “I am not sure” to “Where in your face or neck is the "
        "metal or the implant?” would be shown NuFACE Mini as ask: a stop condition that they have does not stop it. "
        "(395,607,996,933,555,823,350,584,338,022,400 sets of answers.)"
    ]


def test_a_scenario_that_comes_out_differently(at):
    document = questionnaire()
    document["scenarios"][0]["expects"] = {"every": {"disposition": "stop"}}
    found = blockers(problems(approved(document, at), at=at))
    assert {problem.code for problem in found} == {"scenario-fails"}
    assert found[0].where == f"scenarios.{document['scenarios'][0]['key']}"


def test_a_questionnaire_that_cannot_be_followed(at):
    document = questionnaire()
    question(document, "age")["ask_if"] = ["a/has", "b/has"]
    found = blockers(problems(approved(document, at), at=at))
    assert "undecodable" in {problem.code for problem in found}


def test_a_questionnaire_that_nobody_has_approved(at):
    document = questionnaire()
    document["introduction"] = "Changed."
    found = blockers(problems(document, at=at))
    assert [problem.code for problem in found] == ["not-approved"], (
        "Rule 5.4: a questionnaire cannot go live without a second person's approval, except the starter one."
    )
    assert codes(document, at) == set()


def test_a_questionnaire_of_which_a_part_was_approved(at):
    document = questionnaire()
    document["introduction"] = "Changed."
    statements = {"credential": "Physiotherapist", "conflict_of_interest": "None.", "scope": "question 3 only"}
    named = {"kind": "questionnaire", "key": document["key"], "sha256": sha256(document)}
    Approval.objects.create(**named, by=factories.user("reviewer"), at=at, **statements)
    found = blockers(problems(document, at=at))
    assert [problem.code for problem in found] == ["not-approved"], "Rule 5.4: a part is not the whole."


def test_a_second_questionnaire(at):
    document = {**questionnaire(), "key": "another", "slug": "another", "title": "A second check"}
    assert "not-approved" in {problem.code for problem in blockers(problems(document, at=at))}, (
        "Rule 5.4: only the first questionnaire of all goes live without a second person's approval."
    )
    (found,) = blockers(problems(approved(document, at), at=at))
    assert (found.code, found.message) == (
        "another-questionnaire",
        "People are judged by another questionnaire: “Check before you use a facial microcurrent device”.",
    )


def test_a_second_questionnaire_before_one_that_is_scheduled(at):
    document = questionnaire()
    schedule({**document, "key": "another", "slug": "another", "title": "A second check"}, at, in_days=30)
    assert codes(document, at) == {"another-questionnaire"}


def device(key: str) -> dict:
    return copy.deepcopy(Edition.objects.get(kind="device", key=key).document)


def with_gout(document: dict) -> dict:
    """A label that names something the questionnaire does not ask about."""
    document["references"]["condition"]["gout"] = {"name": "gout", "must_stop": False, "rules": []}
    document["label"].append({**document["label"][0], "condition": "gout"})
    return document


def test_a_device_is_proved_with_the_live_questionnaire(at):
    document = device("nuface-mini")
    assert blockers(problems(document, at=at)) == []
    found = blockers(problems(with_gout(document), at=at))
    assert {problem.code for problem in found} == {"promise-6"}
    assert found[0].message.startswith("The rule on “gout” for ")


def test_rules_without_a_day_of_review(at):
    (found,) = blockers(problems(approved({**questionnaire(), "review_by": None}, at), at=at))
    assert (found.code, found.where, str(found)) == (
        "review-missing",
        "review_by",
        "No day is named by which the rules are to be reviewed. Name one: after it nothing is recommended.",
    )


def test_rules_whose_day_of_review_is_past(at):
    (found,) = problems(approved({**questionnaire(), "review_by": "2026-11-21"}, at), at=at)
    assert (found.code, found.level) == ("review-past", Level.WARNING)


def schedule(document: dict, at: dt.datetime, *, in_days: int) -> None:
    """``document`` as its next edition, decided before ``at`` and live so many days later."""
    live_from = at + dt.timedelta(days=in_days)
    fields = {"slug": document["slug"], "document": document, "sha256": sha256(document), "live_from": live_from}
    factories.edition(document["kind"], document["key"], 2, at=at, **fields)


def test_a_questionnaire_is_proved_with_a_device_that_is_scheduled(at):
    schedule(with_gout(device("nuface-mini")), at, in_days=30)
    assert codes(questionnaire(), at) == {"promise-6", "scenario-fails"}, "Design 1: proved for all it will meet."


def test_a_device_is_proved_with_a_questionnaire_that_is_scheduled(at):
    silent = questionnaire()
    silent["questions"] = [q for q in silent["questions"] if q["key"] != "hearing-implant"]
    schedule(silent, at, in_days=30)
    found = blockers(problems(device("nuface-mini"), at=at))
    assert {problem.code for problem in found} == {"promise-6"}
    assert len(found) == len(set(found))


def test_moments_are_those_at_which_something_else_is_judged(at):
    first, second = at + dt.timedelta(days=1), at + dt.timedelta(days=2)
    factories.edition("device", "later", at=at, live_from=second)
    factories.edition("guide", "not-judged", at=at, live_from=first)
    factories.edition("questionnaire", "sooner", at=at, live_from=first)
    assert moments(at) == [at, first, second]
    assert moments(second) == [second]
