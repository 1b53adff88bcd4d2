"""Signed addresses under which anybody who has one can read a draft for a week, without an account.

An address shows what would be published at the moment of reading. It holds the sha256 that this had when the address
was made, so that whoever reads it later is told when it is no longer the same.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guides.documents import Document, assemble, sha256
from guides.models import Draft, draft_model
from guides.problems import Problem, problems

VALID_FOR = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published ``at`` this moment, with the problems that may stand in the way.

    ``approval_form``, and where it is sent, are there for whoever may approve it.
    """

    draft: Draft
    document: Document
    problems: list[Problem]
    at: dt.datetime
    made_for: str
    """The sha256 of what there was when the address was made."""
    approval_form: Form | None = None
    approve_address: str = ""

    @property
    def sha256(self) -> str:
        return sha256(self.document)

    @property
    def has_changed(self) -> bool:
        return self.sha256 != self.made_for


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


def address(draft: Draft, *, at: dt.datetime, digest: str = "") -> str:
    """The path of the draft's preview, which works until ``VALID_FOR`` after ``at``.

    ``digest`` is the sha256 of its document, for those who have assembled it already.
    """
    return reverse("guides:preview", args=[sign(draft, at=at, digest=digest)])


def sign(draft: Draft, *, at: dt.datetime, digest: str = "") -> str:
    named = {"kind": draft.kind, "key": draft.key, "until": (at + VALID_FOR).isoformat()}
    return _signer().sign_object({**named, "sha256": digest or sha256(assemble(draft, at=at).document)})


def read(token: str, *, at: dt.datetime) -> Preview:
    """What would be published of the draft that ``token`` names. Raises BadPreview."""
    try:
        named = _signer().unsign_object(token)
    except BadSignature as error:
        raise BadPreview("This is not an address that we gave out.") from error
    if at > dt.datetime.fromisoformat(named["until"]):
        raise BadPreview("This preview has expired: ask whoever sent it for a new one.")
    model = draft_model(named["kind"])
    try:
        draft = model._default_manager.get(key=named["key"])
    except model.DoesNotExist as error:
        raise BadPreview("This draft has been deleted.") from error
    document = assemble(draft, at=at).document
    return Preview(draft, document, problems(document, at=at), at, made_for=named["sha256"])


def render(request: HttpRequest, shown: Preview) -> HttpResponse:
    """The draft as its page would be, never to be kept by a cache or a search engine."""
    response = _shown[shown.draft.kind](request, shown)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _signer() -> Signer:
    return Signer(salt="guides.previews")
