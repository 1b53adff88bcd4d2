"""What all public pages have in common: how long they may be kept, and addresses that change."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import ResolverMatch
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django_htmx.middleware import HtmxDetails

from guides.models import Edition
from guides.pages.editions import withdrawn
from guides.prepared import rows

MAX_AGE = 300
"""Seconds for which any cache may keep a public page."""

type View = Callable[..., HttpResponse]


def cacheable(view: View) -> View:
    """Give the view its moment ``at``, and let caches keep the answer until the next scheduled change."""

    @wraps(view)
    def page(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        at = timezone.now()
        response = view(request, *args, at=at, **kwargs)
        patch_cache_control(response, public=True, max_age=_seconds_unchanged(at))
        return response

    return page


def site(request: HttpRequest) -> str:
    """Scheme and host of this site, for addresses that have to be whole."""
    return request.build_absolute_uri("/").removesuffix("/")


def part(request: HttpRequest, template: str, name: str, context: dict[str, Any]) -> TemplateResponse:
    """The whole page, or to htmx its partial ``name`` alone. Caches are told that there are two answers."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    is_part = bool(htmx) and not htmx.history_restore_request
    shown = f"{template}#{name}" if is_part else template
    response = TemplateResponse(request, shown, {**context, "is_part": is_part})
    patch_vary_headers(response, ["HX-Request"])
    return response


def subject(view: View) -> View:
    """Give the view the edition that the address ``slug`` of a ``kind`` leads to.

    An address that has changed answers 301 with the present one, in one step; an unknown one 404. One that never
    changes because it holds no slug shows what its slug leads to.
    Where none is live, the newest one says why at each of its addresses.
    """

    @wraps(view)
    def page(request: HttpRequest, kind: str, slug: str, *, at: dt.datetime, **kwargs) -> HttpResponse:
        present = Edition.objects.of(kind).for_readers().naming_withdrawers().with_end().at_address(slug, at)
        if present is None:
            raise Http404
        match: ResolverMatch = request.resolver_match  # type: ignore[assignment]
        if present.slug != slug and "<slug:slug>" in match.route and withdrawn(present, at) is None:
            return redirect(match.view_name, slug=present.slug, permanent=True, **kwargs)
        return view(request, present, at=at, **kwargs)

    return page


def _seconds_unchanged(at: dt.datetime) -> int:
    return min([MAX_AGE, *(int((change - at).total_seconds()) for (change,) in rows(_next_change, at))])


def _next_change(at: dt.datetime) -> QuerySet:
    return Edition.objects.changes(at)[:1]
