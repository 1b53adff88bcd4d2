import datetime as dt

from guides.pages.claim import FACETS, ClaimEntry, claim_entries, claim_page
from guides.pages.records import Held
from tests.guides.pages import documents

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def test_page_shows_the_same_grade_as_the_claim_carries():
    claim = documents.claim(documents.evidence(study="a"), grade="very-low")
    document = documents.guide(references={"claim": {"lifts": claim}, "study": {"a": documents.study()}})
    page = claim_page("lifts", document, {}, stated_on=TODAY, today=TODAY)
    assert (page.row.grade.code, page.graded.grade.code) == ("very-low", "very-low")
    assert [side.heading for side in page.sides] == ["What speaks for it"]
    assert len(page.stale) == 1


def test_explanation_can_lead_to_other_claims_and_to_guides():
    html = '<p><a href="claim:other">it</a> and <a href="guide:gel">gel</a></p>'
    document = documents.guide(references={"claim": {"lifts": documents.claim(explanation=html)}})
    page = claim_page("lifts", document, {("guide", "gel"): "/guides/gel/"}, stated_on=TODAY, today=TODAY)
    assert page.row.explanation == '<p><a href="/claims/other/">it</a> and <a href="/guides/gel/">gel</a></p>'


def test_claims_stand_in_the_order_of_the_alphabet():
    entries = _entries(b=documents.claim(statement="you feel it"), a=documents.claim(statement="Zinc helps"))
    assert [entry.key for entry in entries] == ["b", "a"]


def test_study_that_bears_twice_on_a_claim_is_one_study():
    (entry,) = _entries(a=documents.claim(documents.evidence(study="x"), documents.evidence(study="x")))
    assert entry.studies == 1


def test_claims_are_found_by_verdict_grade_and_age():
    open_one, decided = _entries(a=documents.claim(statement="A", verdict=""), b=documents.claim(statement="B"))
    assert [_said(decided, name) for name in ("verdict", "grade", "stale")] == [["unproven"], ["very-low"], ["no"]]
    assert _said(open_one, "verdict") == []


def _entries(**claims: dict) -> list[ClaimEntry]:
    studies = {"x": Held("x", documents.study(), NOW)}
    return claim_entries({key: Held(key, record, NOW) for key, record in claims.items()}, studies, today=TODAY)


def _said(entry: ClaimEntry, name: str) -> list[str]:
    (facet,) = (facet for facet in FACETS if facet.name == name)
    return list(facet.values(entry))
