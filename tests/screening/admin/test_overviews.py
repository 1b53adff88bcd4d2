"""Pages that show the questionnaire as a whole, and what its pages say each time they are opened."""

import pytest

from guides.models import Rule
from screening.models import Question, Scenario
from tests import factories
from tests.guides.admin.filled import filled


def page(draft, rest: str) -> str:
    return f"/admin/screening/questionnaire/{draft.pk}/{rest}/"


def soften_fever() -> None:
    Rule.objects.filter(condition__key="fever").update(if_present="ask")


def level_of_fever(response) -> str:
    (cell,) = next(row for row in response.context["matrix"].rows if row.name == "Fever").cells
    return cell.if_present.code


def test_the_matrix_is_of_the_draft_or_of_the_live_edition(as_reviewer, draft, live):
    soften_fever()
    assert level_of_fever(as_reviewer.get(page(draft, "matrix"))) == "ask"
    assert level_of_fever(as_reviewer.get(page(draft, "matrix/live"))) == "stop"


def test_there_is_no_matrix_of_nothing(as_reviewer, draft):
    assert as_reviewer.get(page(draft, "matrix/live")).status_code == 404


def test_the_way_through_leads_to_each_question(as_reviewer, draft):
    response = as_reviewer.get(page(draft, "flow"))
    assert [question.text for question in response.context["questions"]] == [
        "Does metal apply to you?",
        "Does fever apply to you?",
    ]
    where = Question.objects.get(key="where")
    assert f'<a href="/admin/screening/question/{where.pk}/change/">Where is it?</a>' in response.content.decode()


@pytest.mark.parametrize("rest", ["flow", "matrix"])
def test_a_draft_that_cannot_be_followed_says_so(as_reviewer, draft, rest):
    Question.objects.get(key="where").ask_if.add(Question.objects.get(key="fever").options.get(key="yes"))
    assert "cannot be followed yet" in as_reviewer.get(page(draft, rest)).content.decode()


@pytest.mark.parametrize("rest", ["flow", "matrix", "matrix/live", "comparison/wave"])
def test_they_are_for_those_who_may_read_the_draft(draft, live, rest):
    assert factories.signed_in(factories.user("nobody")).get(page(draft, rest)).status_code == 403


def test_a_device_says_who_becomes_milder(as_editor, draft, live):
    soften_fever()
    response = as_editor.get(page(draft, "comparison/wave"))
    (change,) = response.context["changes"]
    assert (change.direction, change.sets, change.message) == (
        "Milder",
        "130",
        "Someone who answers “Yes” to “Does fever apply to you?” would be shown Wave as ask; until now it was stop.",
    )


def test_htmx_is_given_the_changes_alone(as_editor, draft, live):
    soften_fever()
    part = as_editor.get(page(draft, "comparison/wave"), headers={"HX-Request": "true"})
    assert part.content.decode().split()[:2] == ["<p><strong>Milder</strong>", "for"]
    assert "HX-Request" in part["Vary"]


def test_a_device_that_is_judged_as_before_changes_nothing(as_editor, draft, live):
    assert "Nobody is shown anything else." in as_editor.get(page(draft, "comparison/wave")).content.decode()
    assert as_editor.get(page(draft, "comparison/nowhere")).status_code == 404


def test_a_new_wording_hides_nobody(as_editor, draft, live):
    soften_fever()
    draft.questions.filter(key="metal").update(text="Is there metal in you?")
    (change,) = as_editor.get(page(draft, "comparison/wave")).context["changes"]
    assert change.sets == "130"


def test_where_the_same_answers_lead_elsewhere_nobody_is_counted(as_editor, draft, live):
    where, metal = (draft.questions.get(key=key) for key in ("where", "metal"))
    where.ask_if.add(metal.options.get(key="unsure"))
    text = as_editor.get(page(draft, "comparison/wave")).content.decode()
    assert "but the same answers mean, or lead to, something else than before." in text
    soften_fever()
    (change,) = as_editor.get(page(draft, "comparison/wave")).context["changes"]
    assert (change.sets, change.message) == (
        "",
        "Someone with “fever” would be shown Wave as ask; until now it was stop.",
    )


def test_a_question_shows_the_rules_that_depend_on_it(as_editor, draft, live):
    text = as_editor.get(f"/admin/screening/question/{Question.objects.get(key='metal').pk}/change/").content.decode()
    assert "<strong>Microcurrent.</strong> With it: ask a clinician first. Not sure: ask a clinician first." in text


def test_scenarios_are_run_on_every_save(as_editor, draft, live):
    scenario = Scenario.objects.get()
    address = f"/admin/screening/scenario/{scenario.pk}/change/"
    assert as_editor.get(address).context["tried"].passes
    form = filled(as_editor.get(address)) | {"expects": '{"every": {"disposition": "stop"}}', "_continue": "1"}
    shown = as_editor.post(address, form, follow=True).context["tried"]
    assert (shown.wrong, [line.words for line in shown.came_out]) == (
        ("Wave: disposition is suitable, expected stop.",),
        ["No reason found"],
    )
    whole = as_editor.get(page(draft, "change")).context["tried"]
    assert (whole.passed, [tried.address for tried in whole.scenarios]) == (0, [address])
