"""The questionnaire in the admin: what answers mean, who contributed, and the whole round with a second person."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.utils import timezone

from guides import previews
from guides.documents import assemble
from guides.models import Edition
from guides.publishing import contributors
from screening.models import Question, Questionnaire, Scenario
from tests import factories
from tests.guides.admin.filled import filled, with_row


@pytest.fixture
def draft(db) -> Questionnaire:
    """Two questions; the second is asked after a yes or a “not sure” to the first."""
    made = factories.questionnaire()
    first = factories.question(made, "metal", factories.condition("metal-in-face"), position=10)
    second = factories.question(made, "where", kind="where", position=20, text="Where is it?")
    second.options.all().delete()
    second.ask_if.set(first.options.exclude(key="no"))
    second.about.set(first.options.get(key="yes").affirms.all())
    return made


def page(row) -> str:
    return f"/admin/screening/{row._meta.model_name}/{row.pk}/change/"


def log_of(row) -> list[str]:
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk)
    ).order_by("pk")
    return [entry.get_change_message() for entry in entries]


def codes(response) -> list[str]:
    return [item.problem.code for item in response.context["problem_list"].listed]


def test_the_questionnaire_shows_its_questions_in_outline(as_editor, draft):
    text = as_editor.get(page(draft)).content.decode()
    assert "<li>“Yes” means: metal in face</li>" in text
    assert "<li>“No” means: none of what this question is about</li>" in text
    assert "<li>“Unsure” leaves open all that is not answered with yes</li>" in text
    assert "Asked only after “Yes” or “Unsure” to “Does metal apply to you?”" in text
    assert "Answered by choosing areas, or “I am not sure”. About: metal in face." in text
    for question in draft.questions.all():
        assert f'href="{page(question)}"' in text


def test_there_is_one_questionnaire(as_editor, draft):
    add = "/admin/screening/questionnaire/add/"
    assert as_editor.get(add).status_code == 403
    draft.delete()
    assert as_editor.get(add).status_code == 200


def test_questions_change_places_by_their_numbers(as_editor, draft):
    form = filled(as_editor.get(page(draft)))
    as_editor.post(page(draft), form | {"questions-1-position": 5})
    assert list(draft.questions.values_list("key", "position")) == [("where", 10), ("metal", 20)]


def test_a_question_opens_only_after_an_earlier_one(as_editor, draft):
    first, second = draft.questions.all()
    third = factories.question(draft, "later", position=30)
    choices = as_editor.get(page(second)).context["adminform"].form.fields["ask_if"].choices
    assert [label for _, label in choices] == ["metal: Yes", "metal: No", "metal: Unsure"]
    assert not as_editor.get(page(first)).context["adminform"].form.fields["ask_if"].queryset
    assert third.options.count() == 3


def test_what_was_chosen_is_not_dropped_where_questions_have_changed_places(as_editor, draft):
    """A browser posts the boxes it was shown."""
    _, second = draft.questions.all()
    draft.questions.filter(pk=second.pk).update(position=5)
    choices = as_editor.get(page(second)).context["adminform"].form.fields["ask_if"].choices
    assert [label for _, label in choices] == ["metal: Yes", "metal: Unsure"]


def test_a_question_is_saved_with_its_options_and_shows_the_problems(as_editor, draft):
    address = page(Question.objects.get(key="metal"))
    form = filled(as_editor.get(address)) | {"text": "Is there metal in your face?"}
    form = with_row(form, "options", key="braces", label="Braces", role="affirms", affirms=[], position="")
    response = as_editor.post(address, form | {"_continue": "1"}, follow=True)
    assert list(Question.objects.get(key="metal").options.values_list("key", "position")) == [
        ("yes", 10),
        ("no", 20),
        ("unsure", 30),
        ("braces", 40),
    ]
    assert "question-incomplete" in codes(response)
    assert codes(response) == codes(as_editor.get(page(draft)))


def test_saving_and_leaving_says_what_is_left_to_do(as_editor, draft):
    address = page(Question.objects.get(key="metal"))
    response = as_editor.post(address, filled(as_editor.get(address)))
    told = str(list(get_messages(response.wsgi_request))[-1])
    assert told.startswith("The questionnaire “Suitability check” still has ")
    assert told.endswith(f'<a href="{address}">see what to do</a>.')


def test_a_new_question_comes_last(as_editor, draft):
    address = f"/admin/screening/question/add/?questionnaire={draft.pk}"
    form = filled(as_editor.get(address)) | {"key": "age", "topic": "Age", "kind": "single", "text": "How old are you?"}
    as_editor.post(address, form)
    assert list(draft.questions.values_list("key", "position")) == [("metal", 10), ("where", 20), ("age", 30)]


def test_who_changes_a_part_contributes_to_the_whole(as_editor, draft):
    question = Question.objects.get(key="where")
    scenario = factories.scenario(draft, "a1", {"metal": ["no"]}, {"every": {"disposition": "suitable"}})
    for row in (question, scenario):
        as_editor.post(page(row), filled(as_editor.get(page(row))))
    address = "/admin/screening/question/add/"
    form = filled(as_editor.get(address)) | {"key": "age", "topic": "Age", "kind": "single", "text": "How old?"}
    as_editor.post(address, form)
    as_editor.post(f"/admin/screening/question/{question.pk}/delete/", {"post": "yes"})
    assert log_of(draft) == [
        "Changed question “Where is it?”.",
        "Changed scenario “A1”.",
        "Added question “How old?”.",
        "Deleted question “Where is it?”.",
    ], "Rule 5.4: who edits a question works on the questionnaire."
    (editor,) = contributors(assemble(draft))
    assert LogEntry.objects.filter(user_id=editor).count() == LogEntry.objects.count()


ONE_OF = "expected a disposition, one of suitable, limited, wait, ask, stop."
LISTED = "expected a list of answers, or of one number of days."
AREAS = "areas_left_out is a list of areas: forehead, temples, eyes, cheeks, mouth-chin, jaw, neck."


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("answers", "{", "Enter a valid JSON."),
        ("answers", "[1]", 'Expected named values, as in {"name": …}.'),
        ("answers", '{"metal": "no"}', f"metal: {LISTED}"),
        ("answers", '{"when": [true]}', f"when: {LISTED}"),
        ("answers", '{"when": [1.5]}', "A document cannot contain floats: write the number as text."),
        ("answers", '{"metal": ["\\u0000"]}', "A document cannot contain NUL characters."),
        ("expects", '{"every": "stop"}', f"every: {ONE_OF}"),
        ("expects", '{"every": {"disposition": "safe"}}', f"every: {ONE_OF}"),
        ("expects", '{"every": {"disposition": "ask", "why": ""}}', "every: unknown: why."),
        ("expects", '{"wave": {"disposition": "limited", "areas_left_out": ["nose"]}}', f"wave: {AREAS}"),
        (
            "expects",
            '{"wave": {"disposition": "wait", "come_back_in_days": -1}}',
            "wave: come_back_in_days is a whole number of days.",
        ),
    ],
)
def test_a_scenario_that_cannot_be_read_is_refused(as_editor, draft, field, value, error):
    scenario = factories.scenario(draft, "a1", {"metal": ["no"]}, {"every": {"disposition": "suitable"}})
    response = as_editor.post(page(scenario), filled(as_editor.get(page(scenario))) | {field: value})
    assert response.context["adminform"].form.errors == {field: [error]}


def test_a_scenario_that_can_be_read_is_saved(as_editor, draft):
    scenario = factories.scenario(draft, "a1", {"metal": ["no"]}, {"every": {"disposition": "suitable"}})
    expects = '{"wave": {"disposition": "wait", "areas_left_out": ["jaw"], "come_back_in_days": 4}}'
    form = filled(as_editor.get(page(scenario)))
    assert as_editor.post(page(scenario), form | {"answers": '{"when": [10]}', "expects": expects}).status_code == 302
    scenario = Scenario.objects.get()
    assert scenario.answers == {"when": [10]}
    assert scenario.expects == {"wave": {"disposition": "wait", "areas_left_out": ["jaw"], "come_back_in_days": 4}}


def test_the_preview_lists_questions_meanings_and_rules(client, draft):
    factories.rule(
        Question.objects.get(key="where").about.get(),
        "limited",
        areas=["jaw"],
        where_told=True,
        reason="It may differ.",
    )
    text = " ".join(client.get(previews.address(draft, at=timezone.now())).content.decode().split())
    for words in (
        "Preview of a draft. Not published.",
        "<h3>Does metal apply to you?</h3>",
        "<li><strong>Yes</strong>: means: metal in face</li>",
        "<em>Asked only after “Yes” or “Unsure” to “Does metal apply to you?”</em>",
        "With it: limited: some areas, or with care. Not sure: ask a clinician first.",
        "Leaves out: jaw. Leaves out the area that the person names.",
        "Reason: It may differ.",
    ):
        assert words in text


def test_a_changed_question_goes_live_after_a_second_person_said_yes(starter, as_editor, as_reviewer):
    draft = Questionnaire.objects.get()
    question = draft.questions.get(key="age")
    form = filled(as_editor.get(page(question)))
    changed = as_editor.post(page(question), form | {"text": "How old are you today?", "_continue": "1"}, follow=True)
    assert codes(changed) == ["not-approved"]

    publish, approve = (f"/admin/screening/questionnaire/{draft.pk}/{verb}/" for verb in ("publish", "approve"))
    shown = as_editor.get(publish).context["candidate"]
    note = {"sha256": shown.sha256, "note": "Asks for the age today."}
    refused = as_editor.post(publish, {**note, "unreviewed_because": "Nobody is there to review it."})
    assert (refused.status_code, codes(refused)) == (422, ["not-approved"]), "Rule 5.4: approved, or not live."

    statements = {"credential": "Physiotherapist", "conflict_of_interest": "None."}
    assert as_reviewer.post(approve, {"sha256": shown.sha256, **statements}).status_code == 302
    assert as_editor.post(publish, note).status_code == 302
    live = Edition.objects.of("questionnaire").live(timezone.now()).get()
    assert (live.number, live.document["questions"][0]["text"]) == (2, "How old are you today?")
