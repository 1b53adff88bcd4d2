"""A visitor reads a guide and takes the check; a person with a pacemaker is stopped. With script and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

PUBLIC_PAGES = [
    "/",
    "/guides/",
    "/guides/how-microcurrent-works/",
    "/guides/how-microcurrent-works/editions/",
    "/glossary/",
    "/devices/",
    "/devices/nuface-trinity-plus/",
    "/evidence/",
    "/topics/safety/",
    "/claims/softens-lines/",
    "/planner/?start=2026-12-02&weeks=4&first=0&first=2&then=0",
    "/corrections/",
    "/privacy/",
    "/how-we-work/",
    "/no-such-page/",
]
# The first question is the only one whose harmless answer is a yes.
HARMLESS = re.compile(r"^(Yes, I am 18 or over|No\b)")
MORE_QUESTIONS_THAN_THERE_ARE = 60

with_and_without_script = pytest.mark.parametrize(
    "script",
    [
        pytest.param("on", id="with-script"),
        pytest.param("off", id="without-script", marks=pytest.mark.browser_context_args(java_script_enabled=False)),
    ],
)


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_public_page_is_accessible(page: Page, accessible: Callable[[Page], None], path: str):
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    accessible(page)


@with_and_without_script
def test_a_visitor_reads_the_lead_guide_and_is_recommended_devices(page: Page, script):
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="How microcurrent works").first.click()
    expect(page).to_have_url(re.compile(r"/guides/how-microcurrent-works/$"))
    page.get_by_role("link", name="Start the suitability check").first.click()
    start(page)
    answer_harmlessly(page)
    page.get_by_role("link", name="See my result").click()
    expect(page).to_have_url(re.compile(r"/check/result/$"))
    expect(heading(page)).to_have_text("We found no reason on this checklist not to use these devices")
    expect(devices(page).filter(has_text="NuFACE")).not_to_have_count(0)


def test_a_word_is_explained_where_it_stands_by_keyboard(page: Page, accessible: Callable[[Page], None]):
    page.goto("/guides/how-microcurrent-works/")
    word, note = page.get_by_role("button", name="sham", exact=True), page.locator("#term-sham")
    expect(note).to_be_hidden()
    word.press("Enter")
    expect(note).to_contain_text("A device that looks real but gives no current.")
    accessible(page)
    word.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    page.emulate_media(media="print")
    expect(page.get_by_role("term").filter(has_text="sham")).to_be_visible()


@with_and_without_script
def test_a_person_with_a_pacemaker_is_stopped_and_sees_no_product(page: Page, script):
    page.goto("/check/")
    start(page)
    choose(page, HARMLESS)
    choose(page, re.compile("^Yes, I have a heart device"))
    expect(page).to_have_url(re.compile(r"/check/result/$"))
    expect(heading(page)).to_have_text("Important: Do not use a facial microcurrent device")
    expect(page.get_by_role("main")).to_contain_text("Because you told us")
    expect(devices(page)).to_have_count(0)
    expect(page.get_by_role("main")).not_to_contain_text(re.compile(r"[$£€]\s?\d"))


def start(page: Page) -> None:
    page.get_by_role("button", name="Start the check").click()
    expect(page).to_have_url(re.compile(r"/check/1/$"))


def answer_harmlessly(page: Page) -> None:
    """Answer every question that is left with its no, up to the page that lists the answers."""
    for _ in range(MORE_QUESTIONS_THAN_THERE_ARE):
        if "Check your answers" in heading(page).inner_text():
            return
        choose(page, HARMLESS)
    raise AssertionError("design.md 6, promise 5: the path ends.")


def choose(page: Page, label: re.Pattern[str]) -> None:
    """Give the first answer of this name, and wait for the page that follows."""
    question = heading(page).inner_text()
    page.get_by_label(label).first.check()
    page.get_by_role("button", name="Continue").click()
    expect(heading(page)).not_to_have_text(question)


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def devices(page: Page) -> Locator:
    """Ways to a device, or to a shop that sells one."""
    return page.get_by_role("main").locator("a[href^='/devices/'], a[rel~='sponsored']")
