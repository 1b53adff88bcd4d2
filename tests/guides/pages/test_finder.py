import pytest

from guides.documents import Document
from guides.pages.facets import UNKNOWN
from guides.pages.finder import FACETS
from tests.guides.pages import documents

MODALITIES = [{"modality": "microcurrent", "optional": False}, {"modality": "led", "optional": True}]


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("maker", {"maker": "Wave Ltd"}, {"wave-ltd": "Wave Ltd"}),
        (
            "area",
            {"areas": ["jaw", "cheeks", "neck"], "facts": [documents.fact("zones", "Face and neck")]},
            {"face": "Face", "neck": "Neck"},
        ),
        ("area", {"areas": ["cheeks"], "facts": [documents.fact("zones", "Face")]}, {"face": "Face"}),
        (
            "does",
            {"modalities": MODALITIES, "facts": [documents.fact("other-modes", "LED light")]},
            {"microcurrent": "Microcurrent", "led": "LED light"},
        ),
        ("app", {"app": "optional"}, {"optional": "Can be used, not needed"}),
        ("output", {"facts": [documents.fact("output", "80 µA")]}, {"published": "A figure is published"}),
        (
            "output",
            {"facts": [documents.fact("output", "", "not-disclosed")]},
            {"not-disclosed": "Not disclosed by the maker"},
        ),
        ("record", {"facts": [documents.fact("clearance", "Cleared, K1")]}, {"known": "On file"}),
        ("label", {"label_source": "S1"}, {"on-file": "On file"}),
        ("price", {"facts": [documents.fact("price", "$299")]}, {"known": "Known, with a date or without"}),
    ],
)
def test_what_is_known_of_a_device(name, fields, said):
    assert _said(name, documents.device(**fields)) == said


@pytest.mark.parametrize("name", ["area", "does", "app", "output", "record", "label", "price"])
def test_what_is_not_known_is_a_value_of_its_own(name):
    assert list(_said(name, documents.device())) == [UNKNOWN], "design.md 8: what is unknown is shown as unknown."


def test_areas_that_only_we_assume_are_not_known():
    unverified = documents.device(areas=["jaw", "neck"], facts=[documents.fact("zones", "", "unverified")])
    assert _said("area", unverified) == {UNKNOWN: "Not known"}, "design.md 8: what is unknown is shown as unknown."


def test_modes_that_only_we_assume_are_not_known():
    unverified = documents.device(modalities=MODALITIES, facts=[documents.fact("other-modes", "", "unverified")])
    assert _said("does", unverified) == {"microcurrent": "Microcurrent", UNKNOWN: "Other modes not known"}, (
        "design.md 8: what is unknown is shown as unknown."
    )


def test_edition_from_before_the_question_about_apps_does_not_answer_it():
    document = documents.device()
    del document["app"]
    assert list(_said("app", document)) == [UNKNOWN]


def _said(name: str, document: Document) -> dict[str, str]:
    (facet,) = (facet for facet in FACETS if facet.name == name)
    return facet.values(document)
