"""Every path that a check can name leads to the field that an editor has to change."""

import pytest

from guides.admin.places import Place, place
from guides.documents import assemble
from guides.models import Source
from screening.models import Question, Scenario
from tests import factories
from tests.guides.examples import import_device, import_guide

pytestmark = pytest.mark.django_db


def test_places_in_a_guide():
    draft = import_guide()
    assembly = assemble(draft)
    page = f"/admin/guides/guide/{draft.pk}/change/"
    expected = {
        "": Place(""),
        "blocks": Place("Blocks"),
        "standfirst": Place("Standfirst", f"{page}#id_standfirst"),
        "slug": Place("Address", f"{page}#id_slug"),
        "blocks[0].text": Place("Block 1 (line of the quick answer): text", f"{page}#id_guides_answeritem_set-0-text"),
        "blocks[8].sessions": Place(
            "Block 9 (phase of a timeline): sessions", f"{page}#id_guides_phase_set-1-sessions"
        ),
        "blocks[14]": Place("Block 15 (who wrote it)", f"{page}#guides_authorship_set-0"),
        "note": Place("Change note", "#id_note"),
    }
    assert {where: place(where, assembly) for where in expected} == expected


def test_places_in_a_record():
    assembly = assemble(import_guide())
    claim = next(row for row in assembly.rows if getattr(row, "key", "") == "permanent")
    page = f"/admin/guides/claim/{claim.pk}/change/"
    expected = {
        "references.claim.permanent": Place("Claim “Results are permanent.”", page),
        "references.claim.permanent.verdict": Place("Claim “Results are permanent.”, Verdict", f"{page}#id_verdict"),
        "references.claim.permanent.evidence[1].finding": Place(
            "Claim “Results are permanent.”, Evidence 2: finding", f"{page}#id_evidence-1-finding"
        ),
    }
    assert {where: place(where, assembly) for where in expected} == expected


def test_places_in_a_device():
    draft = import_device()
    page = f"/admin/guides/device/{draft.pk}/change/"
    expected = {
        "facts": Place("Device facts", f"{page}#facts-group"),
        "facts[1].source": Place("Device fact 2: source", f"{page}#id_facts-1-source"),
        "label[0].words": Place("Label statement 1: words", f"{page}#id_label-0-words"),
        "label_source": Place("Label source", f"{page}#id_label_source"),
    }
    assembly = assemble(draft)
    assert {where: place(where, assembly) for where in expected} == expected


def test_places_in_the_questionnaire_lead_to_the_question_or_scenario():
    draft = factories.questionnaire()
    factories.question(draft, "epilepsy", text="Do you have epilepsy?")
    factories.scenario(draft, "a1", {}, {})
    question, scenario = Question.objects.get(), Scenario.objects.get()
    asked = f"/admin/screening/question/{question.pk}/change/"
    expected = {
        "questions": Place("Questions", f"/admin/screening/questionnaire/{draft.pk}/change/#questions-group"),
        "questions[0].why": Place("Question “Do you have epilepsy?”, Why we ask", f"{asked}#id_why"),
        "questions[0].options": Place("Question “Do you have epilepsy?”, Options", f"{asked}#options-group"),
        "questions[0].options[1].label": Place(
            "Question “Do you have epilepsy?”, Option 2: label", f"{asked}#id_options-1-label"
        ),
        "scenarios.a1": Place("Scenario “A1”", f"/admin/screening/scenario/{scenario.pk}/change/"),
    }
    assembly = assemble(draft)
    assert {where: place(where, assembly) for where in expected} == expected


@pytest.mark.parametrize("where", ["nowhere", "blocks[99].html", "facts[0]", "references.claim", "title.more.yet"])
def test_a_path_to_nothing_is_shown_and_never_an_error(where):
    assert place(where, assemble(factories.guide())).label


def test_a_record_that_is_not_there_has_no_address():
    assert place("references.source.s9", assemble(factories.guide())) == Place("source s9")
    assert not Source.objects.exists()
