import datetime as dt

import pytest

from guides.models import DeviceFact
from guides.pages.device import device_page, device_summary
from tests.guides.pages import documents

SOURCES = {"source": {"S1": documents.source()}}


def test_value_stands_with_who_says_so_the_day_and_the_source():
    row = documents.fact("output", "80 to 400 µA", "regulator", source="S1", as_of="2018-10-11", note="Of the Plus.")
    fact = _facts(row)["output"]
    assert (fact.name, fact.value, fact.basis, fact.as_of, fact.note, fact.citation.number) == (
        "Output",
        "80 to 400 µA",
        "Regulator's record",
        dt.date(2018, 10, 11),
        "Of the Plus.",
        1,
    )


@pytest.mark.parametrize(
    ("basis", "words"),
    [("not-disclosed", "Not disclosed by the maker"), ("unverified", "We could not verify this")],
)
def test_unknown_is_shown_as_unknown(basis, words):
    fact = _facts(documents.fact("output", "", basis))["output"]
    assert (fact.value, fact.basis) == ("", words), "design.md 8: what is unknown is shown as unknown."


def test_value_of_a_fact_that_nobody_verified_is_not_shown_as_known():
    assert _facts(documents.fact("output", "600 µA", "unverified"))["output"].value == ""


def test_fact_without_a_row_is_said_to_be_unknown():
    facts = device_page(documents.device()).facts
    assert [fact.code for fact in facts] == DeviceFact.Name.values
    assert {(fact.value, fact.basis) for fact in facts} == {("", "We could not verify this")}


def test_facts_of_one_name_stand_together_in_the_fixed_order():
    rows = [
        documents.fact("price", "$299", "reported"),
        documents.fact("output", "80 µA"),
        documents.fact("price", "$325", "reported"),
    ]
    facts = [fact for fact in device_page(documents.device(facts=rows)).facts if fact.value]
    assert [fact.value for fact in facts] == ["80 µA", "$299", "$325"]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (documents.fact("clearance", "Cleared, K181008", "regulator"), "clearances"),
        (documents.fact("output", "80 µA"), "on_record"),
        (documents.fact("output", "80 µA", "measured"), "on_record"),
        (documents.fact("price", "$379", "reported"), "said_by_others"),
        (documents.fact("price", "", "unverified"), "unknown"),
        (documents.fact("clearance", "", "unverified"), "unknown"),
    ],
)
def test_fact_stands_where_its_basis_belongs(row, place):
    page = device_page(documents.device(facts=[row]))
    places = ("clearances", "on_record", "said_by_others", "unknown")
    named = {name: [fact for fact in getattr(page, name) if fact.code == row["name"]] for name in places}
    assert [name for name, found in named.items() if found] == [place]


def test_areas_that_the_check_leaves_out_are_told_apart():
    areas = device_page(documents.device(areas=["cheeks", "neck"])).areas
    assert [words for words, is_considered in areas if is_considered] == ["Cheeks", "Neck"]
    assert len(areas) == 7


def test_areas_that_nobody_names_are_not_shown_as_no():
    assert device_page(documents.device(areas=[])).areas == []


@pytest.mark.parametrize(
    ("rows", "zones", "are_modes_known"),
    [
        ([], [], False),
        ([documents.fact("zones", "", "unverified"), documents.fact("other-modes", "", "unverified")], [], False),
        ([documents.fact("zones", "Face only"), documents.fact("other-modes", "LED light")], ["Face only"], True),
    ],
)
def test_whether_somebody_says_what_the_check_counts_or_we_assume_it(rows, zones, are_modes_known):
    page = device_page(documents.device(facts=rows, areas=["jaw"]))
    assert ([fact.value for fact in page.zones], page.are_modes_known) == (zones, are_modes_known), (
        "design.md 8: what is unknown is shown as unknown."
    )


def test_what_can_be_left_off_is_said():
    modalities = [{"modality": "microcurrent", "optional": False}, {"modality": "led", "optional": True}]
    assert device_page(documents.device(modalities=modalities)).modalities == [
        "Microcurrent",
        "LED light (can be left off)",
    ]


def test_label_is_shown_the_strictest_first():
    conditions = {
        "epilepsy": documents.condition(documents.rule("stop")),
        "thyroid": documents.condition(documents.rule("limited"), name="thyroid nodules"),
    }
    label = [
        documents.label_line("thyroid", "limited", areas=["neck"], words="Neck may be unsafe.", locator="p. 6"),
        documents.label_line("epilepsy", "stop", source="S1"),
    ]
    page = device_page(documents.device(label=label, references={**SOURCES, "condition": conditions}))
    assert [(line.condition, line.disposition.code, line.limits, line.locator) for line in page.label] == [
        ("Epilepsy", "stop", "", ""),
        ("Thyroid nodules", "limited", "Leave out: neck.", "p. 6"),
    ]
    assert page.label[0].citation.number == 1


def test_label_that_forbids_the_place_itself():
    records = {"condition": {"mole": documents.condition(documents.rule("limited"), name="a mole")}}
    label = [documents.label_line("mole", "limited", where_told=True)]
    (line,) = device_page(documents.device(label=label, references=records)).label
    assert line.limits == "Leave out the place where you have it."


def test_label_on_file_is_cited():
    page = device_page(documents.device(label_source="S1", label_read_on="2026-11-22", references=SOURCES))
    assert (page.label_citation.title, page.label_read_on) == ("Manual", dt.date(2026, 11, 22))


def test_label_not_on_file():
    assert device_page(documents.device()).label_citation is None


def test_summary_of_a_device():
    facts = [documents.fact("output", "", "not-disclosed"), documents.fact("zones", "Face only")]
    modalities = [{"modality": "microcurrent", "optional": False}, {"modality": "led", "optional": True}]
    summary = device_summary(
        documents.device(facts=facts, modalities=modalities, areas=["jaw", "neck"], label_source="S1")
    )
    assert (summary.title, summary.slug, summary.maker, summary.is_reference) == ("Wave", "wave", "Wave Ltd", False)
    assert summary.sold_as == "Microcurrent"
    assert [(fact.value, fact.basis) for fact in summary.output] == [("", "Not disclosed by the maker")]
    assert [fact.value for fact in summary.zones] == ["Face only"]
    assert summary.label_is_on_file


def _facts(*rows: dict) -> dict:
    return {fact.code: fact for fact in device_page(documents.device(facts=list(rows), references=SOURCES)).facts}
