"""Promise 12: the page of every outcome, looked at; and a seeded fault that has to be found."""

import pytest

from guides.documents import Document
from screening.checklist import Checklist
from screening.engine import Disposition
from screening.page_proof import broken_by_pages, prove_pages, result_page
from screening.proofs import proofs_of
from screening.visit import Visit
from tests.screening import examples
from tests.screening.examples import alpha, beta, gamma, questionnaire, visit

METAL = {"metal": {"has"}}
METAL_PRESENT = "“Has” to “Do you have metal in your face?”"
METAL_UNSURE = "“I am not sure” to “Do you have metal in your face?”"
RETINOL = {"medicines": {"has"}}


def test_a_page_that_shows_what_it_may_breaks_nothing():
    assert list(broken_by_pages([visit(), visit(**METAL), visit(**RETINOL), visit(implant={"has"})])) == []


def test_the_page_of_every_distinct_outcome_of_the_example_keeps_the_promise():
    assert prove_pages(proofs_of(questionnaire(), [alpha(), beta(), gamma()])) == ()


def _spoiled(condition: Document, *devices: Document) -> list[str]:
    """What is found where ``condition`` stands in the place of the one of its key."""
    conditions = {**examples.conditions(), condition["key"]: condition}
    document = {**questionnaire(), "references": {"source": examples.SOURCES, "condition": conditions}}
    return [breach.message for breach in prove_pages(proofs_of(document, devices or [alpha(), beta(), gamma()]))]


COSTS = "It costs $199."


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        (
            {**examples.condition("spots", examples.rule("limited")), "what_to_do": COSTS},
            "“I am not sure” to “Do you have any of these?”",
        ),
        (examples.condition("metal", examples.rule("ask", reason=COSTS)), METAL_UNSURE),
        (examples.condition("metal", examples.rule("stop", advice=COSTS)), METAL_PRESENT),
        (
            examples.condition("botulinum", examples.rule("wait", wait_days=14, advice=COSTS)),
            "“Has” to “Have you had botulinum toxin?” and “I am not sure” to “When was it injected?” and "
            "“I am not sure” to “Where was it injected?”",
        ),
    ],
    ids=["what to do", "reason", "advice", "advice on a wait"],
)
def test_promise_12_every_sentence_is_read_by_somebody(spoiled, told):
    """Also those that stand on the page of no person who was picked for the dispositions alone."""
    assert _spoiled(spoiled) == [
        f"Someone who answers {told} would be shown a price outside of every recommendation: “{COSTS}”"
    ]


def test_promise_12_a_yes_beside_a_doubt_is_read_by_somebody():
    """An answer that only leads on is told to whoever doubts the rest of its list, and to nobody else."""
    document = questionnaire()
    skin = next(row for row in document["questions"] if row["key"] == "skin")
    skin["options"].insert(0, {"key": "other", "label": COSTS, "hint": "", "role": "affirms", "affirms": []})
    document["questions"].append({**document["questions"][2], "key": "heat", "ask_if": ["skin/other"]})
    (breach, *_) = prove_pages(proofs_of(document, [alpha(), beta(), gamma()]))
    assert "“I am not sure” to “Do you have any of these?”" in breach.message
    assert f"would be shown a price outside of every recommendation: “{COSTS}; " in breach.message


def test_promise_12_what_a_label_says_is_read_by_somebody():
    said = {**examples.label("metal", "ask"), "words": COSTS}
    (message,) = _spoiled(examples.condition("metal", examples.rule("ask")), {**beta(), "label": [said]})
    assert message.startswith(f"Someone who answers {METAL_UNSURE} would be shown a price outside of every ")


def test_promise_12_the_name_of_a_device_out_of_reach_is_read_by_somebody():
    """Nothing is told of it by any rule: only its place among those held back shows it."""
    dear = {**beta(), "title": "Beta, $299"}
    found = _spoiled(examples.condition("metal", examples.rule("ask")), alpha(), dear)
    assert sorted(message.partition(" would be shown ")[2] for message in found) == [
        "a price outside of every recommendation: “Alpha, Beta, $299”",
        "a price outside of every recommendation: “Beta, $299”",
    ]


def test_promise_12_no_page_leads_to_a_source_which_may_be_a_shop():
    shops = {key: {**source, "url": f"https://shop.example/{key}"} for key, source in examples.SOURCES.items()}
    document = {**questionnaire(), "references": {"source": shops, "condition": examples.conditions()}}
    sold = {**alpha(), "references": {**alpha()["references"], "source": shops}}
    proofs = proofs_of(document, [sold])
    check = Checklist(examples.edition(document), proofs.check, {"alpha": sold})
    page = result_page(visit(check, **METAL))
    assert ("A clinic&#x27;s advice" in page, "Alpha manual" in page, "shop.example" in page) == (True, True, False)
    assert prove_pages(proofs) == ()


def test_m12_a_card_in_the_wrong_branch_is_found():
    """The template of somebody who may use everything, shown to somebody who should ask first."""

    def wrong(person: Visit) -> str:
        return result_page(visit().preferring(person.preferences))

    found = list(broken_by_pages([visit(**METAL)], wrong))
    assert {breach.promise for breach in found} == {12}
    told = "Someone who answers “Has” to “Do you have metal in your face?” would be shown "
    assert {breach.message.removeprefix(told) for breach in found} == {
        *(f"a recommendation of “{title}”, which is out of reach." for title in ("Alpha", "Beta", "Gamma")),
        *(
            f"a way to /devices/the-{key}/, which is neither a device within reach nor a page about the check."
            for key in ("alpha", "beta", "gamma")
        ),
    }
    assert found[0].answers == visit(**METAL).answers


@pytest.mark.parametrize(
    ("added", "wrong"),
    [
        ("<p>Alpha, now $99</p>", "a price outside of every recommendation: “Alpha, now $99”"),
        (
            '<a href="https://shop.example/alpha">Buy</a>',
            "a way to https://shop.example/alpha, which is neither a device within reach nor a page about the check.",
        ),
        ("<p>Alpha, 99 € only</p>", "a price outside of every recommendation: “Alpha, 99 € only”"),
        ("<p>See www.shop.example</p>", "an address outside of every recommendation: “See www.shop.example”"),
        (
            '<form action="/basket/"></form>',
            "a way to /basket/, which is neither a device within reach nor a page about the check.",
        ),
        ('<li class="recommended"><h3>Beta</h3></li>', "a recommendation of “Beta”, which is out of reach."),
    ],
)
def test_what_a_page_must_not_show_is_found(added, wrong):
    person = visit(**METAL)
    (breach,) = broken_by_pages([person], lambda person: result_page(person) + added)
    assert breach.message.endswith(wrong)


def test_a_device_of_a_mixed_result_is_out_of_reach_alone():
    person = visit(**RETINOL)
    judged = {each.device.title: each.disposition for each in person.assessment.devices}
    assert judged["Alpha"] is Disposition.WAIT
    added = '<a href="/devices/the-alpha/">Alpha</a><a href="/devices/the-beta/">Beta</a>'
    (breach,) = broken_by_pages([person], lambda person: result_page(person) + added)
    assert "a way to /devices/the-alpha/" in breach.message
