"""Start, question, check your answers, result, clear."""

import datetime as dt

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening.answers import Unusable, forget, keep, read
from screening.checklist import Checklist
from screening.forms import AnswerForm
from screening.outcome import outcome
from screening.pages.answer_list import answer_list
from screening.pages.question import question_page
from screening.recommendation import ORDER
from screening.views.arrival import answering, numbered, open_check
from screening.views.page import CheckRequest, SeeOther, page
from screening.visit import Visit, step_address


# Whoever starts sends nothing of their own. A browser that blocks cookies could not pass the protection,
# and would never come to the page that explains why the check needs one.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_check
def start(request: CheckRequest, checklist: Checklist, *, at: dt.datetime) -> HttpResponse:
    if request.method == "POST":
        return _answered(Visit(checklist, {}, at), step_address(1))
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
    posted = request.POST if request.method == "POST" else None
    form = AnswerForm(asked, posted, given=visit.walked.answers.get(asked.key, frozenset()))
    if form.is_valid():
        now = visit.answering(asked, form.cleaned_data["answer"])
        return _answered(now, now.after(visit))
    context = {"question": question_page(visit.checklist.document, number, form)}
    status = 422 if form.is_bound else 200
    return page(request, "question", visit.checklist, context, at=visit.at, status=status)


@require_safe
@open_check
@answering
def answers(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.assessment.complete:
        return SeeOther(visit.here)
    return page(request, "answers", visit.checklist, {"answers": answer_list(visit)}, at=visit.at)


@require_safe
@open_check
@answering
def result(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.has_outcome:
        return SeeOther(visit.here)
    context = {"outcome": outcome(visit), "here": visit.here, "order": ORDER}
    return page(request, "result", visit.checklist, context, at=visit.at)


@require_POST
def clear(request: CheckRequest) -> HttpResponse:
    response = SeeOther(reverse("screening:cleared"))
    forget(response)
    return response


@require_safe
@open_check
def cleared(request: CheckRequest, checklist: Checklist, *, at: dt.datetime) -> HttpResponse:
    return page(request, "start", checklist, {"note": "Your answers are cleared."}, at=at)


def _welcome(request: CheckRequest, checklist: Checklist, at: dt.datetime) -> HttpResponse:
    """The start; for somebody who has begun, with the way back to where they are."""
    try:
        given = read(request.COOKIES, edition=checklist.edition.number, at=at)
    except Unusable as why:
        response = page(request, "start", checklist, {"note": str(why)}, at=at)
        forget(response)
        return response
    resume = "" if given is None else Visit(checklist, given, at).here
    return page(request, "start", checklist, {"resume": resume}, at=at)


def _answered(visit: Visit, address: str) -> HttpResponse:
    response = SeeOther(address)
    keep(response, visit.answers, edition=visit.checklist.edition.number, at=visit.at)
    return response
