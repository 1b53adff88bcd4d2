"""Somebody for whom no reason was found says what they would like: with script and without."""

import re

import pytest
from django.http import HttpResponse
from django.utils import timezone
from playwright.sync_api import Page, expect

from screening.answers import COOKIE, keep
from screening.checklist import live_checklist
from screening.engine.proof.breach import quiet


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("on", id="with-script"),
        pytest.param("off", id="without-script", marks=pytest.mark.browser_context_args(java_script_enabled=False)),
    ],
)
def test_devices_are_ordered_by_what_somebody_would_like(page: Page, script):
    come_with_no_to_everything(page)
    page.goto("/check/result/")
    page.get_by_text("Say what you would like, and order the devices by it").click()
    page.get_by_label("What may it cost at most?").fill("a lot")
    page.get_by_role("button", name="Order the devices").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter what it may cost at most as a whole number")
    page.get_by_label("What may it cost at most?").fill("400")
    page.get_by_label("At most 5 minutes").check()
    page.get_by_role("button", name="Order the devices").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("What is not known never counts as fitting.")).to_be_visible()
    expect(page).to_have_url(re.compile("/check/result/$"))
    expect(page.locator(".recommended").first).to_contain_text("As you would like it.")
    expect(page.get_by_label("What may it cost at most?")).to_have_value("400")


def come_with_no_to_everything(page: Page) -> None:
    checklist = live_checklist(timezone.now())
    assert checklist is not None
    response = HttpResponse()
    keep(response, quiet(checklist.check, {}), edition=checklist.edition.number, at=timezone.now())
    page.goto("/check/")
    page.context.add_cookies([{"name": COOKIE, "value": response.cookies[COOKIE].value, "url": page.url}])
