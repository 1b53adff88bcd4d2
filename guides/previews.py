"""Signed addresses under which anybody who has one can read a draft for a week, without an account.

The address names the draft, not its content: it shows what would be published at the moment of reading.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guides.documents import Document, assemble
from guides.models import Draft
from guides.problems import Problem, problems

VALID_FOR = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published ``at`` this moment, with the problems that may stand in the way."""

    document: Document
    problems: list[Problem]
    at: dt.datetime


type Render = Callable[[HttpRequest, Preview], HttpResponse]

_shown: dict[str, Render] = {}


class BadPreview(Exception):
    """The address is forged or has expired, or its draft is gone; the message says which."""


def shows(model: type[Draft]) -> Callable[[Render], Render]:
    """Register how drafts of this model are shown. Whoever is higher up registers from there, as with checks."""

    def register(render: Render) -> Render:
        _shown[model.kind] = render
        return render

    return register


def address(draft: Draft, *, at: dt.datetime) -> str:
    """The path of the draft's preview, which works until ``VALID_FOR`` after ``at``."""
    return reverse("guides:preview", args=[sign(draft, at=at)])


def sign(draft: Draft, *, at: dt.datetime) -> str:
    return _signer().sign_object({"kind": draft.kind, "key": draft.key, "until": (at + VALID_FOR).isoformat()})


def read(token: str, *, at: dt.datetime) -> Draft:
    """The draft that ``token`` names. Raises BadPreview."""
    try:
        named = _signer().unsign_object(token)
    except BadSignature as error:
        raise BadPreview("This is not an address that we gave out.") from error
    if at > dt.datetime.fromisoformat(named["until"]):
        raise BadPreview("This preview has expired: ask whoever sent it for a new one.")
    (model,) = (model for model in apps.get_models() if issubclass(model, Draft) and model.kind == named["kind"])
    try:
        return model._default_manager.get(key=named["key"])
    except model.DoesNotExist as error:
        raise BadPreview("This draft has been deleted.") from error


def render(request: HttpRequest, draft: Draft, *, at: dt.datetime) -> HttpResponse:
    """The draft as its page would be, never to be kept by a cache or a search engine."""
    document = assemble(draft, at=at).document
    response = _shown[draft.kind](request, Preview(document, problems(document, at=at), at))
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _signer() -> Signer:
    return Signer(salt="guides.previews")
