import pytest
from django.urls import reverse

from guides.search.site import page_called


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("planner", "Routine planner"),
        ("Calendar", "Routine planner"),
        ("privacy", "Privacy"),
        ("compare devices", "Compare devices"),
        ("device comparison", "Compare devices"),
        ("contraindications", "Who should not use it"),
        ("list of contraindications", "Who should not use it"),
        ("glossary", "Glossary"),
        ("corrections", "Corrections"),
        ("correction", "Corrections"),
        ("check", "The suitability check"),
        ("where is the check?", "The suitability check"),
        ("how we work", "How we work"),
        ("does it work", ""),
        ("check for a pacemaker", ""),
        ("the", ""),
        ("", ""),
    ],
)
def test_pages_of_the_site_are_found_by_what_they_are_called(typed, title):
    page = page_called(typed)
    assert (page.title if page else "") == title


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    ["check", "planner", "compare", "devices", "guides", "claims", "evidence", "corrections", "about", "privacy"],
)
def test_there_are_such_pages(starter, client, typed):
    page = page_called(typed)
    assert client.get(reverse(page.route)).status_code == 200
