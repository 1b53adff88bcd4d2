"""`.ci/with-postgres`, which runs a command on a throw-away PostgreSQL."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.modules import ROOT

COMMAND = [sys.executable, str(ROOT / ".ci" / "with-postgres"), "sh", "-c"]
TELL_DIRECTORY = 'test -S "$(dirname "${DATABASE_URL#*@/}")"/.s.PGSQL.5432 && dirname "${DATABASE_URL#*@/}"; '


@pytest.mark.parametrize(("end", "code"), [("exit 3", 3), ("kill -TERM $PPID; exec sleep 60", 143)])
def test_the_cluster_is_there_for_the_command_and_gone_after_it(monkeypatch, end, code):
    monkeypatch.delenv("DATABASE_URL")
    done = subprocess.run([*COMMAND, TELL_DIRECTORY + end], capture_output=True, text=True, check=False)
    if "PostgreSQL is not installed" in done.stderr:
        pytest.skip(done.stderr)
    directory = Path(done.stdout.strip())
    assert directory.name.startswith("celliara-")
    assert (done.returncode, directory.exists()) == (code, False)


def test_a_server_that_is_named_is_used(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/else")
    done = subprocess.run([*COMMAND, "echo $DATABASE_URL; exit 4"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("postgres://somewhere/else\n", 4)
