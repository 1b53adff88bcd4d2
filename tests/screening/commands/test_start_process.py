"""`manage.py start` as the process that `make run` becomes."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.architecture.modules import ROOT

START = [sys.executable, str(ROOT / "manage.py"), "start"]
SERVE = "import django; django.setup(); from screening.management.commands.start import serve; serve({port})"
PASSWORD = re.compile(r"^  (?:editor|reviewer) +\S+$", re.MULTILINE)


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**variables: object) -> dict[str, str]:
    return {**os.environ, "DEBUG": "true", **{name: str(value) for name, value in variables.items()}}


def test_a_taken_port_is_one_sentence_and_leaves_nothing(tmp_path, port):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", port))
        listener.listen()
        done = start(PORT=port, DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite3")
    assert re.fullmatch(rf"CommandError: Port {port} of 127.0.0.1 cannot be used .*\n", done.stderr)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (1, "", [])


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("sqlite:////nowhere/celliara.sqlite3", "unable to open database file"),
        ("postgres://celliara:secret@127.0.0.1:{port}/celliara", "connection failed: .*Connection refused"),
    ],
)
def test_an_unreachable_database_is_one_sentence(port, url, reason):
    done = start(PORT=port, DATABASE_URL=url.format(port=port))
    assert re.fullmatch(f"CommandError: The database in DATABASE_URL cannot be reached: {reason}\n", done.stderr)
    assert (done.returncode, done.stdout) == (1, "")


def test_first_run_fills_and_serves_and_second_run_keeps_what_was_edited(tmp_path, port):
    database = tmp_path / "celliara.sqlite3"
    variables = {"PORT": port, "DATABASE_URL": f"sqlite:///{database}"}
    first, _ = run_until_served(START, tmp_path / "first.log", **variables)
    assert len(PASSWORD.findall(first)) == 2
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE guides_guide SET title = 'Mine'")
        before = list(connection.iterdump())
    second, _ = run_until_served(START, tmp_path / "second.log", **variables)
    assert PASSWORD.findall(second) == []
    with closing(sqlite3.connect(database)) as connection:
        assert list(connection.iterdump()) == before


def test_outside_debug_the_server_is_granian(tmp_path, port):
    """Without what comes before it: compressing all static files takes longer than a test should."""
    serve = [sys.executable, "-c", SERVE.format(port=port)]
    _, server = run_until_served(serve, tmp_path / "log", PORT=port, DEBUG="false", PYTHONPATH=ROOT)
    assert server == "granian"


def start(**variables: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(START, env=environment(**variables), capture_output=True, text=True, check=False)


def run_until_served(command: list[str], log: Path, **variables: object) -> tuple[str, str]:
    """Run ``command`` until the site answers, and press Ctrl-C; return what was said, and who answered."""
    url = f"http://127.0.0.1:{variables['PORT']}/healthz"
    with log.open("w") as said:
        process = subprocess.Popen(
            command, env=environment(**variables), stdout=said, stderr=said, start_new_session=True
        )
    while (server := answering(url)) is None:
        assert process.poll() is None, f"It ended before it served:\n{log.read_text()}"
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=20) == 0
    return log.read_text(), server


def answering(url: str) -> str | None:
    """The name of the server that answers at ``url``, if one does."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.headers["Server"]
    except urllib.error.URLError:
        return None
