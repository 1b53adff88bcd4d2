"""What the repository says of itself is true, on every machine."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.core.management import get_commands

from tests.architecture.modules import ROOT

NOT_OURS = {".git", ".hypothesis", ".venv", "var", "test-results", "__pycache__"}
OF_ONE_MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|home|Users|work|opt)/[\w.-]+")


def test_no_path_of_one_machine():
    found = {
        path.relative_to(ROOT).as_posix(): match[0] for path, text in _texts() if (match := OF_ONE_MACHINE.search(text))
    }
    assert found == {}, "The repository works wherever it is cloned to: no absolute path of anybody's machine."


def test_readme_names_targets_that_the_makefile_has():
    targets = set(re.findall(r"^([\w-]+):", _read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([\w-]+)", _code_of_readme()))
    assert {"run", "test"} <= named <= targets


def test_readme_names_commands_that_manage_has():
    named = set(re.findall(r"manage\.py ([\w-]+)", _code_of_readme()))
    assert named <= get_commands().keys()


def test_readme_names_paths_that_exist():
    linked = set(re.findall(r"\]\((?!https?:|#)([^)]+)\)", _read("README.md")))
    map_of_the_code = _read("README.md").partition("| where | what |\n")[2].partition("\n\n")[0]
    mapped = set(re.findall(r"`([\w/.]+)`", "".join(re.findall(r"^\|[^|]+\|", map_of_the_code, re.MULTILINE))))
    assert mapped
    assert {path for path in linked | mapped if not (ROOT / path).exists()} == set()


def _code_of_readme() -> str:
    """What stands between backticks, in lines and in blocks."""
    return "\n".join(re.findall(r"```.*?```|`[^`]+`", _read("README.md"), re.DOTALL))


def _texts() -> Iterator[tuple[Path, str]]:
    for folder, folders, names in ROOT.walk():
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        for name in set(names) - NOT_OURS:
            yield folder / name, (folder / name).read_text(encoding="utf-8", errors="ignore")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
