import pytest

from guides.pages.pictures import LETTERS_IN_A_LINE, Bar, Line, Span, Tick, draw, round_marks


def test_bar_lies_where_its_values_are_on_the_scale():
    (row,) = draw([Span("ATP", 250, 750)], (0, 1000), []).rows
    assert row.lines == [Line("1.05rem", "ATP")]
    assert row.bar == Bar(x="25%", width="50%", y="1.4rem", height="0.75rem", is_open=False)


def test_bar_without_an_end_goes_on_to_the_edge():
    (row,) = draw([Span("Keeping", 9, None)], (1, 13), []).rows
    assert (row.bar.x, row.bar.width, row.bar.is_open) == ("66.67%", "33.33%", True)


def test_bar_stays_inside_the_picture():
    (row,) = draw([Span("Wide", 0, 5000)], (10, 1000), []).rows
    assert (row.bar.x, row.bar.width) == ("0%", "100%")


def test_bar_of_one_value_can_be_seen():
    (row,) = draw([Span("Point", 500, 500)], (0, 1000), []).rows
    assert row.bar.width == "0.6%"


def test_span_without_values_has_a_label_and_no_bar():
    (row,) = draw([Span("DNA", None, None)], (0, 1000), []).rows
    assert ([line.text for line in row.lines], row.bar) == (["DNA"], None)


def test_long_label_is_broken_into_lines_that_fit_a_telephone():
    (row,) = draw([Span("Amino acids carried into the cells of the skin", 0, 10)], (0, 10), []).rows
    assert [line.text for line in row.lines] == ["Amino acids carried into the cells of", "the skin"]
    assert max(len(line.text) for line in row.lines) <= LETTERS_IN_A_LINE


def test_rows_stand_below_each_other_above_the_axis():
    picture = draw([Span("One", 0, 1), Span("Two", 1, 2)], (0, 2), [])
    assert [row.bar.y for row in picture.rows] == ["1.4rem", "4.25rem"]
    assert (picture.axis_y, picture.height) == ("5.7rem", "7.9rem")


def test_labels_of_the_axis_stay_inside_the_picture():
    assert draw([], (0, 1000), [0, 500, 1000]).ticks == [
        Tick("0%", "0", "start"),
        Tick("50%", "500", "middle"),
        Tick("100%", "1,000", "end"),
    ]


@pytest.mark.parametrize(
    ("scale", "marks"),
    [
        ((0, 1000), [0, 500, 1000]),
        ((1, 13), [1, 5, 10, 13]),
        ((10, 600), [10, 200, 400, 600]),
        ((1, 2), [1, 2]),
        ((5, 5), [5]),
    ],
)
def test_marks_are_round_numbers_between_the_ends(scale, marks):
    assert round_marks(scale) == marks
