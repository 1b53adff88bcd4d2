"""Checks of the questionnaire, and of devices against the live questionnaire."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress

from guides.documents import Document, sha256
from guides.models import Approval, Condition, Edition, Modality
from guides.problems import Level, Problem, check
from screening.checklist import devices_live
from screening.engine import Breach, Undecodable, can_be_left_off
from screening.page_proof import broken_by_outcomes, broken_by_reasons
from screening.policy import STOP_CONDITIONS
from screening.proofs import Proofs, proofs_of
from screening.review import review
from screening.scenarios import trials


@check("questionnaire")
def incomplete_questions(document: Document, at: dt.datetime) -> Iterator[Problem]:
    if not document["questions"]:
        yield _blocker("no-questions", "questions", "There are no questions.", "Add the first one.")
    for index, question in enumerate(document["questions"]):
        where = f"questions[{index}]"
        for name, words in {"text": "text", "topic": "topic", "why": "“why we ask”"}.items():
            if not question[name]:
                yield _blocker(
                    "question-incomplete", f"{where}.{name}", f"“{question['key']}” has no {words}.", "Write it."
                )
        if question["kind"] in ("where", "when"):
            yield from _located_or_dated(question, where)
        else:
            yield from _ways_out(question, where)


@check("questionnaire")
def review_date(document: Document, at: dt.datetime) -> Iterator[Problem]:
    if not document["review_by"]:
        message = "No day is named by which the rules are to be reviewed."
        yield _blocker("review-missing", "review_by", message, "Name one: after it nothing is recommended.")
    elif review(document).is_past(at.date()):
        message = "The day by which the rules were to be reviewed is past: the check would recommend nothing."
        yield Problem("review-past", Level.WARNING, "review_by", message, "Review them, and name the next day.")


@check("questionnaire")
def stop_conditions(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Each has a question of its own: in a list of boxes, an unticked one is only a weak no."""
    conditions = document["references"].get("condition", {})
    promised = STOP_CONDITIONS | set(Condition.objects.filter(must_stop=True).values_list("key", flat=True))
    asked_alone = {
        key for question in document["questions"] if question["kind"] == "single" for key in _affirmed(question)
    }
    for key in sorted(promised):
        if key not in asked_alone:
            message = f"No question of its own asks about “{_name(conditions, key)}”."
            yield _blocker(
                "stop-condition-not-asked", "questions", message, "Ask about it with one answer: yes, no, not sure."
            )
        elif key in STOP_CONDITIONS and not conditions[key]["must_stop"]:
            message = f"“{_name(conditions, key)}” is no longer always a stop."
            yield _blocker(
                "stop-condition-softened", f"references.condition.{key}", message, "Tick “always a stop” again."
            )


@check("questionnaire", "device")
def broken_promises(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """The proof, and the scenarios, whenever the document is judged with others from ``at`` on."""
    found: list[Problem] = []
    for moment, questionnaire, devices in _judged_together(document, at):
        try:
            proofs = proofs_of(questionnaire, devices)
        except Undecodable as error:
            found.append(_undecodable(error))
            continue
        found += map(_broken, [*proofs.proof.breaches, *broken_by_reasons(proofs)])
        # A stricter label must not be held back by the expectation it corrects: there, a scenario only warns.
        level = Level.BLOCKER if document["kind"] == "questionnaire" else Level.WARNING
        found += _tried(proofs, moment, level)
    yield from dict.fromkeys(found)


@check("questionnaire", "device", slow=True)
def broken_promises_of_outcomes(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """The pages of all outcomes, whenever the document is judged with others from ``at`` on."""
    found: list[Problem] = []
    for _, questionnaire, devices in _judged_together(document, at):
        with suppress(Undecodable):
            found += map(_broken, broken_by_outcomes(proofs_of(questionnaire, devices)))
    yield from dict.fromkeys(found)


@check("device")
def nothing_left(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """A rule spares a device whose modality can be left off: so something has to remain without it."""
    spare = can_be_left_off(document)
    for index, row in enumerate(document["modalities"]):
        if row["optional"] and row["modality"] not in spare:
            message = f"Without {Modality(row['modality']).label} nothing is left of this device to use."
            remedy = "Untick “can be left off”: it is for what the device does beside its current."
            yield _blocker("nothing-left", f"modalities[{index}].optional", message, remedy)


@check("questionnaire")
def not_approved(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """Rule 5.4: none but the starter questionnaire, the first of all, goes live without a second person's yes."""
    approvals = Approval.objects.of_the_whole().for_next_edition().filter(sha256=sha256(document))
    if Edition.objects.of("questionnaire").exists() and not approvals.exists():
        message = "No second person has approved this questionnaire as it is now."
        yield _blocker("not-approved", "", message, "Ask a reviewer, who has not worked on it, to approve it.")


@check("questionnaire")
def another_questionnaire(document: Document, at: dt.datetime) -> Iterator[Problem]:
    """There is one questionnaire: a second one would judge people in place of it, as if it were its next edition."""
    others = Edition.objects.of("questionnaire").exclude(key=document["key"])
    for other in dict.fromkeys(edition.title for moment in moments(at) for edition in others.live(moment)):
        message = f"People are judged by another questionnaire: “{other}”."
        yield _blocker("another-questionnaire", "", message, "Change that one, or withdraw it first.")


def moments(at: dt.datetime) -> list[dt.datetime]:
    """``at``, and every later moment at which it is already decided that other devices or questions are live.

    What is scheduled now has then been proved together with all that it will ever meet.
    """
    judged_together = Edition.objects.filter(kind__in=("questionnaire", "device"))
    found = [at]
    while following := judged_together.next_change(found[-1]):
        found.append(following)
    return found


def _judged_together(document: Document, at: dt.datetime) -> Iterator[tuple[dt.datetime, Document, list[Document]]]:
    """Every moment from ``at`` on, with the questionnaire and the devices that are live then if ``document`` is."""
    for moment in moments(at):
        devices = devices_live(moment)
        if document["kind"] == "questionnaire":
            yield moment, document, devices
        elif not document["is_reference"] and (live := Edition.objects.of("questionnaire").live(moment).first()):
            yield moment, live.document, [*(other for other in devices if other["key"] != document["key"]), document]


def _located_or_dated(question: Document, where: str) -> Iterator[Problem]:
    if not question["about"]:
        message = f"“{question['text']}” is about no condition."
        yield _blocker("question-about-nothing", f"{where}.about", message, "Choose what it locates or dates.")
    if not question["ask_if"]:
        message = f"“{question['text']}” is asked of everybody."
        yield _blocker(
            "question-too-early",
            f"{where}.ask_if",
            message,
            "Ask it only after a yes: nobody is asked more than needed.",
        )


def _ways_out(question: Document, where: str) -> Iterator[Problem]:
    roles = [option["role"] for option in question["options"]]
    if roles.count("unsure") != 1:
        message = f"“{question['text']}” needs exactly one “I am not sure”."
        yield _blocker("not-sure-missing", f"{where}.options", message, "Every question offers it, once.")
    if roles.count("denies") != 1:
        message = f"“{question['text']}” needs exactly one “No”."
        yield _blocker(
            "no-missing", f"{where}.options", message, "Its label repeats the question: “No, I do not have …”."
        )


def _affirmed(question: Document) -> Iterable[str]:
    return (key for option in question["options"] for key in option["affirms"])


def _undecodable(error: Undecodable) -> Problem:
    return _blocker("undecodable", "", f"The questionnaire cannot be followed: {error}", "Mend what the message names.")


def _broken(breach: Breach) -> Problem:
    sets = f" ({breach.count:,} sets of answers.)" if breach.count else ""
    remedy = f"Promise {breach.promise} must hold for everybody."
    return _blocker(f"promise-{breach.promise}", "", breach.message + sets, remedy)


def _tried(proofs: Proofs, at: dt.datetime, level: Level) -> Iterator[Problem]:
    for trial in trials(proofs.check, proofs.questionnaire["scenarios"], at.date()):
        if not trial.passes:
            more = f" And {len(trial.wrong) - 1} more." if len(trial.wrong) > 1 else ""
            message = f"Scenario “{trial.title}”: {trial.wrong[0]}{more}"
            remedy = "Correct the rules, or the scenario if the rules are right."
            yield Problem("scenario-fails", level, f"scenarios.{trial.key}", message, remedy)


def _name(conditions: Document, key: str) -> str:
    return conditions[key]["name"] if key in conditions else key


def _blocker(code: str, where: str, message: str, remedy: str) -> Problem:
    return Problem(code, Level.BLOCKER, where, message, remedy)
