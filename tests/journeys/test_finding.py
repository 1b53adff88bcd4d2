"""Somebody narrows the devices down and compares two of them. With script and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

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


def _narrow_enough(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390, "Nothing is to be scrolled sideways."
