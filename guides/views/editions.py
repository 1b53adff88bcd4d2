"""Pages of one guide or device: its live edition, one numbered edition, what changed in it, and the list of all."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.difference import difference
from guides.documents import canonical
from guides.models import Edition
from guides.models.edition import EditionQuerySet
from guides.pages.addresses import address
from guides.pages.editions import ended, withdrawn
from guides.pages.sharing_picture import sharing_picture
from guides.structured import edition_data
from guides.views.context import edition_context, history_context
from guides.views.public import cacheable, site, subject


@require_safe
@cacheable
@subject
def live_edition(request: HttpRequest, present: Edition, *, at: dt.datetime) -> HttpResponse:
    taken_back = withdrawn(present, at)
    if taken_back and (elsewhere := Edition.objects.led_to(taken_back.leads_to, at)):
        return redirect(address(elsewhere.kind, elsewhere.slug), permanent=True)
    if ended(present, at) or (taken_back and taken_back.is_unreadable):
        return _gone(request, present, present, at)
    context = edition_context(present, present, at)
    context["structured"] = edition_data(present.document, context["history"], site(request))
    return TemplateResponse(request, f"guides/{present.kind}.html", context)


@require_safe
@cacheable
@subject
def guide_picture(request: HttpRequest, present: Edition, *, at: dt.datetime) -> HttpResponse:
    """What stands for the live edition where somebody shares its address; the same as long as it is live."""
    if ended(present, at) or withdrawn(present, at):
        raise Http404
    picture = sharing_picture(present.title, present.document["standfirst"])
    return HttpResponse(picture, content_type="image/png")


@require_safe
@cacheable
@subject
def edition_list(request: HttpRequest, present: Edition, *, at: dt.datetime) -> TemplateResponse:
    return TemplateResponse(request, "guides/edition_list.html", history_context(present, at))


@require_safe
@cacheable
@subject
def numbered_edition(request: HttpRequest, present: Edition, *, number: int, at: dt.datetime) -> HttpResponse:
    shown = _found(_public(present, at).numbered(number))
    if _is_gone(shown, at):
        return _gone(request, present, shown, at)
    return TemplateResponse(request, f"guides/{present.kind}.html", edition_context(present, shown, at))


@require_safe
@cacheable
@subject
def edition_json(request: HttpRequest, present: Edition, *, number: int, at: dt.datetime) -> HttpResponse:
    """The document in its canonical form: the bytes of which the sha256 was taken, which is the ETag too."""
    shown = _found(_public(present, at).numbered(number))
    if _is_gone(shown, at):
        return _gone(request, present, shown, at)
    headers = {"ETag": f'"{shown.sha256}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(canonical(shown.document), content_type="application/json", headers=headers)


@require_safe
@cacheable
@subject
def edition_changes(request: HttpRequest, present: Edition, *, number: int, at: dt.datetime) -> HttpResponse:
    """What differs from the edition that readers had before it."""
    public = _public(present, at)
    shown, before = _found(public.numbered(number)), _found(public.before(number))
    for edition in (shown, before):
        if _is_gone(edition, at):
            return _gone(request, present, edition, at)
    context = edition_context(present, shown, at)
    context["before"] = context["history"].numbered(before.number)
    context["difference"] = difference(before.document, shown.document)
    return TemplateResponse(request, "guides/changes.html", context)


def _public(present: Edition, at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.about((present.kind, present.key)).public(at).for_readers().naming_withdrawers()


def _found(edition: Edition | None) -> Edition:
    if edition is None:
        raise Http404
    return edition


def _is_gone(edition: Edition, at: dt.datetime) -> bool:
    taken_back = withdrawn(edition, at)
    return taken_back is not None and taken_back.is_gone


def _gone(request: HttpRequest, present: Edition, shown: Edition, at: dt.datetime) -> TemplateResponse:
    context = history_context(present, at)
    named = {"edition": context["history"].numbered(shown.number)}
    return TemplateResponse(request, "guides/withdrawn.html", context | named, status=410)
