"""Editions with documents that pages can show, as rows: these tests are not about publishing."""

import datetime as dt

from django.contrib.auth.models import User
from django.utils.html import strip_tags

from guides.documents import Document, sha256
from guides.filing import file_edition
from guides.models import Approval, Edition, Erratum, Expiry, Withdrawal
from tests import factories


def publish(document: Document, *, at: dt.datetime, number: int = 1, **fields) -> Edition:
    """``document`` as a published edition, live from ``at``."""
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    document_fields = {"document": document, "sha256": sha256(document), "published_by": person("ada")}
    edition = factories.edition(**{**named, **document_fields, "number": number, "at": at, **fields})
    file_edition(edition)
    return edition


def withdraw(edition: Edition, *, at: dt.datetime, **fields) -> Withdrawal:
    defaults = {"by": person("bob"), "reason": "It was wrong.", "advice": "Stop."}
    return Withdrawal.objects.create(edition=edition, at=at, **{**defaults, **fields})


def end(edition: Edition, ends_at: dt.datetime | None, *, at: dt.datetime) -> Expiry:
    """Decide at ``at`` when ``edition`` is no longer live."""
    return Expiry.objects.create(edition=edition, ends_at=ends_at, at=at, by=person("bob"))


def correct(edition: Edition, text: str, *, at: dt.datetime) -> Erratum:
    return Erratum.objects.create(edition=edition, text=text, at=at, by=person("bob"))


def approve(edition: Edition, *, at: dt.datetime, **fields) -> Approval:
    return Approval.objects.create(
        kind=edition.kind,
        key=edition.key,
        sha256=edition.sha256,
        by=person("cleo"),
        at=at,
        credential="Physiotherapist",
        conflict_of_interest="None.",
        **fields,
    )


def person(username: str) -> User:
    return User.objects.filter(username=username).first() or factories.user(username)


def text(response) -> str:
    """What is to be read on a page, in one line."""
    return " ".join(strip_tags(response.content.decode()).split())
