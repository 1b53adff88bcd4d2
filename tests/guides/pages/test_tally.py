from guides.pages.tally import MARKS_IN_A_LINE, Mark, tally


def test_findings_are_counted_by_design_and_stance():
    shown = tally([("cells", "for"), ("rct", "neither"), ("rct", "against"), ("rct", "neither")])
    assert [code for code, _ in shown.stances] == ["for", "against", "neither"]
    assert [(row.design, row.counts) for row in shown.rows] == [
        ("Randomised trial", [0, 1, 2]),
        ("Cells or tissue in a dish", [1, 0, 0]),
    ]


def test_there_is_one_mark_for_each_finding_and_they_stand_beside_each_other():
    (row,) = tally([("rct", "for"), ("rct", "against")]).rows
    assert row.marks == [Mark("0rem", "1.4rem", "for"), Mark("1.4rem", "1.4rem", "against")]


def test_many_marks_go_on_in_the_next_line():
    (row,) = tally([("rct", "for")] * (MARKS_IN_A_LINE + 1)).rows
    assert row.marks[-1] == Mark("0rem", "2.8rem", "for")
