"""Somebody plans sessions with a device that they have looked up."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_somebody_plans_sessions_with_a_device(page: Page, accessible: Callable[[Page], None]):
    page.goto("/devices/nuface-trinity/")
    page.get_by_role("link", name="Plan sessions with it").click()
    expect(page.get_by_role("heading", name="NuFACE Trinity: how often, as published")).to_be_visible()
    assert _width(page, "#planner-device") <= _width(page, ".planner-form"), "The form keeps to its column."
    page.get_by_role("group", name="Days in the first weeks").get_by_label("Monday").check()
    page.get_by_label("Weeks in the first stretch").fill("2")
    page.get_by_role("button", name="Show the plan").click()
    expect(page).to_have_url(re.compile(r"/planner/\?device=nuface-trinity&start=[\d-]+&weeks=2&first=0$"))
    expect(page.get_by_role("heading", name="NuFACE Trinity: 2 sessions")).to_be_visible()
    accessible(page)


def _width(page: Page, selector: str) -> float:
    return page.locator(selector).evaluate("one => one.getBoundingClientRect().width")
