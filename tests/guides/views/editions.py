"""Editions with documents that pages can show, as rows: these tests are not about publishing."""

import datetime as dt

from django.contrib.auth.models import User

from guides.documents import Document, sha256
from guides.models import Approval, Edition, Withdrawal
from tests import factories


def publish(document: Document, *, at: dt.datetime, number: int = 1, **fields) -> Edition:
    """``document`` as a published edition, live from ``at``."""
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    document_fields = {"document": document, "sha256": sha256(document), "published_by": person("ada")}
    return factories.edition(**{**named, **document_fields, "number": number, "at": at, **fields})


def withdraw(edition: Edition, *, at: dt.datetime, reason: str = "It was wrong.", advice: str = "Stop.") -> Withdrawal:
    return Withdrawal.objects.create(edition=edition, at=at, by=person("bob"), reason=reason, advice=advice)


def approve(edition: Edition, *, at: dt.datetime) -> Approval:
    return Approval.objects.create(
        kind=edition.kind,
        key=edition.key,
        sha256=edition.sha256,
        by=person("cleo"),
        at=at,
        credential="Physiotherapist",
        conflict_of_interest="None.",
    )


def person(username: str) -> User:
    return User.objects.filter(username=username).first() or factories.user(username)
