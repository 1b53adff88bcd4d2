"""`.ci/venv`, which both commands begin with, tried with stand-ins for Python: no package is installed here."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.modules import ROOT

FOUND = "Celliara needs Python 3.12 or newer and found {}: install one, or name it, as in: make run PYTHON="

STAND_IN = """#!/bin/sh
case "$*" in
    --version) echo "Python {version}" ;;
    *version_info*) exit {too_old} ;;
    *ensurepip*) exit {without_venv} ;;
    "-m venv .venv") mkdir -p .venv/bin; printf '#!/bin/sh\\n{pip}\\n' > .venv/bin/python; chmod +x .venv/bin/python ;;
    *) exit 1 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path) -> Path:
    """What the two commands begin with, of a fresh clone."""
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", ".env.example", ".ci/venv"):
        shutil.copy(ROOT / name, checkout / name)
    return checkout


@pytest.fixture
def path(tmp_path) -> Path:
    """The first place where programs are looked for, with nothing but old Pythons."""
    path = tmp_path / "bin"
    path.mkdir()
    for name in ("python3", "python3.12", "python3.13", "python3.14"):
        stand_in(path / name, version="3.11.9")
    return path


def stand_in(program: Path, *, version: str = "3.13.1", without_venv: int = 0, pip: str = "exit 0") -> Path:
    too_old = int(version.startswith("3.11"))
    program.write_text(STAND_IN.format(version=version, too_old=too_old, without_venv=without_venv, pip=pip))
    program.chmod(0o755)
    return program


def make(checkout: Path, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{path}:{os.environ['PATH']}", "LC_ALL": "C"}
    return subprocess.run(
        ["make", *arguments], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def sentences(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if not line.startswith("make")]


@pytest.mark.parametrize("command", ["run", "test"])
def test_too_old_a_python_is_one_sentence_and_leaves_nothing(checkout, path, command):
    before = set(checkout.iterdir())
    done = make(checkout, command, path=path)
    assert done.returncode == 2
    assert len(sentences(done)) == 1
    assert sentences(done)[0].startswith(FOUND.format("Python 3.11.9"))
    assert set(checkout.iterdir()) == before


def test_a_python_that_is_not_there_is_one_sentence(checkout, path):
    done = make(checkout, "run", "PYTHON=/nowhere/python3", path=path)
    assert done.returncode == 2
    assert sentences(done)[0].startswith(FOUND.format("no /nowhere/python3"))


def test_a_python_without_venv_is_one_sentence_and_leaves_nothing(checkout, path):
    before = set(checkout.iterdir())
    bare = stand_in(path / "bare", without_venv=1)
    done = make(checkout, "run", f"PYTHON={bare}", path=path)
    assert done.returncode == 2
    assert sentences(done) == [
        f"{bare} cannot make virtual environments: install its venv module"
        " (on Debian and Ubuntu: apt install python3-venv)."
    ]
    assert set(checkout.iterdir()) == before


def test_a_newer_python_is_found_beside_an_old_one(checkout, path):
    stand_in(path / "python3.13")
    done = make(checkout, "venv", path=path)
    assert done.stdout == "Making .venv with Python 3.13.1; this takes about a minute.\n"


def test_venv_is_made_once_and_again_when_the_lock_changes(checkout, path):
    stand_in(path / "python3")
    assert "Making .venv" in make(checkout, "venv", path=path).stdout
    assert make(checkout, "venv", path=path).stdout == ""
    with (checkout / "requirements.txt").open("a") as lock:
        lock.write("# changed\n")
    assert "Making .venv" in make(checkout, "venv", path=path).stdout
    assert make(checkout, "venv", path=path).stdout == ""


def test_venv_is_made_again_when_its_python_is_gone(checkout, path):
    stand_in(path / "python3")
    make(checkout, "venv", path=path)
    (checkout / ".venv" / "bin" / "python").unlink()
    assert "Making .venv" in make(checkout, "venv", path=path).stdout


@pytest.mark.parametrize("pip", ["exit 1", "kill -TERM $PPID; sleep 0.1"])
def test_half_a_venv_is_removed(checkout, path, pip):
    stand_in(path / "python3", pip=pip)
    done = make(checkout, "venv", path=path)
    assert done.returncode == 2
    assert not (checkout / ".venv").exists()
