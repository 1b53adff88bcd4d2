from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from screening.engine import PROMISES, decode, distinct_outcomes, prove
from screening.page_proof import PROMISE
from screening.promises import NOT_PROVED
from tests import factories
from tests.screening import examples
from tests.screening.live import publish

pytestmark = pytest.mark.django_db


def proved(*options: str) -> list[str]:
    out = StringIO()
    try:
        call_command("prove", *options, stdout=out)
    except CommandError as error:
        out.write(f"failed: {error}")
    return out.getvalue().splitlines()


def test_prove_without_a_questionnaire():
    assert proved() == ["failed: No questionnaire is live."]
    assert proved("--draft") == ["failed: There is no draft of a questionnaire."]


def test_prove_prints_each_promise_with_what_it_was_held_over():
    documents = [examples.questionnaire(), examples.alpha(), examples.beta()]
    for document in documents:
        publish(document)
    check = decode(documents[0], documents[1:])
    sets, outcomes = prove(check).answer_sets, len(list(distinct_outcomes(check)))
    *lines, seconds = proved()
    assert lines == [
        "Check first, edition 1, with 2 devices",
        *(f"{number}. {words} Held over {sets:,} sets of answers." for number, words in PROMISES.items()),
        f"12. {PROMISE} Held over the pages of every answer and of {outcomes} distinct outcomes.",
        NOT_PROVED,
    ]
    assert seconds.endswith(" seconds")


def test_prove_tells_a_breach_as_a_person_and_fails():
    implant = examples.condition("implant", examples.rule("ask"), must_stop=True)
    conditions = {**examples.conditions(), "implant": implant}
    publish({**examples.questionnaire(), "references": {"condition": conditions}})
    publish(examples.beta())
    lines = proved()
    assert lines[1].startswith(f"1. {PROMISES[1]} Broken over ")
    assert lines[2].startswith("   Someone who answers “Has” to “Do you have an implant?” would be shown Beta as ask: ")
    assert lines[-1] == "failed: Promises broken: 1."


def test_prove_tells_what_a_page_must_not_show():
    conditions = {**examples.conditions(), "metal": examples.condition("metal", examples.rule("ask", advice="Pay $9."))}
    publish({**examples.questionnaire(), "references": {"condition": conditions, "source": examples.SOURCES}})
    publish(examples.beta())
    lines = proved()
    assert lines[12:14] == [
        f"12. {PROMISE} Broken over the pages of every answer and of 5 distinct outcomes.",
        "   Someone who answers “I am not sure” to “Do you have metal in your face?” would be shown a price outside of "
        "every recommendation: “Pay $9.”",
    ]
    assert lines[-1] == "failed: Promises broken: 1."


def test_prove_the_draft():
    factories.question(factories.questionnaire(), "baby")
    assert proved("--draft")[0] == "Suitability check, the draft, with 0 devices"
    assert proved("--draft")[-1] == "failed: Promises broken: 1."


def test_prove_a_draft_without_questions():
    factories.questionnaire()
    assert proved("--draft")[1] == "1. " + PROMISES[1] + " Held over 1 sets of answers."
