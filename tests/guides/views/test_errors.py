import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path
from django.utils.html import strip_tags

from celliara.urls import urlpatterns as site


def forbidden(request):
    raise PermissionDenied


def suspicious(request):
    raise SuspiciousOperation


def broken(request):
    raise RuntimeError("A secret")


def form(request):
    raise AssertionError("Never reached without the CSRF cookie.")


urlpatterns = [
    path("forbidden/", forbidden),
    path("suspicious/", suspicious),
    path("broken/", broken),
    path("form/", form),
    *site,
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/no-such-page/", 404, "There is no page at this address"),
        ("/forbidden/", 403, "You may not do this here"),
        ("/suspicious/", 400, "We could not understand this request"),
        ("/broken/", 500, "Something went wrong on our side"),
    ],
)
def test_error_has_a_page_of_its_own(address, status, title):
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == status
    assert f">{title}</h1>" in response.content.decode()
    assert not response.cookies


def test_unknown_host_gets_the_page_for_requests_not_understood(client):
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "We could not understand this request" in response.content.decode()
    assert "evil.example" not in response.content.decode()


def test_page_for_faults_needs_nothing_that_could_be_at_fault(client):
    page = Client(raise_request_exception=False).get("/broken/").content.decode()
    assert "{" not in page
    assert "A secret" not in page


def test_blocked_cookie_is_explained_in_plain_words():
    response = Client(enforce_csrf_checks=True).post("/form/", {"answer": "yes"})
    assert response.status_code == 403
    said = " ".join(strip_tags(response.content.decode()).split())
    assert "Your browser did not send our cookie" in said
    assert "Allow cookies for this site" in said
    assert "CSRF" not in said
