"""How long a search takes over HTTP where 100,000 guides are published, on SQLite and on PostgreSQL."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote_plus

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
ROUNDS = 3
PATIENCE = 60

ENVIRONMENT = {
    "DEBUG": "false",
    "SECRET_KEY": "only-for-measuring",
    "ALLOWED_HOSTS": HOST,
    "SECURE_SSL_REDIRECT": "false",
}
_MAIN = "from tests.bench.search_here import main; main()"
_HERE = [sys.executable, "manage.py", "shell", "--no-imports", "--command", _MAIN]


def measure() -> Iterator[str]:
    """One line for each database."""
    with tempfile.TemporaryDirectory() as directory:
        yield _said(_HERE, DATABASE_URL=f"sqlite:///{directory}/bench.sqlite3")
    # The server that is named, if it is one; otherwise a throw-away one.
    server = os.environ.get("DATABASE_URL", "")
    named = server if server.startswith("postgres") else ""
    yield _said([sys.executable, ".ci/with-postgres", *_HERE], DATABASE_URL=named)


def _said(command: list[str], **environment: str) -> str:
    variables = os.environ | ENVIRONMENT | environment
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def percentiles(port: int, queries: list[str]) -> tuple[float, float, float]:
    """Milliseconds from the request to the last byte, of every query, one after the other: half of them, 95 % and 99 %
    are answered within. What is asked first only warms up."""
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    taken = [_milliseconds(connection, query) for _ in range(ROUNDS + 1) for query in queries][len(queries) :]
    ranks = statistics.quantiles(taken, n=100)
    return ranks[49], ranks[94], ranks[98]


def _milliseconds(connection: http.client.HTTPConnection, query: str) -> float:
    started = time.perf_counter()
    connection.request("GET", f"/search/?q={quote_plus(query)}")
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"{query!r} was answered with {answer.status}.")
    return (time.perf_counter() - started) * 1000


@contextmanager
def served(database_url: str) -> Iterator[int]:
    """Yield the port on which granian, the server of production, answers from this database."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    environment = os.environ | ENVIRONMENT | {"DATABASE_URL": database_url}
    server = subprocess.Popen(
        [*command, "--log-level", "error", "celliara.wsgi:application"], env=environment, cwd=ROOT
    )
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 10):
        if server.poll() is not None:
            raise RuntimeError("The server ended before it answered.")
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {PATIENCE} seconds.")
