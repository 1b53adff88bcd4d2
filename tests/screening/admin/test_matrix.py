"""The matrix of the example check: Alpha's own label is strict, Beta's is silent, Gamma borrows Alpha's."""

import pytest

from screening.admin.matrix import Cell, matrix
from tests.screening.examples import alpha, beta, checklist, condition, label

MATRIX = matrix(checklist())
ROWS = {row.name: row for row in MATRIX.rows}


def words(cell: Cell | None) -> tuple | None:
    """(with it, not sure, own label, borrowed label, limits)"""
    if cell is None:
        return None
    labels = [said.code if said else "" for said in (cell.floor, cell.borrowed)]
    return cell.if_present.code, cell.if_unknown.code, *labels, cell.limits


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("implant", [("stop", "stop", "stop", "", ()), ("stop", "stop", "", "", ()), ("stop", "stop", "", "stop", ())]),
        ("feeding", [("ask", "ask", "", "", ())] * 3),
        ("fever", [("wait", "ask", "", "", ())] * 3),
        ("botulinum", [("wait", "ask", "", "", ("14 days", "not where it is"))] * 3),
        ("metal", [("stop", "ask", "stop", "", ()), ("ask", "ask", "", "", ()), ("stop", "ask", "", "stop", ())]),
        ("spots", [("limited", "ask", "", "", ("not where it is",))] * 3),
        ("thyroid", [("limited", "ask", "", "", ("not on neck",))] * 3),
        ("melasma", [None, None, ("limited", "ask", "", "", ("without heat",))]),
        ("retinol", [("wait", "ask", "wait", "", ()), ("limited", "ask", "", "", ()), ("wait", "ask", "", "wait", ())]),
    ],
)
def test_each_cell_says_what_all_rules_come_to(name, cells):
    assert [words(cell) for cell in ROWS[f"A condition called {name}"].cells] == cells


def test_devices_say_whose_label_counts_and_how_many_conditions_they_have_no_rule_for():
    assert [(column.title, column.label_is_on_file, column.gaps) for column in MATRIX.columns] == [
        ("Alpha", True, 1),
        ("Beta", True, 1),
        ("Gamma", False, 0),
    ]


def test_gaps_are_counted():
    assert (MATRIX.gaps, ROWS["A condition called melasma"].gaps, MATRIX.not_asked) == (2, 2, ())


def test_conditions_stand_in_their_groups():
    assert [(group.title, len(group.rows)) for group in MATRIX.groups] == [("Skin", 9)]
    assert [row.name for row in MATRIX.rows if row.must_stop] == ["A condition called implant"]


def test_a_condition_that_only_a_label_knows_is_one_that_nobody_asks_about():
    strange = {**alpha(), "label": [label("gout", "ask")]}
    strange["references"] = {**strange["references"], "condition": {"gout": condition("gout")}}
    found = matrix(checklist(strange, beta()))
    (gout,) = found.not_asked
    assert (gout.name, gout.is_asked) == ("A condition called gout", False)
    assert [words(cell) for cell in gout.cells] == [("ask", "ask", "ask", "", ()), None]


def test_a_check_without_devices_has_rows_without_cells():
    silent = checklist(beta())
    none = matrix(
        type(silent)(silent.edition, silent.check.__class__(silent.check.questions, silent.check.conditions, ()), {})
    )
    assert (none.columns, none.gaps, len(none.rows)) == ((), 0, 9)
