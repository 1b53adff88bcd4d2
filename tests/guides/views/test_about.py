import pytest
from django.utils.html import strip_tags

from guides.grading import METHOD

pytestmark = pytest.mark.usefixtures("db", "now")


def text(response) -> str:
    return " ".join(strip_tags(response.content.decode()).split())


def test_how_we_work_names_the_method_and_every_grade_and_verdict(client):
    response = client.get("/how-we-work/")
    said = text(response)
    assert f"This is method {METHOD}, and each grade names its method." in said
    assert all(grade.meaning in said for grade in response.context["grades"])
    assert all(verdict.meaning in said for verdict in response.context["verdicts"])


def test_privacy_says_what_the_check_keeps(client):
    said = text(client.get("/privacy/"))
    assert "They are never stored on the server" in said
    assert "What you search for stands in the address of the page that you get" in said
    assert "Thirty minutes after your last answer we no longer accept it" in said
