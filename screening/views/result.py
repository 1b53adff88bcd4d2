"""What the check gives: the result, ordered as somebody likes it; the day to take it again; the sheet."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from screening import recall
from screening.outcome import outcome, result_context
from screening.pages.calendar_file import calendar_file
from screening.pages.sheet import sheet_page
from screening.preference_form import PreferencesForm
from screening.views.arrival import answering, open_check
from screening.views.page import CheckRequest, SeeOther, about_rules, keeping, page
from screening.visit import Visit


@require_safe
@open_check
@answering
def result(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.has_outcome:
        return SeeOther(visit.here)
    return _result(request, visit, PreferencesForm(given=visit.preferences))


@require_POST
@sensitive_post_parameters()  # they are no answers, and nobody else's business either
@open_check
@answering
def preferences(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.has_outcome:
        return SeeOther(visit.here)
    form = PreferencesForm(request.POST, given=visit.preferences)
    if form.is_valid():
        return keeping(visit.preferring(form.preferences), SeeOther(reverse("screening:result")))
    return _result(request, visit, form, status=422)


@require_safe
@open_check
@answering
def calendar(request: CheckRequest, visit: Visit) -> HttpResponse:
    """The day to take the check again, as a file; whoever has none goes to where they see why."""
    day = outcome(visit).take_again if visit.has_outcome else None
    if day is None:
        return SeeOther(reverse("screening:result"))
    start = request.build_absolute_uri(reverse("screening:start"))
    response = HttpResponse(calendar_file(day, at=visit.at, address=start), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="device-check.ics"'
    return response


@require_safe
@open_check
@answering
def sheet(request: CheckRequest, visit: Visit) -> HttpResponse:
    if not visit.has_outcome:
        return SeeOther(visit.here)
    return page(request, "sheet", visit.checklist, {"sheet": sheet_page(visit)}, at=visit.at)


@require_safe
@open_check
@answering
def sheet_file(request: CheckRequest, visit: Visit) -> HttpResponse:
    """The sheet alone, as a page to keep: it asks for no style sheet, no script and no picture."""
    if not visit.has_outcome:
        return SeeOther(visit.here)
    context = {"sheet": sheet_page(visit), **about_rules(visit.checklist, visit.at)}
    response = TemplateResponse(request, "screening/sheet_file.html", context)
    response["Content-Disposition"] = 'attachment; filename="device-check.html"'
    return response


def _result(request: CheckRequest, visit: Visit, form: PreferencesForm, *, status: int = 200) -> HttpResponse:
    response = page(request, "result", visit.checklist, result_context(visit, form), at=visit.at, status=status)
    recall.remember(response, recall.LastResult(visit.checklist.edition.number, visit.at.date()))
    return response
