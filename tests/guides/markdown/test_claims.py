import pytest

from guides.markdown import Known, article


def claims(text: str) -> list[tuple[str, str, str]]:
    made = article(f"# T\n\n{text}", known=Known())
    return [(claim["statement"], claim["verdict"], claim["explanation"]) for claim in made.claims.values()]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Supported", "supported"),
        ("True", "supported"),
        ("Partly supported", "partly"),
        ("Mixed", "partly"),
        ("Not shown", "unproven"),
        ("Not supported", "unproven"),
        ("No evidence", "unproven"),
        ("Myth", "refuted"),
        ("Not true", "refuted"),
        ("No", "refuted"),
        ("Who knows", ""),
        ("", ""),
    ],
)
def test_verdicts_are_read_from_the_words_people_use(said, verdict):
    assert claims(f"| Claim | Verdict | Why |\n|---|---|---|\n| It lifts | {said} | x |") == [
        ("It lifts", verdict, "<p>x</p>")
    ]


def test_further_columns_join_the_explanation_under_their_names():
    table = "| Claim | Evidence | Studies |\n|---|---|---|\n| It lifts | weak | one |"
    assert claims(table) == [
        ("It lifts", "", "<p><strong>Evidence:</strong> weak</p><p><strong>Studies:</strong> one</p>")
    ]


def test_a_table_without_evidence_is_no_table_of_claims():
    assert claims("| Claim | Page |\n|---|---|\n| It lifts | 3 |") == []


def test_claims_under_headings_of_their_own():
    text = "## Myths\n\nSome of them.\n\n### Myth 1: “It lasts”\n\nVerdict: false\n\nIt does not.\n\nReally."
    assert claims(text) == [("It lasts", "refuted", "<p>It does not.</p><p>Really.</p>")]


def test_a_claim_too_long_for_a_record_stays_text():
    long = "It lifts " * 40
    made = article(f"# T\n\n| Claim | Evidence |\n|---|---|\n| {long} | weak |", known=Known())
    assert made.claims == {}
    (block,) = made.document["blocks"]
    assert block["html"] == f"<p><strong>{long.strip()}</strong> </p><p>weak</p>"
