"""People take the check: with script and without, by keyboard, on narrow screens, back and forth."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from guides.models import Edition, Withdrawal
from tests import factories
from tests.journeys.people import PEOPLE, come, heading, tick, with_and_without_script


@with_and_without_script
def test_who_has_a_pacemaker_is_stopped_and_sees_no_product(page: Page, script):
    come(page, "no", until="heart-device")
    tick(page, "has")
    expect(page).to_have_url(re.compile("/check/result/$"))
    expect(heading(page)).to_have_text("Important: Do not use a facial microcurrent device")
    expect(page.get_by_text("You told us: “Yes, I have a heart device under my skin”.")).to_be_visible()
    assert page.locator("main a[href*='/devices/']").count() == 0, "Promise 12: no product beside a stop."
    page.get_by_role("link", name="Answer the remaining questions").click()
    expect(page).to_have_url(re.compile("/check/3/$"))


@with_and_without_script
@pytest.mark.parametrize("key", ["age", "heart", "implants-where", "botulinum-when"])
def test_a_blank_answer_is_refused_with_a_way_to_the_first_input(page: Page, script, key: str):
    come(page, "botulinum" if key == "botulinum-when" else "metal", until=key)
    page.get_by_role("button", name="Continue").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert page.title().startswith("Error: Question ")
    summary.get_by_role("link").click()
    expect(page.locator("fieldset input").first).to_be_focused()


def test_by_keyboard_alone(page: Page):
    page.goto("/check/")
    focus(page, page.get_by_role("button", name="Start the check"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/check/1/$"))
    focus(page, page.locator("#answer-1"))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/check/2/$"))
    expect(heading(page)).to_be_focused()
    assert page.title() == "Question 2, suitability check \N{EN DASH} Celliara"
    focus(page, page.locator("#answer-1"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#answer-2")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/check/3/$"))


def test_no_goes_with_no_other_answer(page: Page):
    come(page, "no", until="heart")
    boxes = {
        value: page.locator(f"input[value={value}]") for value in ("fainting", "blood-pressure", "none", "not-sure")
    }
    for value in ("fainting", "blood-pressure", "none"):
        boxes[value].check()
    expect(boxes["fainting"]).not_to_be_checked()
    boxes["not-sure"].check()
    expect(boxes["none"]).not_to_be_checked()


@with_and_without_script
def test_who_knows_one_thing_and_doubts_the_rest_says_both(page: Page, script):
    come(page, "no", until="heart")
    for value in ("fainting", "not-sure", "blood-pressure"):
        page.locator(f"input[value={value}]").check()
    assert page.locator("input:checked").count() == 3
    page.get_by_role("button", name="Continue").click()
    expect(heading(page)).not_to_have_text(re.compile("heart or blood pressure"))
    page.get_by_role("link", name="Back").click()
    expect(page.locator("input:checked")).to_have_count(3)


def test_a_doubt_beside_a_place_is_not_unticked_without_a_word(page: Page):
    come(page, "metal", until="implants-where")
    for value in ("jaw", "not-sure"):
        page.locator(f"input[value={value}]").check()
    assert page.locator("input:checked").count() == 2
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_contain_text("select only “I am not sure”: it counts for all of them.")


@with_and_without_script
def test_going_back_finds_the_answer_given(page: Page, script):
    come(page, "no", until="age")
    tick(page, "over-18")
    expect(page).to_have_url(re.compile("/check/2/$"))
    expect(heading(page)).to_have_text(re.compile("pacemaker"))
    page.get_by_role("link", name="Back").click()
    expect(page).to_have_url(re.compile("/check/1/$"))
    expect(page.locator("input[value=over-18]")).to_be_checked()
    page.go_back()
    expect(page).to_have_url(re.compile("/check/2/$"))
    expect(heading(page)).to_have_text(re.compile("pacemaker"))


@with_and_without_script
def test_what_is_cleared_cannot_be_brought_back(page: Page, script):
    come(page, "no", until="heart-device")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("button", name="Clear my answers").click()
    expect(page).to_have_url(re.compile("/check/cleared/$"))
    expect(page.get_by_text("Your answers are cleared.")).to_be_visible()
    page.go_back()
    expect(page.locator("input:checked")).to_have_count(0)
    assert [cookie["name"] for cookie in page.context.cookies() if cookie["path"] == "/check/"] == []


def test_whatever_fails_the_smooth_way_is_shown_the_plain_way(transactional_db, starter, live_server, context):
    """On a page of its own, because the console rightly speaks of an error."""
    page = context.new_page()
    come(page, "no", until="age")
    questionnaire = Edition.objects.get(kind="questionnaire")
    Withdrawal.objects.create(edition=questionnaire, at=timezone.now(), by=factories.user(), reason="Wrong.")
    tick(page, "over-18")
    expect(heading(page)).to_have_text("The check is closed for now")


@pytest.mark.parametrize("name", PEOPLE)
def test_every_kind_of_page_and_result_is_accessible(page: Page, accessible: Callable[[Page], None], name: str):
    come(page, name)
    page.goto("/check/result/")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    accessible(page)
    for key in PEOPLE[name] or ["age"]:
        come(page, name, until=key)
        accessible(page)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("alert")).to_be_visible()
        accessible(page)


def test_the_other_pages_are_accessible(page: Page, accessible: Callable[[Page], None]):
    for path_ in ("/check/", "/check/cleared/", "/check/1/", "/check/paper/"):
        page.goto(path_)
        accessible(page)
    come(page, "botulinum")
    for path_ in ("/check/", "/check/answers/", "/check/sheet/", "/check/editions/", "/check/editions/1/"):
        page.goto(path_)
        accessible(page)
    come(page, "pacemaker")
    page.goto("/check/2/")
    accessible(page)


def test_nothing_has_to_be_scrolled_sideways_and_targets_are_large(page: Page):
    for name, paths in {
        "metal": ["/check/", "/check/1/", "/check/15/", "/check/16/", "/check/answers/", "/check/result/"],
        "pacemaker": ["/check/result/"],
        "retinoid": ["/check/result/"],
        "unsure": ["/check/result/"],
    }.items():
        come(page, name)
        for path_ in paths:
            page.goto(path_)
            for width in (320, 390, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path_} at {width}"
                assert small_targets(page) == [], f"design.md 8: targets of at least 44 px, on {path_} at {width}"


def focus(page: Page, wanted: Locator) -> None:
    """Press Tab until it is focused."""
    for _ in range(30):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("design.md 8: everything can be reached by keyboard.")


def small_targets(page: Page) -> list[str]:
    return page.locator("main :is(button, .button, .choice, .back-link, .date-field-input, summary)").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)"
        ".map(one => one.outerHTML)"
    )
