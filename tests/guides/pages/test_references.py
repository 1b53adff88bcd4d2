from guides.pages.references import References
from tests.guides.pages import documents


def test_references_are_numbered_in_the_order_of_their_first_citation():
    references = References({"source": {"S1": documents.source(title="One"), "S2": documents.source(title="Two")}})
    cited = [references.cite("source", key) for key in ("S2", "S1", "S2")]
    assert [(citation.number, citation.anchor, citation.target, citation.is_first) for citation in cited] == [
        (1, "citation-1", "reference-1", True),
        (2, "citation-2", "reference-2", True),
        (1, "citation-3", "reference-1", False),
    ]
    assert [(reference.number, reference.title, reference.cited_at) for reference in references] == [
        (1, "Two", ["citation-1", "citation-3"]),
        (2, "One", ["citation-2"]),
    ]


def test_what_the_document_does_not_hold_cannot_be_cited():
    references = References({"source": {}})
    assert references.cite("source", "S1") is None
    assert references.cite("study", None) is None
    assert references.cite_all("source", ["S1"]) == []
    assert list(references) == []


def test_source_says_what_it_is_and_how_it_was_read():
    (reference,) = _cited(
        "source", documents.source(kind="press", read="second-hand", read_on="2026-11-22", url="https://example.org/a")
    )
    assert reference.facts == ("Press, retailer or blog, second-hand, read on 22 November 2026.",)
    assert reference.url == "https://example.org/a"


def test_source_without_a_day():
    (reference,) = _cited("source", documents.source())
    assert reference.facts == ("Maker's manual, read on the page itself.",)


def test_address_without_a_scheme_is_no_link():
    (reference,) = _cited("source", documents.source(url="javascript:alert(1)"))
    assert reference.url == ""


def test_study_says_who_what_and_who_paid():
    record = documents.study(
        journal="Clin Orthop",
        doi="10.1/x",
        pmid="7140077",
        funding="The maker.",
        retraction="not-retracted",
        retraction_checked_on="2026-11-01",
    )
    (reference,) = _cited("study", record)
    assert reference.byline == "Cheng N, et al. Clin Orthop, 1982."
    assert reference.facts == (
        "Cells or tissue in a dish: rat skin in a dish.",
        "Who paid: The maker.",
        "Retraction: not retracted when checked (1 November 2026).",
    )
    assert reference.identifiers == (
        ("DOI 10.1/x", "https://doi.org/10.1/x"),
        ("PMID 7140077", "https://pubmed.ncbi.nlm.nih.gov/7140077/"),
    )


def test_what_is_not_known_of_a_study_is_said():
    (reference,) = _cited("study", documents.study())
    assert reference.byline == "Cheng N, et al. 1982."
    assert reference.facts[1:] == ("Who paid: not known.", "Retraction: not checked.")
    assert reference.identifiers == ()


def _cited(kind: str, record: dict) -> References:
    references = References({kind: {"it": record}})
    references.cite(kind, "it")
    return references
