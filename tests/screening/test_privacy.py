import logging
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter

from screening.answers import COOKIE
from screening.privacy import PrivateCheck
from tests.screening.examples import NO
from tests.screening.live import carrying

REQUESTS = [
    ("get", "/check/", 200),
    ("post", "/check/", 303),
    ("get", "/check/1/", 200),
    ("post", "/check/1/", 422),
    ("get", "/check/8/", 303),
    ("get", "/check/99/", 404),
    ("get", "/check/no-such-page/", 404),
    ("get", "/check/answers/", 200),
    ("get", "/check/result/", 200),
    ("post", "/check/result/", 405),
    ("get", "/check/result", 301),
    ("post", "/check/clear/", 303),
    ("get", "/check/cleared/", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), REQUESTS)
def test_every_answer_of_the_check_is_private(client, check, method, path, status):
    response = getattr(carrying(client, NO), method)(path)
    assert response.status_code == status
    assert_private(response)


def test_so_is_the_closed_check(client, db):
    response = client.get("/check/")
    assert response.status_code == 503
    assert_private(response)


def test_so_is_a_form_that_another_site_sends(check):
    response = carrying(Client(enforce_csrf_checks=True), {}).post("/check/1/")
    assert response.status_code == 403
    assert_private(response)


@pytest.mark.parametrize(("method", "path", "status"), REQUESTS)
def test_no_log_tells_where_in_the_check_somebody_was(client, check, caplog, method, path, status):
    caplog.set_level(logging.DEBUG)
    getattr(carrying(client, NO), method)(path)
    assert not [record for record in caplog.records if "/check/" in record.getMessage()], "README: we log no requests."


def test_nor_does_it_of_a_form_that_another_site_sends(check, caplog):
    caplog.set_level(logging.DEBUG)
    carrying(Client(enforce_csrf_checks=True), {}).post("/check/1/")
    assert not [record for record in caplog.records if "/check/" in record.getMessage()], "README: we log no requests."


def test_public_pages_are_left_alone(client, db):
    response = client.get("/privacy/")
    assert response["Cache-Control"] != "no-store"
    assert "X-Robots-Tag" not in response


def test_a_report_of_an_error_tells_nothing_about_the_person():
    sentinel = uuid4().hex

    def fail(request):
        answers = {"pregnancy": frozenset({sentinel})}
        raise RuntimeError(f"{len(answers)} answers")

    factory = RequestFactory(headers={"cookie": f"{COOKIE}={sentinel}"})
    request = factory.post("/check/1/", {"answer": sentinel})
    with pytest.raises(RuntimeError) as raised:
        PrivateCheck(fail)(request)
    reporter = ExceptionReporter(request, raised.type, raised.value, raised.tb)
    reports = reporter.get_traceback_text() + reporter.get_traceback_html()
    assert "1 answers" in reports
    assert sentinel not in reports, "design.md 7: no answer in a report of an error."


def test_reports_about_public_pages_are_as_usual():
    request = RequestFactory().get("/devices/")
    PrivateCheck(lambda request: HttpResponse())(request)
    assert not hasattr(request, "exception_reporter_filter")


def assert_private(response) -> None:
    found = {name: response.headers.get(name) for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")}
    assert found == {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}, (
        "design.md 7: no page of the check is cached, indexed, or named to another site."
    )
