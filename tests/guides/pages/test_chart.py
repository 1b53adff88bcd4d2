import pytest

from guides.pages.chart import chart
from guides.pages.references import References
from tests.guides.pages import documents


@pytest.mark.parametrize(
    ("low", "high", "between", "has_bar"),
    [
        (10, 1000, "10 to 1,000 µA", True),
        (100, None, "100 µA and more", True),
        (None, 500, "Up to 500 µA", True),
        (None, None, "No values reported", False),
    ],
)
def test_range_in_words_and_as_a_bar(low, high, between, has_bar):
    shown = chart("chart-1", documents.chart(documents.chart_range("ATP", low, high)), References({}))
    assert [(row.label, row.effect, row.between) for row in shown.rows] == [("ATP", "raised", between)]
    assert (shown.picture.rows[0].bar is not None) is has_bar


def test_range_up_to_a_value_begins_where_the_scale_does():
    record = documents.chart(documents.chart_range("ATP", None, 600), scale_from=100, scale_to=1100)
    bar = chart("chart-1", record, References({})).picture.rows[0].bar
    assert (bar.x, bar.width, bar.is_open) == ("0%", "50%", False)


def test_chart_cites_its_study():
    references = References({"study": {"cheng": documents.study()}})
    shown = chart("chart-1", documents.chart(study="cheng", note="Rats."), references)
    assert (shown.anchor, shown.title, shown.unit, shown.note, shown.citation.number) == (
        "chart-1",
        "ATP",
        "µA",
        "Rats.",
        1,
    )


def test_bar_can_have_a_source_of_its_own():
    rows = [documents.chart_range("ATP", 10, 1000), documents.chart_range("Wave", 80, 400) | {"source": "S1"}]
    shown = chart("chart-1", documents.chart(*rows), References({"source": {"S1": documents.source()}}))
    assert [row.citation and row.citation.title for row in shown.rows] == [None, "Manual"]
