from django.test import Client

from screening.pages.start import Length, length
from tests.screening.examples import checklist


def test_the_questionnaire_can_be_read_without_any_cookie(client, check):
    response = client.get("/check/paper/")
    assert response.status_code == 200
    assert "4. Have you had botulinum toxin?" in response.text
    assert "A condition called botulinum" in response.text
    assert "The rules of this check have not been approved by a clinician." in response.text
    assert "/devices/the-" not in response.text
    assert 'name="answer"' not in response.text


def test_who_blocks_cookies_is_led_to_it(client, check):
    assert 'href="/check/paper/"' in Client().get("/check/1/").text
    assert 'href="/check/paper/"' in client.get("/check/").text


def test_the_start_says_how_many_questions_there_are(client, check):
    assert length(checklist().check) == Length(of_everybody=7, follow_ups=3)
    text = client.get("/check/").text
    assert "<strong>7 questions</strong> for everybody, and up to 3 more after some of the answers." in text
