"""Journeys in a real browser: the system's Chromium, the starter content, and a page that hides nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.servers.basehttp import WSGIRequestHandler
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
WCAG_22_AA = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
PATIENCE = 30_000  # milliseconds, for a machine that has other things to do
REPORT_VIOLATIONS = """
    document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`Content-Security-Policy: ${event.violatedDirective} refused ${event.blockedURI}`))
"""

expect.set_options(timeout=PATIENCE)
# Otherwise the rest of each answer waits 40 milliseconds until the browser has confirmed its beginning.
WSGIRequestHandler.disable_nagle_algorithm = True


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    if installed is None:
        pytest.skip("There is no Chromium on PATH: install it (on Debian and Ubuntu: apt install chromium).")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": installed, "args": sandbox}


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """Addresses in journeys are paths."""
    return live_server.url


@pytest.fixture
def page(transactional_db, starter, live_server, context: BrowserContext) -> Iterator[Page]:
    """A page of the site as it is after the first `make run`.

    The test fails if the console shows an error, the Content-Security-Policy was violated, or another host was asked.
    """
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    wrong: list[str] = []
    page.add_init_script(REPORT_VIOLATIONS)
    page.on("console", lambda message: wrong.extend(_errors(message)))
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("request", lambda request: wrong.extend(_foreign(request, live_server.url)))
    yield page
    assert not wrong, "design.md 8: no error, no violation of the policy, no other host:\n" + "\n".join(wrong)


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Assert that axe finds nothing on a page that WCAG 2.2 AA forbids."""
    return _assert_accessible


def _assert_accessible(page: Page) -> None:
    found = _violations(page, WCAG_22_AA)
    page.emulate_media(color_scheme="dark")
    page.evaluate("Promise.allSettled(document.getAnimations().map((fading) => fading.finished))")
    found += [f"in the dark: {violation}" for violation in _violations(page, CONTRAST)]
    page.emulate_media(color_scheme="light")
    assert not found, f"design.md 8: WCAG 2.2 AA, on {page.url}:\n" + "\n".join(found)


def _violations(page: Page, rules: dict) -> list[str]:
    violations = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{violation['help']}: {node['html']}" for violation in violations for node in violation["nodes"]]


def _errors(message: ConsoleMessage) -> list[str]:
    """What the console calls an error, but for pages that answer 404, 422 or 503: journeys look at those themselves."""
    address = message.location["url"]
    is_a_page = message.text.startswith("Failed to load resource") and not urlsplit(address).path.startswith("/static/")
    return [f"console: {message.text} ({address})"] if message.type == "error" and not is_a_page else []


def _foreign(request: Request, home: str) -> list[str]:
    address = urlsplit(request.url)
    ours = address.scheme in {"data", "blob"} or address.netloc == urlsplit(home).netloc
    return [] if ours else [f"another host: {request.url}"]
