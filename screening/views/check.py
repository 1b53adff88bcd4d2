"""Start, question, check your answers, clear, and the whole questionnaire on paper."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening import recall
from screening.answers import Unusable, forget
from screening.checklist import Checklist
from screening.engine import Question
from screening.forms import AnswerForm
from screening.pages.answer_list import answer_list
from screening.pages.notes import updated_note
from screening.pages.paper import questionnaire_on_paper
from screening.pages.question import is_same_question, question_page
from screening.pages.said import said
from screening.pages.start import length
from screening.returning import Withdrawn, returning
from screening.views.arrival import answering, numbered, open_check
from screening.views.page import CheckRequest, SeeOther, keeping, page
from screening.visit import Visit, step_address


# Whoever starts sends nothing of their own. A browser that blocks cookies could not pass the protection,
# and would never come to the page that explains why the check needs one.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_check
def start(request: CheckRequest, checklist: Checklist, *, at: dt.datetime) -> HttpResponse:
    if request.method == "POST":
        return keeping(Visit(checklist, {}, at), SeeOther(step_address(1)))
    return _welcome(request, checklist, at)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()  # what a person answers about their health stands in no report of an error
@open_check
@numbered
@answering
def question(request: CheckRequest, visit: Visit, *, number: int) -> HttpResponse:
    asked = visit.step(number)
    if asked is None:
        return SeeOther(visit.here)
    if visit.has_to_be_sure(asked):
        return _ask_whether_sure(request, visit, asked, number)
    posted = request.POST if request.method == "POST" else None
    if posted and not is_same_question(visit.checklist.document, asked, posted.get("question")):
        return SeeOther(step_address(number))
    form = AnswerForm(asked, posted, given=visit.walked.answers.get(asked.key, frozenset()))
    if form.is_valid():
        now = visit.answering(asked, form.cleaned_data["answer"])
        return keeping(now, SeeOther(now.after(visit)))
    context = {"question": question_page(visit.checklist.document, number, form), "note": updated_note(visit)}
    status = 422 if form.is_bound else 200
    return page(request, "question", visit.checklist, context, at=visit.at, status=status)


@require_safe
@open_check
@answering
def answers(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.assessment.complete:
        return SeeOther(visit.here)
    context = {"answers": answer_list(visit), "note": updated_note(visit)}
    return page(request, "answers", visit.checklist, context, at=visit.at)


@require_POST
def clear(request: CheckRequest) -> HttpResponse:
    response = SeeOther(reverse("screening:cleared"))
    forget(response)
    recall.forget(response)
    return response


@require_safe
@open_check
def cleared(request: CheckRequest, checklist: Checklist, *, at: dt.datetime) -> HttpResponse:
    return _start(request, checklist, at, note="Your answers are cleared.")


@require_safe
@open_check
def paper(request: CheckRequest, checklist: Checklist, *, at: dt.datetime) -> HttpResponse:
    return page(request, "paper", checklist, {"paper": questionnaire_on_paper(checklist)}, at=at)


def _welcome(request: CheckRequest, checklist: Checklist, at: dt.datetime) -> HttpResponse:
    """The start; for somebody who has begun, with the way back to where they are."""
    try:
        visit = returning(request.COOKIES, checklist, at=at)
    except Withdrawn as why:
        return _start(request, checklist, at, withdrawn=why.edition)
    except Unusable as why:
        response = _start(request, checklist, at, note=str(why))
        forget(response)
        return response
    if visit is None:
        return _start(request, checklist, at)
    return _start(request, checklist, at, resume=visit.here, note=updated_note(visit))


def _start(request: CheckRequest, checklist: Checklist, at: dt.datetime, **context: Any) -> HttpResponse:
    return page(request, "start", checklist, {"length": length(checklist.check), **context}, at=at)


def _ask_whether_sure(request: CheckRequest, visit: Visit, asked: Question, number: int) -> HttpResponse:
    """Before an answer that stopped somebody is changed; whatever else was sent is not taken."""
    here = step_address(number)
    match request.POST.get("mistake"), request.method:
        case "yes", _:
            return keeping(visit.asked_whether_sure(), SeeOther(here))
        case "no", _:
            return keeping(visit.asked_whether_sure(), SeeOther(reverse("screening:result")))
        case _, "POST":
            return SeeOther(here)
        case _:
            context = {"number": number, "said": said(visit.walked, asked.key)}
            return page(request, "mistake", visit.checklist, context, at=visit.at)
