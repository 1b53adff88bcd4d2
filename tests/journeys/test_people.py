"""Signing in, being locked out, and showing a second factor, in a browser and under the strict policy."""

from base64 import b32decode

import pytest
from axes.models import AccessAttempt
from django_otp.oath import totp
from playwright.sync_api import Page, expect

from guides.accounts import EDITORS, PUBLISHERS
from guides.models import Guide
from tests import factories


def try_password(page: Page, username: str, password: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


@pytest.fixture
def guide(page, settings) -> Guide:
    """Changed since it was published, where a second factor is required."""
    settings.SECOND_FACTOR = True
    factories.user("edith", group=(EDITORS, PUBLISHERS))
    guide = Guide.objects.get(slug="conductive-gel")
    guide.standfirst += " We looked again."
    guide.save()
    return guide


def test_a_publisher_finds_what_waits_and_sets_up_a_second_factor(page: Page, guide, accessible):
    try_password(page, "edith", "password")
    ahead = page.get_by_role("listitem").filter(has_text="readers have edition 1")
    expect(ahead).to_have_text("Why the gel matters: guide, readers have edition 1; no problems", use_inner_text=True)
    accessible(page)
    ahead.get_by_role("link", name=guide.title).click()
    page.get_by_role("link", name="Publish…").click()

    expect(page.get_by_role("heading", name="Second factor")).to_be_visible()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    accessible(page)
    page.get_by_label("Code").fill("000")
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_text("This is not the code that the app should show now.")).to_be_visible()
    key = b32decode(page.locator(".key").inner_text().replace(" ", ""))
    page.get_by_label("Code").fill(f"{totp(key):06}")
    page.get_by_role("button", name="Set up").click()

    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    accessible(page)
    recovery_code = page.locator(".key").first.inner_text()
    page.get_by_role("link", name="I have kept them: go on").click()
    expect(page.get_by_text("edition 2, after edition 1")).to_be_visible()

    page.get_by_role("button", name="Log out").click()
    try_password(page, "edith", "password")
    page.goto(f"/admin/guides/guide/{guide.pk}/publish/")
    expect(page.get_by_role("heading", name="Your second factor, please")).to_be_visible()
    accessible(page)
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Why it is published before anybody has reviewed it").fill("Only the standfirst is longer.")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Edition 2 of “Why the gel matters” is published.")).to_be_visible()


def test_who_is_locked_out_is_told_and_let_in_by_a_superuser(page: Page, guide, accessible, settings):
    for _ in range(5):
        try_password(page, "edith", "wrong")
    expect(page.get_by_role("heading", name="Too many failed attempts")).to_be_visible()
    accessible(page)

    settings.SECOND_FACTOR = False
    factories.user("sue", is_superuser=True)
    try_password(page, "sue", "password")
    for model in ("axes/accessattempt", "otp_totp/totpdevice", "otp_static/staticdevice"):
        page.goto(f"/admin/{model}/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"/admin/axes/accessattempt/{AccessAttempt.objects.get().pk}/delete/")
    page.get_by_role("button", name="Yes").click()
    page.get_by_role("button", name="Log out").click()
    try_password(page, "edith", "password")
    expect(page.get_by_role("heading", name="What would you like to work on?")).to_be_visible()
