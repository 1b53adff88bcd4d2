"""What the check gives, over HTTP: the result in the order one likes, the calendar file, the sheet."""

import datetime as dt
import re

import pytest
import vobject
from django.test import Client
from django.utils import timezone

from screening.answers import AfterStop
from screening.preferences import Preferences
from tests.screening.examples import NO
from tests.screening.live import carrying, kept

HAS = frozenset({"has"})
BOTULINUM = {**NO, "botulinum": HAS, "when": frozenset({"not-sure"}), "where": frozenset({"forehead"})}


def test_preferences_order_the_devices_and_stay_in_the_browser(client, check):
    carrying(client, NO)
    assert recommended(client.get("/check/result/")) == ["Alpha", "Beta", "Gamma"]
    response = client.post("/check/preferences/", {"areas": ["jaw"], "budget": "300", "currency": "USD"})
    assert (response.status_code, response["Location"]) == (303, "/check/result/")
    assert kept(client).preferences == Preferences(areas=("jaw",), budget=300, currency="USD")
    page = client.get("/check/result/")
    assert recommended(page) == ["Beta", "Alpha", "Gamma"]
    assert "Every price on record is within your budget." in page.text
    assert 'value="300"' in page.text


def test_preferences_change_no_answer(client, check):
    client = carrying(client, BOTULINUM, after_stop=AfterStop.CHANGED_IT)
    client.post("/check/preferences/", {"app": "without"})
    assert kept(client).answers == BOTULINUM
    assert kept(client).after_stop is AfterStop.CHANGED_IT


def test_an_empty_form_takes_preferences_back(client, check):
    carrying(client, NO, preferences=Preferences(minutes=5))
    client.post("/check/preferences/", {})
    assert not kept(client).preferences


@pytest.mark.parametrize("budget", ["much", "0", "-5", "12.50", "9" * 30])
def test_a_budget_that_is_no_number_is_refused_with_what_to_do(client, check, budget):
    response = carrying(client, NO).post("/check/preferences/", {"budget": budget})
    assert response.status_code == 422
    assert "<title>Error: Your result, suitability check" in response.text
    assert '<a class="error-summary-link" href="#wish-budget">' in response.text
    assert f'value="{budget}"' in response.text
    assert recommended(response) == ["Alpha", "Beta", "Gamma"]


@pytest.mark.parametrize("posted", [{"areas": ["nose"]}, {"app": "maybe"}, {"minutes": "7"}, {"currency": "JPY"}])
def test_what_the_form_does_not_offer_is_refused(client, check, posted):
    response = carrying(client, NO).post("/check/preferences/", posted)
    assert response.status_code == 422
    assert "Select one of the answers on this page." in response.text


def test_before_there_is_a_result_there_is_nothing_to_order(client, check):
    response = carrying(client, {}).post("/check/preferences/", {"budget": "300"})
    assert (response.status_code, response["Location"]) == (303, "/check/1/")


def test_the_calendar_file_names_the_day_and_nothing_else(client, check):
    carrying(client, BOTULINUM)
    response = client.get("/check/calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="device-check.ics"'
    assert response["Cache-Control"] == "no-store"
    event = vobject.readOne(response.text).vevent
    day = timezone.now().date() + dt.timedelta(days=14)
    assert {name: lines[0].value for name, lines in event.contents.items() if name != "dtstamp"} == {
        "uid": f"device-check-{day.isoformat()}@celliara",
        "dtstart": day,
        "dtend": day + dt.timedelta(days=1),
        "summary": "Take the device check again",
        "url": "http://testserver/check/",
        "transp": "TRANSPARENT",
    }


def test_two_people_who_come_back_on_the_same_day_take_down_the_same_entry(check):
    other = {**BOTULINUM, "where": frozenset({"jaw"})}
    files = [carrying(Client(), answers).get("/check/calendar.ics").text for answers in (BOTULINUM, other)]
    uids = {re.search("UID:(.*)", file)[1] for file in files}
    assert len(uids) == 1


def test_who_does_not_wait_takes_it_again_when_the_result_no_longer_holds(client, check):
    """Everybody may ask for the file, or a log of addresses would tell who has to wait."""
    event = vobject.readOne(carrying(client, NO).get("/check/calendar.ics").text).vevent
    assert event.dtstart.value == timezone.now().date() + dt.timedelta(days=365)


def test_beside_a_stop_there_is_no_day(client, check):
    response = carrying(client, {**BOTULINUM, "implant": HAS}).get("/check/calendar.ics")
    assert (response.status_code, response["Location"]) == (303, "/check/result/")
    assert "calendar.ics" not in client.get("/check/result/").text, "Promise 10 (design.md 6)."


def test_before_there_is_a_result_there_is_no_day(client, check):
    response = carrying(client, {}).get("/check/calendar.ics", follow=True)
    assert response.redirect_chain[-1][0] == "/check/1/"


def test_the_sheet_says_what_was_said_and_who_says_what(client, check):
    text = plain(carrying(client, {**NO, "metal": HAS, "skin": frozenset({"not-sure"})}).get("/check/sheet/"))
    assert "Do you have metal in your face? Has" in text
    assert "Do you have any of these? I am not sure" in text
    assert "Do you have a fever?" not in text
    assert "Label of the Alpha: Says stop to metal. (p. 6)" in text
    assert "Alpha Do not use" in text
    assert "Beta Ask a clinician first" in text
    assert "10 µA (maker says)" in text
    assert "Name and profession" in text
    assert "with edition 1 of the questions" in text
    assert "The rules of this check have not been approved by a clinician." in text


def test_the_sheet_says_what_was_known_and_that_the_rest_was_not(client, check):
    text = plain(carrying(client, {**NO, "skin": frozenset({"thyroid", "not-sure"})}).get("/check/sheet/"))
    assert "Do you have any of these? Thyroid; of the rest: I am not sure" in text
    assert "A condition called thyroid: use with limits." in text
    assert "A condition called spots (not sure): ask a clinician first." in text


@pytest.mark.parametrize(("after_stop", "said"), [(AfterStop.CHANGED_IT, True), (AfterStop.WAS_ASKED, False)])
def test_the_sheet_says_where_an_answer_was_changed_after_a_stop(client, check, after_stop, said):
    text = plain(carrying(client, NO, after_stop=after_stop).get("/check/sheet/"))
    assert ("One answer was changed after a stop." in text) is said


def test_the_file_of_the_sheet_asks_for_nothing(client, check):
    response = carrying(client, BOTULINUM).get("/check/sheet/file/")
    assert response["Content-Disposition"] == 'attachment; filename="device-check.html"'
    assert response["Cache-Control"] == "no-store"
    assert re.findall(r"<(?:link|script|img|style|iframe)|\b(?:src|href)=", response.text) == []
    assert "Have you had botulinum toxin?" in response.text


@pytest.mark.parametrize("path", ["/check/sheet/", "/check/sheet/file/"])
def test_before_there_is_a_result_there_is_no_sheet(client, check, path):
    response = carrying(client, {}).get(path)
    assert (response.status_code, response["Location"]) == (303, "/check/1/")


def recommended(response) -> list[str]:
    return re.findall(r'<a href="/devices/the-\w+/">(\w+)</a>', response.text)


def plain(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text.partition("<main")[2]).split())
