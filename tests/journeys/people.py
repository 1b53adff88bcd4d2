"""People who come to the check with what they have said so far."""

import pytest
from django.http import HttpResponse
from django.utils import timezone
from playwright.sync_api import Locator, Page

from screening.answers import COOKIE, keep
from screening.checklist import Checklist, live_checklist
from screening.engine import Kind, Role, path

with_and_without_script = pytest.mark.parametrize(
    "script",
    [
        pytest.param("on", id="with-script"),
        pytest.param("off", id="without-script", marks=pytest.mark.browser_context_args(java_script_enabled=False)),
    ],
)

UNSURE = {"not-sure"}
PEOPLE = {
    "no": {},
    "pacemaker": {"heart-device": {"has"}},
    "metal": {"implants": {"metal"}, "implants-where": {"jaw"}},
    "botulinum": {"botulinum": {"has"}, "botulinum-when": UNSURE, "botulinum-where": {"forehead"}},
    "retinoid": {"medicines": {"retinoid"}},
    "unsure": {"skin-today": UNSURE, "general-health": UNSURE, "botulinum": UNSURE},
}
"""What each says instead of no."""


def come(page: Page, name: str, *, until: str = "") -> None:
    """Bring the cookie of one of PEOPLE; with ``until``, of the moment before that question, and go there."""
    checklist = live_checklist(timezone.now())
    assert checklist is not None
    answers = everything(checklist, PEOPLE[name])
    asked = [question.key for question in path(checklist.check, answers).questions]
    if until:
        answers = {key: answers[key] for key in asked[: asked.index(until)]}
    response = HttpResponse()
    keep(response, answers, edition=checklist.edition.number, at=timezone.now())
    page.goto("/check/")
    page.context.add_cookies([{"name": COOKIE, "value": response.cookies[COOKIE].value, "url": f"{page.url}"}])
    if until:
        page.goto(f"/check/{asked.index(until) + 1}/")


def everything(checklist: Checklist, said: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """An answer to every question there is: what was said, or no."""
    denials = {
        question.key: next(option.key for option in question.options if option.role is Role.DENIES)
        for question in checklist.check.questions
        if question.kind in (Kind.SINGLE, Kind.SEVERAL)
    }
    return {**{key: frozenset({no}) for key, no in denials.items()}, **{k: frozenset(v) for k, v in said.items()}}


def tick(page: Page, value: str) -> None:
    page.locator(f"input[value='{value}']").check()
    page.get_by_role("button", name="Continue").click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)
