import pytest

from guides.pages.timeline import timeline
from tests.guides.pages import documents


@pytest.mark.parametrize(
    ("start", "end", "weeks"), [(1, 4, "Weeks 1 to 4"), (4, 4, "Week 4"), (9, None, "From week 9 on")]
)
def test_weeks_of_a_phase_in_words(start, end, weeks):
    (phase,) = timeline([documents.phase("Loading", start, end, sessions="daily", text="Begin.")]).phases
    assert (phase.title, phase.weeks, phase.sessions, phase.text) == ("Loading", weeks, "daily", "Begin.")


def test_phase_that_goes_on_is_drawn_beyond_the_last_week_named():
    shown = timeline([documents.phase("Loading", 1, 4), documents.phase("Keeping", 9, None)])
    assert [tick.text for tick in shown.picture.ticks] == ["0", "5", "12"]
    assert [row.bar.is_open for row in shown.picture.rows] == [False, True]


def test_bar_covers_its_weeks_from_the_first_day_of_the_first_to_the_last_of_the_last():
    shown = timeline([documents.phase("Loading", 1, 4), documents.phase("Seeing", 4, 8), documents.phase("Rest", 8, 8)])
    assert [(row.bar.x, row.bar.width) for row in shown.picture.rows] == [
        ("0%", "50%"),
        ("37.5%", "62.5%"),
        ("87.5%", "12.5%"),
    ]


def test_timeline_that_ends_is_drawn_to_its_end():
    assert timeline([documents.phase("Trial", 0, 12)]).picture.ticks[-1].text == "12"


def test_timeline_is_named_after_its_first_phase():
    assert timeline([documents.phase("Loading", 1, 4, uid="b7")]).anchor == "timeline-b7"
