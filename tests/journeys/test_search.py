"""Somebody looks something up: from any page, letter by letter with script, and with a plain form without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect


def test_what_is_found_follows_what_is_typed(page: Page, accessible: Callable[[Page], None]):
    page.goto("/search/")
    accessible(page)
    box = page.get_by_label("What would you like to know?")
    box.press_sequentially("epilep", delay=20)
    expect(cards(page)).to_have_count(1)
    expect(page.get_by_text("results for “epilep”")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/search/\?q=epilep$"))
    expect(box).to_be_focused()
    accessible(page)
    box.fill("nuface trinity")
    expect(page.get_by_role("main").get_by_role("listitem").first).to_contain_text("NuFACE Trinity")
    expect(cards(page)).to_have_count(0)
    accessible(page)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_condition_leads_into_the_check_without_script(page: Page):
    page.goto("/guides/")
    page.get_by_role("banner").get_by_label("Search").fill("pacmaker")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    expect(cards(page)).to_have_count(1)
    expect(cards(page)).to_contain_text("Do not use")
    page.get_by_role("link", name="Start the suitability check").click()
    expect(page).to_have_url(re.compile(r"/check/$"))


def cards(page: Page) -> Locator:
    return page.locator(".search-card")
