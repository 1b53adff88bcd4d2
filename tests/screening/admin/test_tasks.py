"""The page for publishing the questionnaire, as a list of what is to be done."""

from guides.models import Condition, Edition, Rule
from screening.admin.tasks import Tasks
from screening.models import Question, Questionnaire
from tests import factories
from tests.screening.admin.conftest import frozen


def address(draft, verb: str = "publish") -> str:
    return f"/admin/screening/questionnaire/{draft.pk}/{verb}/"


def tasks(response) -> Tasks:
    (section,) = response.context["sections"]
    return section.content


def test_each_promise_says_whether_it_holds_and_over_how_much(as_editor, draft, live):
    shown = tasks(as_editor.get(address(draft)))
    assert ([promise.number for promise in shown.promises], shown.broken) == (list(range(1, 13)), 0)
    # Metal: no, not sure, or yes with any of seven areas or not sure; each with three answers about fever.
    assert shown.promises[0].over == f"{(2 + 2**7 - 1 + 1) * 3} sets of answers"
    assert shown.promises[11].over == "the pages of every answer and of 3 distinct outcomes"


def test_a_broken_promise_is_told_as_a_person(as_editor, draft, live):
    Condition.objects.filter(key="metal-in-face").update(must_stop=True)
    response = as_editor.get(address(draft))
    assert tasks(response).broken == 1
    assert "Proof: 1 promise broken" in response.content.decode()
    assert "Someone who answers “Yes” to “Does metal apply to you?”" in response.content.decode()


def test_what_no_page_may_show_is_told_as_a_broken_promise_and_as_a_problem(as_editor, draft, at):
    frozen(factories.device(title="Wave, $299"), at)
    frozen(draft, at)
    response = as_editor.get(address(draft))
    (breach,) = tasks(response).promises[11].breaches
    assert breach.message.endswith("would be shown a price outside of every recommendation: “Wave, $299”")
    assert breach.message in [problem.message for problem in response.context["candidate"].found]
    listed = as_editor.get(address(draft, "change")).context["problem_list"].listed
    assert breach.message in [item.problem.message for item in listed]


def test_scenarios_that_pass_are_counted(as_editor, draft, live):
    assert (tasks(as_editor.get(address(draft))).tried.passed) == 1


def test_devices_that_the_draft_judges_otherwise(as_editor, draft, live):
    response = as_editor.get(address(draft))
    assert tasks(response).compared.changed == ()
    assert "1 device judges everybody as before." in response.content.decode()
    assert "Rules softened: none" in response.content.decode()
    Rule.objects.filter(condition__key="fever").update(if_present="ask")
    shown = tasks(as_editor.get(address(draft))).compared
    keys = [[device.key for device in alike] for alike in shown.changed]
    assert (keys, shown.unchanged, shown.counted) == ([["wave"]], 0, True)


def test_an_answer_that_means_something_else_is_told_where_no_rule_has_changed(as_editor, draft, live):
    Question.objects.get(key="fever").options.get(key="yes").affirms.clear()
    page = as_editor.get(address(draft)).content.decode()
    assert "1 question offers other answers, or answers that mean or lead to something else: “Does fever apply" in page
    assert "Everybody is counted whose answers both editions offer." in page
    assert "judges everybody as before" not in page


def test_the_first_edition_has_nothing_to_be_compared_with(as_editor, draft):
    assert tasks(as_editor.get(address(draft))).compared is None
    assert "Nothing is live to compare it with." in as_editor.get(address(draft)).content.decode()


def test_a_draft_that_cannot_be_followed_has_no_proof(as_editor, draft, live):
    Question.objects.get(key="where").ask_if.add(Question.objects.get(key="fever").options.get(key="yes"))
    shown = tasks(as_editor.get(address(draft)))
    assert (shown.promises, shown.tried.undecodable) == (
        (),
        "not a questionnaire with devices of schema 1: Undecodable('“where” follows more than one question.')",
    )


def test_whoever_approves_reads_the_same_list(as_reviewer, draft, live):
    assert tasks(as_reviewer.get(address(draft, "approve"))).broken == 0


def test_a_softening_is_asked_for_by_name_and_told_to_readers(starter, as_editor, as_reviewer):
    draft = Questionnaire.objects.get()
    Rule.objects.filter(condition__key="keloids").update(if_present="limited")
    draft.scenarios.filter(key="c-keloids").update(expects={"every": {"disposition": "limited"}})
    shown = as_editor.get(address(draft)).context["candidate"]
    (what,) = shown.softened
    statements = {"sha256": shown.sha256, "credential": "Physiotherapist", "conflict_of_interest": "None."}
    assert as_reviewer.post(address(draft, "approve"), statements).status_code == 302

    note = {"sha256": shown.sha256, "note": "Raised scars."}
    refused = as_editor.post(address(draft), note)
    assert (refused.status_code, refused.context["form"].errors) == (422, {"why-1": ["This field is required."]})
    assert refused.context["form"]["why-1"].label == f"Why it may be milder: {what}"
    assert as_editor.post(address(draft), note | {"why-1": "A trial found no harm."}).status_code == 302
    edition = Edition.objects.of("questionnaire").newest_first().first()
    assert edition.note == f"Raised scars.\n\nMilder than before: {what} Why: A trial found no harm."
