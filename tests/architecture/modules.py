"""The project's own Python, read as text and as syntax, for rules that no single test could see broken."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("celliara", "guides", "screening")
_AS_GENERATED = "0001_initial.py"


@dataclass(frozen=True)
class Module:
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def package(self) -> str:
        return self.path.relative_to(ROOT).parts[0]

    @property
    def imports(self) -> Iterator[tuple[ast.stmt, str]]:
        """Every import statement, wherever it stands, with the absolute name of each module it imports."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node, node.module or ""

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def at(self, node: ast.AST) -> str:
        return f"{self}:{node.lineno}"

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


def modules(*folders: str) -> list[Module]:
    """All modules below these folders, but for migrations as Django generated them."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [_module(path) for path in paths if path.name != _AS_GENERATED]


@cache
def _module(path: Path) -> Module:
    """The same object each time, so that it is read and parsed once."""
    return Module(path)
