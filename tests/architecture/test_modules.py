"""Modules and functions are short, and named for the thing in them (design.md, section 4)."""

import ast

from tests.architecture.modules import CODE, ROOT, modules

NAMED_FOR_NOTHING = {"utils", "util", "helpers", "helper", "services", "service", "core", "common", "misc"}
TRUSTING = {"mark_safe", "SafeString", "SafeText"}
TRUSTED_IN = "guides/pages/prose.py"


def test_modules_have_at_most_250_lines():
    long = {str(module): lines for module in modules(*CODE, "tests") if (lines := module.text.count("\n")) > 250}
    assert long == {}, "design.md 4: split a module into a package when it passes 250 lines."


def test_functions_have_at_most_40_lines():
    long = {
        f"{module.at(function)} {function.name}": lines
        for module in modules(*CODE, "tests")
        for function in module.functions
        if (lines := function.end_lineno - function.lineno + 1) > 40
    }
    assert long == {}, "style.md 4: no function has more than 40 lines."


def test_files_are_named_for_the_thing_in_them():
    folders = [ROOT / folder for folder in (*CODE, "templates", "static", "tests")]
    wrong = [
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in folder.rglob("*")
        if path.stem in NAMED_FOR_NOTHING
    ]
    assert wrong == [], "design.md 4: no utils, helpers, services, core or common."


def test_html_is_trusted_in_one_module_only():
    trusting = {
        str(module)
        for module in modules(*CODE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TRUSTING
    }
    assert trusting == {TRUSTED_IN}, "style.md 21: mark_safe in exactly one Python module."
