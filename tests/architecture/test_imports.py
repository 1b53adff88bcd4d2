"""Knowledge flows one way (design.md, section 3)."""

import ast
import sys

from tests.architecture.modules import CODE, Module, modules

MAY_IMPORT = {"guides": {"guides"}, "screening": {"screening", "guides"}, "celliara": set(CODE)}


def test_knowledge_flows_one_way():
    wrong = [
        f"{module.at(node)} imports {name}"
        for module in modules(*CODE)
        for node, name in module.imports
        if _top(name) in {*CODE, "tests"} - MAY_IMPORT[module.package]
    ]
    assert wrong == [], "design.md 3: screening may import guides, guides never screening, nobody celliara."


def test_the_engine_imports_the_standard_library_only():
    wrong = [
        f"{module.at(node)} imports {name}"
        for module in modules("screening/engine")
        for node, name in module.imports
        if _top(name) not in sys.stdlib_module_names and not name.startswith("screening.engine")
    ]
    assert wrong == [], "design.md 3: screening/engine imports nothing but the standard library."


def test_the_engine_has_no_clock():
    clocks = {"now", "today", "utcnow", "time", "monotonic"}
    wrong = [
        f"{module.at(node)} calls {node.func.attr}()"
        for module in modules("screening/engine")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
    ]
    assert wrong == [], "design.md 8: time is passed in; the engine has no clock."


def test_imports_stand_at_the_top():
    wrong = [
        module.at(node)
        for module in modules(*CODE, "tests")
        for function in module.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert wrong == [], "design.md 3: no imports inside functions; a module that needs one is in the wrong place."


def test_imports_are_absolute():
    wrong = [
        module.at(node)
        for module in modules(*CODE, "tests")
        for node, _ in module.imports
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert wrong == [], "design.md 3: imports name the whole module, so that their direction can be read."


def test_nothing_private_is_imported():
    wrong = [f"{module.at(node)} imports {name}" for module in modules(*CODE) for node, name in _private(module)]
    assert wrong == [], "style.md 5: names with an underscore are their module's own."


def _private(module: Module) -> list[tuple[ast.ImportFrom, str]]:
    return [
        (node, alias.name)
        for node, name in module.imports
        if isinstance(node, ast.ImportFrom) and _top(name) in CODE
        for alias in node.names
        if alias.name.startswith("_")
    ]


def _top(name: str) -> str:
    return name.partition(".")[0]
