import pytest

from guides.markdown import Known, article


def phases(text: str) -> list[tuple[str, int, int | None, str, str]]:
    blocks = article(f"# T\n\n{text}", known=Known()).document["blocks"]
    names = ("title", "starts_week", "ends_week", "sessions", "text")
    return [tuple(block[name] for name in names) for block in blocks if block["kind"] == "phase"]


@pytest.mark.parametrize(
    ("head", "title", "starts", "ends"),
    [
        ("Weeks 1-4: Loading", "Loading", 1, 4),
        ("Weeks 1 to 4 (loading)", "loading", 1, 4),
        ("Week 3", "Week 3", 3, 3),
        ("Week 8+", "Week 8+", 8, None),
        ("Maintenance, week 9 onwards", "Maintenance", 9, None),
        ("After 8 weeks", "After 8 weeks", 8, None),
        ("Months 2-3", "Months 2-3", 5, 12),
        ("From week 8:", "From week 8", 8, None),
        ("Maintenance (from week 8)", "Maintenance", 8, None),
        ("From week 8 to 12", "From week 8 to 12", 8, 12),
        ("From week 1 to week 4", "From week 1 to week 4", 1, 4),
        ("After week 8: less", "less", 8, None),
        ("From month 3", "From month 3", 9, None),
        ("Week 8 onwards", "Week 8 onwards", 8, None),
        ("Week 8 onward: maintenance", "maintenance", 8, None),
        ("Week 8 and onwards", "Week 8 and onwards", 8, None),
        ("Week 8 - onwards", "Week 8 - onwards", 8, None),
        ("Week 8 on: maintenance", "maintenance", 8, None),
        ("Week 8 on the face", "on the face", 8, 8),
        ("Weeks 8 and beyond", "Weeks 8 and beyond", 8, None),
    ],
)
def test_weeks_are_read_from_headings(head, title, starts, ends):
    text = f"## When\n\n### {head}\n\nUse it twice a week.\n\n### Week 99\n\nx"
    assert phases(text)[0] == (title, starts, ends, "twice a week", "Use it twice a week.")


def test_weeks_in_a_table_keep_the_names_of_the_columns():
    table = (
        "| When | What | How often |\n|---|---|---|\n| Weeks 1-4 | Loading | daily |\n| Week 5+ | Less | 3x per week |"
    )
    assert phases(table) == [
        ("Weeks 1-4", 1, 4, "", "What: Loading\nHow often: daily"),
        ("Week 5+", 5, None, "3x per week", "What: Less\nHow often: 3x per week"),
    ]


def test_a_title_too_long_opens_the_text():
    long = "getting used to it, " * 6 + "slowly"
    text = f"- **Weeks 1-4: {long}** daily\n- **Week 5+**: less"
    assert phases(text)[0] == ("Weeks 1-4", 1, 4, "", f"{long}\ndaily")
    (said,) = article(f"# T\n\n{text}", known=Known()).not_placed
    assert said.what == "a title of more than 100 letters: it opens the text of the phase"


def test_one_line_with_weeks_is_no_timeline():
    assert phases("- Week 1: begin") == []
    assert phases("- Week 1: begin\n- Then go on") == []
