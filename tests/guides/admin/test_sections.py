"""What other parts of the site have to say on the page for publishing."""

from django.contrib import admin

from guides.admin.publishing import Section, publish_page
from guides.models import Guide
from tests import factories
from tests.guides.examples import import_guide


def test_sections_are_given_what_would_be_published(db, rf):
    guide = import_guide()
    request = rf.get("/")
    request.user = factories.user("sue", is_superuser=True)
    response = publish_page(
        admin.site.get_model_admin(Guide),
        request,
        guide,
        lambda candidate: [Section("components/grade.html", candidate.draft)],
    )
    assert response.context_data["sections"] == [Section("components/grade.html", guide)]


def test_guides_say_nothing_more(as_superuser):
    page = as_superuser.get(f"/admin/guides/guide/{import_guide().pk}/publish/")
    assert page.context["sections"] == []
