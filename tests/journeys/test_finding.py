"""Somebody narrows the devices down and compares two of them. With script and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

with_and_without_script = pytest.mark.parametrize(
    "script",
    [
        pytest.param("on", id="with-script"),
        pytest.param("off", id="without-script", marks=pytest.mark.browser_context_args(java_script_enabled=False)),
    ],
)


@with_and_without_script
def test_somebody_finds_devices_for_the_neck_and_compares_two(page: Page, accessible: Callable[[Page], None], script):
    page.goto("/devices/")
    assert _low_options(page) == [], "design.md 8: targets of at least 44 px."
    page.get_by_role("checkbox", name=re.compile("^Neck")).check()
    if script == "off":
        page.get_by_role("button", name="Show these").click()
    expect(page).to_have_url(re.compile(r"/devices/\?area=neck$"))
    expect(page.get_by_role("link", name="ZIIP+")).to_be_visible()
    expect(page.get_by_role("link", name="ZIIP Halo")).to_have_count(0)
    if script == "on":
        expect(page.get_by_role("checkbox", name=re.compile("^Neck"))).to_be_focused()
        expect(page.get_by_role("status").filter(has_text=re.compile(r"^\d+ devices found$"))).to_have_count(1)
        accessible(page)
    page.get_by_label("Compare NuFACE Mini", exact=True).check()
    page.get_by_label("Compare ZIIP+", exact=True).check()
    page.get_by_role("button", name="Compare those ticked").click()
    expect(page).to_have_url(re.compile(r"/devices/compare/\?device=nuface-mini&device=ziip-plus$"))
    expect(page.get_by_role("table").first.get_by_role("columnheader")).to_contain_text(["NuFACE Mini", "ZIIP+"])
    if script == "on":
        accessible(page)
        _narrow_enough(page)


@pytest.mark.parametrize("answer", [500, None], ids=["an-error", "no-answer"])
def test_a_list_that_cannot_follow_a_tick_is_asked_for_the_plain_way(
    transactional_db, starter, live_server, context: BrowserContext, answer: int | None
):
    """On a page of its own, because the console rightly speaks of an error."""

    def fail_htmx(route: Route) -> None:
        if "hx-request" not in route.request.headers:
            route.continue_()
        elif answer:
            route.fulfill(status=answer)
        else:
            route.abort()

    page = context.new_page()
    page.route("**/devices/?*", fail_htmx)
    page.goto("/devices/")
    page.get_by_role("checkbox", name=re.compile("^Neck")).check()
    expect(page).to_have_url(re.compile(r"/devices/\?area=neck$"))
    expect(page.get_by_role("link", name="ZIIP Halo")).to_have_count(0)


def test_devices_that_stay_in_the_list_stay_ticked_for_comparison(page: Page):
    page.goto("/devices/")
    page.get_by_label("Compare ZIIP+", exact=True).check()
    page.get_by_label("Compare ZIIP Halo", exact=True).check()
    page.get_by_role("checkbox", name=re.compile("^Neck")).check()
    expect(page.get_by_label("Compare ZIIP Halo", exact=True)).to_have_count(0)
    expect(page.get_by_label("Compare ZIIP+", exact=True)).to_be_checked()
    page.get_by_label("Compare NuFACE Mini", exact=True).check()
    page.get_by_role("button", name="Compare those ticked").click()
    expect(page).to_have_url(re.compile(r"/devices/compare/\?device=nuface-mini&device=ziip-plus$"))


def _narrow_enough(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390, "Nothing is to be scrolled sideways."


def _low_options(page: Page) -> list[str]:
    return page.locator(".facet-option").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"
    )
