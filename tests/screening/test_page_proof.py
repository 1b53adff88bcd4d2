"""Promise 12: the page of every outcome, looked at; and a seeded fault that has to be found."""

import pytest

from screening.engine import Disposition
from screening.page_proof import broken_by_pages, prove_pages, result_page
from screening.visit import Visit
from tests.screening.examples import checklist, visit

METAL = {"metal": {"has"}}
RETINOL = {"medicines": {"has"}}


def test_a_page_that_shows_what_it_may_breaks_nothing():
    assert list(broken_by_pages([visit(), visit(**METAL), visit(**RETINOL), visit(implant={"has"})])) == []


def test_the_page_of_every_distinct_outcome_of_the_example_keeps_the_promise():
    assert prove_pages(checklist()) == ()


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
            f"a way to /devices/the-{key}/, which is neither a device within reach nor the source of a reason."
            for key in ("alpha", "beta", "gamma")
        ),
    }
    assert found[0].answers == visit(**METAL).answers


@pytest.mark.parametrize(
    ("added", "wrong"),
    [
        ("<p>Alpha, now $99</p>", "a price outside of every recommendation, in US dollars."),
        (
            '<a href="https://shop.example/alpha">Buy</a>',
            "a way to https://shop.example/alpha, which is neither a device within reach nor the source of a reason.",
        ),
        (
            '<form action="/basket/"></form>',
            "a way to /basket/, which is neither a device within reach nor the source of a reason.",
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
