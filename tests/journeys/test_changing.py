"""People change what they have said, and what they were told changes behind them."""

import re
from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import Page, expect

from guides.models import Edition, Withdrawal
from tests import factories
from tests.journeys.people import come, heading, tick, with_and_without_script


@with_and_without_script
def test_a_stop_can_be_taken_back(page: Page, script):
    come(page, "pacemaker", until="other-care")
    tick(page, "none")
    expect(page).to_have_url(re.compile("/check/answers/$"))
    page.get_by_role("link", name="Change your answer about: Heart implant").click()
    expect(heading(page)).to_have_text(re.compile("Was that a mistake"))
    page.get_by_role("button", name="Yes, it was a mistake").click()
    tick(page, "none")
    expect(page).to_have_url(re.compile("/check/answers/$"))
    page.get_by_role("link", name="See my result").click()
    expect(heading(page)).to_have_text("We found no reason on this checklist not to use these devices")
    page.get_by_role("link", name="NuFACE Mini", exact=True).click()
    expect(page).to_have_url(re.compile("/devices/nuface-mini/$"))


@with_and_without_script
def test_a_change_that_opens_questions_asks_them_and_comes_back(page: Page, script):
    come(page, "no")
    page.goto("/check/answers/")
    page.get_by_role("link", name="Change your answer about: Botulinum toxin").click()
    tick(page, "has")
    expect(heading(page)).to_have_text("When was the botulinum toxin injected?")
    for label, number in (("Day", "31"), ("Month", "2"), ("Year", "2026")):
        page.get_by_label(label).fill(number)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a date with day, month and year as numbers")
    expect(page.get_by_label("Day")).to_have_value("31")
    page.get_by_label("Month").fill("1")
    page.get_by_role("button", name="Continue").click()
    tick(page, "forehead")
    expect(page).to_have_url(re.compile("/check/answers/$"))
    expect(page.get_by_text("31 January 2026")).to_be_visible()


@with_and_without_script
def test_areas_can_be_ticked_on_the_drawing_and_in_the_list(page: Page, script):
    come(page, "metal", until="implants-where")
    for area in ("forehead", "mouth-chin"):
        page.locator(f"[data-area={area}] path").first.click()
    page.get_by_role("checkbox", name="Neck", exact=True).check()
    page.locator("[data-area=mouth-chin] path").first.click()
    assert page.locator("input:checked").evaluate_all("all => all.map(one => one.value)") == ["forehead", "neck"]
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("[data-area]")).to_have_count(0)  # With script, the page before is still there for a moment.
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("checkbox", name="Forehead", exact=True)).to_be_checked()


def test_whoever_comes_back_after_a_withdrawal_is_told_on_every_page(page: Page, accessible: Callable[[Page], None]):
    come(page, "no")
    page.goto("/check/result/")
    page.goto("/devices/")
    told = page.get_by_text("Do not rely on its result.")
    expect(told).to_have_count(0)
    questionnaire = Edition.objects.get(kind="questionnaire")
    words = {"reason": "It missed a warning.", "advice": "Take the check again."}
    Withdrawal.objects.create(edition=questionnaire, at=timezone.now(), by=factories.user(), **words)
    page.goto("/devices/")
    expect(told).to_be_visible()
    accessible(page)
