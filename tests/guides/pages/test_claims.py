from guides.pages.claims import claim_row
from guides.pages.prose import Typesetter
from guides.pages.references import References
from tests.guides.pages import documents

RECORDS = {"study": {"cheng": documents.study()}, "source": {"S1": documents.source()}}


def test_claim_has_an_anchor_a_verdict_a_grade_and_an_explanation():
    row = _row(documents.claim(verdict="partly", grade="low"))
    assert (row.anchor, row.statement, row.verdict.words, row.grade.words, row.method) == (
        "claim-lifts",
        "It lifts",
        "Partly supported",
        "Low",
        1,
    )
    assert row.explanation == "<p>Nobody has measured it.</p>"


def test_finding_of_a_study_names_its_design():
    (finding,) = _row(documents.claim(documents.evidence(study="cheng", stance="against"))).findings
    assert (finding.stance, finding.stance_words, finding.design, finding.is_direct, finding.citation.number) == (
        "against",
        "Against",
        "Cells or tissue in a dish",
        False,
        1,
    )


def test_finding_of_a_source_has_no_design():
    (finding,) = _row(documents.claim(documents.evidence(source="S1", stance="neither", direct=True))).findings
    assert (finding.stance_words, finding.design, finding.is_direct) == ("Neither way", "", True)


def test_explanation_is_cited_before_the_findings():
    explanation = '<p><a href="source:S1">It</a></p>'
    row = _row(documents.claim(documents.evidence(study="cheng"), explanation=explanation))
    assert "[1]" in row.explanation
    assert row.findings[0].citation.number == 2


def _row(claim: dict):
    references = References(RECORDS)
    return claim_row("lifts", claim, Typesetter(references, {}), references)
