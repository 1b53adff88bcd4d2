import pytest

from guides.markdown import Known, article


def claims(text: str) -> list[tuple[str, str, str]]:
    made = article(f"# T\n\n{text}", known=Known())
    return [(claim["statement"], claim["verdict"], claim["explanation"]) for claim in made.claims.values()]


def said(text: str) -> list[str]:
    return [placed.what for placed in article(f"# T\n\n{text}", known=Known()).not_placed]


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


def test_what_a_verdict_says_beyond_ours_opens_the_explanation():
    text = "| Claim | Verdict | Why |\n|---|---|---|\n| It lifts | Partly true: in mice, not in people over 40 | x |"
    assert claims(text) == [("It lifts", "partly", "<p>Partly true: in mice, not in people over 40</p><p>x</p>")]
    assert said(text) == [
        "the verdict “Partly true: in mice, not in people over 40”, which says more than ours: it opens the explanation"
    ]
    under_heading = "## Myths\n\n### It lasts\n\nVerdict: false, it wears off\n\nIt does not."
    assert claims(under_heading) == [("It lasts", "refuted", "<p>false, it wears off</p><p>It does not.</p>")]


def test_links_in_a_claim_and_its_verdict_are_named():
    text = "| Claim | Verdict |\n|---|---|\n| [It lifts](https://a.example/) | [False](https://b.example/) |"
    assert claims(text) == [("It lifts", "refuted", "")]
    assert said(text) == [
        "a link to https://b.example/, in a line that can have none",
        "a link to https://a.example/, in a line that can have none",
    ]


def test_a_claim_too_long_for_a_record_stays_text():
    long = "It lifts " * 40
    made = article(f"# T\n\n| Claim | Evidence |\n|---|---|\n| {long} | weak |", known=Known())
    assert made.claims == {}
    (block,) = made.document["blocks"]
    assert block["html"] == f"<p><strong>{long.strip()}</strong> </p><p>weak</p>"
