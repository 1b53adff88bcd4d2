"""What an assessment comes to, for editors."""

import datetime as dt

from screening.admin.came_out import CameOut, came_out
from screening.engine import Disposition
from tests.screening.examples import checklist, visit

CHECK = checklist().check


def test_nothing_speaks_against_any_device():
    (line,) = came_out(CHECK, visit().assessment)
    assert (line, line.words) == (
        CameOut(Disposition.SUITABLE, None, "", (), ("Alpha", "Beta", "Gamma")),
        "No reason found",
    )


def test_devices_that_the_same_is_said_of_stand_together_and_the_most_cautious_first():
    lines = came_out(CHECK, visit(metal={"has"}).assessment)
    because = ("a condition called metal",)
    assert lines == (
        CameOut(Disposition.STOP, None, "", because, ("Alpha", "Gamma")),
        CameOut(Disposition.ASK, None, "", because, ("Beta",)),
    )
    assert [line.words for line in lines] == ["Do not use", "Ask a clinician first"]


def test_it_says_until_when_and_where_not():
    (line, *_) = came_out(CHECK, visit(botulinum={"has"}, when=4, where={"cheeks"}).assessment)
    assert (line.level, line.come_back, line.left_out) == (Disposition.WAIT, dt.date(2026, 12, 2), "cheeks")
