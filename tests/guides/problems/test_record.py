import pytest

from tests.guides import examples
from tests.guides.problems.spoiling import codes, spoiled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("where", "value", "code"),
    [
        ("references.claim.permanent.verdict", "", "claim-incomplete"),
        ("references.claim.permanent.explanation", "", "claim-incomplete"),
        ("references.claim.permanent.evidence", [], "claim-without-evidence"),
        ("references.product.gel.reason", "", "product-without-reason"),
        ("references.product.gel.disclosure", "", "product-without-disclosure"),
        ("references.term.atp.definition", "", "term-unexplained"),
        ("references.source.S1.title", "", "source-without-title"),
        ("references.chart.atp.ranges", [], "chart-empty"),
        ("references.chart.atp.ranges.0.high", 5000, "chart-off-scale"),
        ("references.chart.atp.ranges.0.low", 5, "chart-off-scale"),
        ("references.condition.implant.rules", [], "condition-without-rule"),
        ("references.condition.implant.rules.0.reason", "", "rule-incomplete"),
        ("references.condition.implant.rules.0.advice", "", "rule-incomplete"),
        ("references.condition.implant.rules.0.sources", [], "rule-incomplete"),
        ("references.condition.implant.rules.0.if_present", "ask", "must-stop-does-not"),
    ],
)
def test_one_thing_spoiled(where, value, code, at):
    (found, *_) = codes(spoiled(examples.guide(), where, value), at)
    assert found[0] == code
    assert found[1].startswith(".".join(where.split(".")[:3]))


def test_ranges_that_are_backwards(at):
    document = spoiled(examples.guide(), "references.chart.atp.ranges.0.low", 900)
    document = spoiled(document, "references.chart.atp.ranges.0.high", 100)
    assert codes(document, at) == [("chart-off-scale", "references.chart.atp.ranges[0]")]
