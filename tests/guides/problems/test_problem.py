from guides.problems import Level, Problem, blocker, blockers, check, problems, warning


def test_problems_come_blockers_first(at):
    @check("letter")
    def stamp(document, at):
        yield warning("crooked", "stamp", "It is crooked.", "Leave it.")

    @check("letter")
    def recipient(document, at):
        yield blocker("nobody", "to", f"{document['to']} does not exist.", "Ask.")

    found = problems({"kind": "letter", "to": "Nemo"}, at=at)
    assert found == [
        Problem("nobody", Level.BLOCKER, "to", "Nemo does not exist.", "Ask."),
        Problem("crooked", Level.WARNING, "stamp", "It is crooked.", "Leave it."),
    ]
    assert blockers(found) == found[:1]


def test_problems_runs_no_check_of_another_kind(at):
    assert problems({"kind": "postcard"}, at=at) == []


def test_problems_leaves_out_what_is_slow_where_it_has_to_be_quick(at):
    @check("parcel", slow=True)
    def weight(document, at):
        yield warning("heavy", "", "It is heavy.", "Take something out.")

    assert [problem.code for problem in problems({"kind": "parcel"}, at=at)] == ["heavy"]
    assert problems({"kind": "parcel"}, at=at, quickly=True) == []
