"""What must be so before a page of the check is shown; a view gets what its decorators have found out."""

import datetime as dt
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from screening.answers import Unusable
from screening.checklist import Checklist, live_checklist
from screening.returning import Withdrawn, returning, withdrawn_meanwhile
from screening.views.page import CheckRequest, SeeOther, bare_page, keeping, page
from screening.visit import step_address

type View = Callable[..., HttpResponse]


def open_check(view: View) -> View:
    """Give the view the checklist of this moment; while there is none, no device to judge, or a promise that it would
    break, say 503."""

    @wraps(view)
    def arrive(request: CheckRequest, **kwargs) -> HttpResponse:
        at = timezone.now()
        checklist = live_checklist(at)
        if checklist is None or not checklist.check.devices or not checklist.is_proved:
            withdrawn = withdrawn_meanwhile(request.COOKIES, at=at)
            return bare_page(request, "closed", {"withdrawn": withdrawn}, at=at, status=503)
        return view(request, checklist, at=at, **kwargs)

    return arrive


def numbered(view: View) -> View:
    """404 for a step that no path through the questionnaire has."""

    @wraps(view)
    def arrive(request: CheckRequest, checklist: Checklist, *, number: int, **kwargs) -> HttpResponse:
        if not 1 <= number <= len(checklist.check.questions):
            raise Http404
        return view(request, checklist, number=number, **kwargs)

    return arrive


def answering(view: View) -> View:
    """Give the view the visit of somebody who has begun.

    Others go to the start, where a cookie that cannot be used is explained. Where the start leads and no cookie comes,
    the browser has not kept it. Whoever was answering another edition goes to where that leaves them in this one,
    whatever they just sent: it was meant for a question of the other. If it was withdrawn, they are told so.
    """

    @wraps(view)
    def arrive(request: CheckRequest, checklist: Checklist, *, at: dt.datetime, **kwargs) -> HttpResponse:
        try:
            visit = returning(request.COOKIES, checklist, at=at)
        except Withdrawn as why:
            return page(request, "withdrawn", checklist, {"withdrawn": why.edition}, at=at, status=410)
        except Unusable:
            return SeeOther(reverse("screening:start"))
        if visit is None:
            return _without_cookie(request, checklist, at)
        if visit.has_moved:
            return keeping(visit, SeeOther(visit.here))
        return view(request, visit, **kwargs)

    return arrive


def _without_cookie(request: CheckRequest, checklist: Checklist, at: dt.datetime) -> HttpResponse:
    if request.path == step_address(1):
        return page(request, "no_cookie", checklist, {}, at=at)
    return SeeOther(reverse("screening:start"))
