from xml.etree import ElementTree

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction

from guides.models import Edition, Source
from guides.pages.grading import how_graded
from guides.problems import blockers, problems
from tests.starter import insert_starter


def test_a_copy_is_what_was_loaded(db, at):
    loaded = rows_after_insertion(at)
    copied = rows_after_insertion(at)
    assert copied == loaded


def test_rows_can_be_added_to_a_copy(starter):
    assert Source.objects.create(key="new", title="New", kind="paper").pk > 0
    assert Edition.objects.filter(published_by=User.objects.get()).count() == Edition.objects.count()


def test_every_page_that_search_engines_are_told_of_answers(starter, client):
    found = ElementTree.fromstring(client.get("/sitemap.xml").content).iterfind(".//{*}loc")
    addresses = [address.text.removeprefix("http://testserver") for address in found]
    assert len(addresses) > 30
    assert {address: status for address in addresses if (status := client.get(address).status_code) != 200} == {}


def test_the_questionnaire_has_no_problem_with_any_device(starter, at):
    document = Edition.objects.get(kind="questionnaire").document
    assert [problem.code for problem in blockers(problems(document, at=at))] == ["not-approved"], (
        "Rule 5.4: once there is one, even the same document needs a second person's approval."
    )


def test_every_claim_is_graded_as_its_page_explains(starter, at):
    for edition in Edition.objects.of("guide").live(at).with_references():
        studies = edition.references.get("study", {})
        for key, claim in edition.references.get("claim", {}).items():
            assert how_graded(claim, studies).grade.code == claim["grade"], f"{key} in {edition.title}"


def rows_after_insertion(at) -> dict[str, list[dict]]:
    """All rows of ours by their table; then the database is as it was."""
    with transaction.atomic():
        insert_starter(at=at)
        models = [model for app in ("guides", "screening") for model in apps.get_app_config(app).get_models()]
        rows = {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}
        for edition in rows["guides.Edition"]:
            del edition["published_by_id"]
        transaction.set_rollback(True)
    return rows
