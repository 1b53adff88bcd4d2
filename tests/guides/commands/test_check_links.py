"""Links to other sites, looked at over a server of our own."""

import datetime as dt
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command

from guides.external_links import Answer, check_links, look, take_stock
from guides.models import ExternalLink
from tests import factories

ANSWERS = {
    "/ok": 200,
    "/caf%C3%A9%20noir": 200,
    "/gone": 404,
    "/broken": 500,
    "/no-head": {"HEAD": 405, "GET": 200},
    "/members-only": 403,
    "/moved": 301,
    "/circle": 302,
    "/to-a-file": 302,
}
LOCATIONS = {"/moved": "/ok", "/circle": "/circle", "/to-a-file": "file:///etc/hostname"}


class Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.command, self.path))
        answer = ANSWERS[self.path]
        self.send_response(answer if isinstance(answer, int) else answer[self.command])
        if self.path in LOCATIONS:
            self.send_header("Location", LOCATIONS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def asked() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def site(asked) -> Iterator[str]:
    handler = type("AskedHandler", (Handler,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _elsewhere(settings) -> None:
    """Otherwise the test's server would be this site."""
    settings.ALLOWED_HOSTS = ["testserver"]


def live_edition(*urls: str, at: dt.datetime, key: str = "basics", **fields) -> None:
    document = {"references": {"source": {str(number): {"url": url} for number, url in enumerate(urls)}}}
    factories.edition(key=key, at=at, document=document, **fields)


def checked(at: dt.datetime, **options) -> list[ExternalLink]:
    return check_links(at=at, say=lambda line: None, **{"limit": 99, "timeout": 5, "pause": 0, **options})


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/ok", Answer(200, "")),
        ("/café noir", Answer(200, "")),
        ("/gone", Answer(404, "answers 404")),
        ("/broken", Answer(500, "answers 500")),
        ("/no-head", Answer(200, "")),
        ("/members-only", Answer(403, "answers 403")),
        ("/moved", Answer(200, "")),
        ("/to-a-file", Answer(302, "answers 302")),
    ],
)
def test_a_page_answers(site, path, answer):
    assert look(site + path, timeout=5) == answer


def test_a_circle_ends(site):
    answer = look(f"{site}/circle", timeout=5)
    assert answer == Answer(302, "answers 302")


def test_the_page_is_asked_for_only_where_its_head_is_refused(site, asked):
    look(f"{site}/ok", timeout=5)
    look(f"{site}/gone", timeout=5)
    assert asked == [("HEAD", "/ok"), ("HEAD", "/gone"), ("GET", "/gone")]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://", "https://exa mple.org/", "http://[::1/"])
def test_where_nothing_answers_the_reason_is_kept(url):
    answer = look(url, timeout=5)
    assert answer.status == 0
    assert answer.fault.startswith("no answer (")


@pytest.mark.django_db
def test_what_was_found_is_kept(site, at):
    live_edition(f"{site}/ok", f"{site}/gone", at=at)
    checked(at)
    rows = {link.url.removeprefix(site): link for link in ExternalLink.objects.all()}
    assert {
        path: (row.last_status, row.fault, row.last_checked_at, row.last_seen_ok_at) for path, row in rows.items()
    } == {
        "/ok": (200, "", at, at),
        "/gone": (404, "answers 404", at, None),
    }
    assert rows["/ok"].found_in == [["guide", "basics"]]
    assert list(ExternalLink.objects.broken()) == [rows["/gone"]]


@pytest.mark.django_db
def test_a_site_that_wants_no_programs_is_not_called_broken(site, at):
    live_edition(f"{site}/members-only", at=at)
    checked(at)
    assert not ExternalLink.objects.broken().exists()


@pytest.mark.django_db
def test_a_link_that_breaks_says_when_it_was_last_well(site, at, monkeypatch):
    live_edition(f"{site}/ok", at=at)
    checked(at)
    monkeypatch.setitem(ANSWERS, "/ok", 410)
    checked(at + dt.timedelta(days=1))
    (link,) = ExternalLink.objects.broken()
    assert (link.last_seen_ok_at, link.fault) == (at, "answers 410")


@pytest.mark.django_db
def test_those_first_that_have_waited_longest(site, at):
    live_edition(f"{site}/ok", f"{site}/gone", f"{site}/broken", at=at)
    assert [link.url for link in checked(at, limit=2)] == [f"{site}/broken", f"{site}/gone"]
    assert [link.url for link in checked(at + dt.timedelta(days=1), limit=1)] == [f"{site}/ok"]


@pytest.mark.django_db
def test_what_no_live_edition_names_is_forgotten(at):
    live_edition("https://example.org/a", "https://example.org/b", at=at)
    take_stock(at)
    live_edition("https://example.org/b", at=at, number=2)
    live_edition("https://example.org/b", at=at, key="other")
    take_stock(at)
    assert [(link.url, link.found_in) for link in ExternalLink.objects.all()] == [
        ("https://example.org/b", [["guide", "basics"], ["guide", "other"]])
    ]


@pytest.mark.django_db
def test_the_command_says_what_it_found(site, at, capsys):
    live_edition(f"{site}/ok", f"{site}/gone", at=at)
    call_command("check_links", "--pause=0")
    assert capsys.readouterr().out.splitlines() == [
        f"answers 404: {site}/gone",
        f"ok: {site}/ok",
        "2 of 2 links looked at; 1 are broken.",
    ]
