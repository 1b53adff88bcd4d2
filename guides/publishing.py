"""Publishing, the same for guides, devices and the questionnaire: publish, approve, withdraw."""

import datetime as dt

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from guides.documents import Assembly, Document, assemble, sha256
from guides.materiality import is_major
from guides.models import Approval, Draft, Edition, Withdrawal
from guides.problems import Level, Problem, blockers, problems


class NotPublishable(Exception):
    """Publishing was refused; ``problems`` says why. Nothing was written."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = found


class NotApprovable(Exception):
    """This person cannot approve this draft; the message says why."""


def publish(
    draft: Draft, *, by: AbstractUser, at: dt.datetime, note: str = "", live_from: dt.datetime | None = None
) -> Edition:
    """Freeze ``draft`` as its next edition, live from ``live_from`` (default: ``at``).

    Raises NotPublishable with every blocker, and writes nothing then.
    """
    with transaction.atomic():
        draft = _locked(draft)
        document = assemble(draft).document
        newest = draft.editions.newest_first().first()
        refuse(blockers([*problems(document, at=at), *edition_problems(document, newest, note)]))
        return Edition.objects.create(
            kind=draft.kind,
            key=draft.key,
            number=newest.number + 1 if newest else 1,
            slug=draft.slug,
            title=draft.title,
            document=document,
            sha256=sha256(document),
            is_major=is_major(newest.document if newest else None, document),
            note=note or ("" if newest else "First edition."),
            published_by=by,
            published_at=at,
            live_from=live_from or at,
        )


def refuse(found: list[Problem]) -> None:
    if found:
        raise NotPublishable(found)


def edition_problems(document: Document, newest: Edition | None, note: str) -> list[Problem]:
    """What stands between a document without problems of its own and its next edition."""
    if newest is None:
        return []
    if newest.sha256 == sha256(document):
        return [
            Problem(
                "nothing-changed",
                Level.BLOCKER,
                "",
                f"Nothing has changed since edition {newest.number}.",
                "There is nothing to publish.",
            )
        ]
    if is_major(newest.document, document) and not note.strip():
        return [
            Problem(
                "note-missing",
                Level.BLOCKER,
                "note",
                "This is a major change: a claim, verdict, grade, condition, disclosure or label differs.",
                "Write a change note that tells readers what changed and why.",
            )
        ]
    return []


def approve(
    assembly: Assembly,
    *,
    by: AbstractUser,
    at: dt.datetime,
    credential: str,
    conflict_of_interest: str,
) -> Approval:
    """Record one person's yes to exactly this document.

    Raises NotApprovable where the person contributed to it since its last approved edition.
    """
    document = assembly.document
    if by.pk in contributors(assembly):
        raise NotApprovable("You have worked on this draft since it was last approved; a second person must approve it.")
    return Approval.objects.create(
        kind=document["kind"],
        key=document["key"],
        sha256=sha256(document),
        by=by,
        at=at,
        credential=credential,
        conflict_of_interest=conflict_of_interest,
    )


def contributors(assembly: Assembly) -> set[int]:
    """Primary keys of the users who changed anything the document is made of since its last approved edition.

    The admin's own log tells: rows edited inside another one are logged under it.
    """
    entries = LogEntry.objects.filter(_about(assembly.rows))
    if approved := _last_approved(assembly.document):
        entries = entries.filter(action_time__gt=approved.published_at)
    return set(entries.values_list("user_id", flat=True))


def withdraw(edition: Edition, *, by: AbstractUser, at: dt.datetime, reason: str, advice: str) -> Withdrawal:
    """Take ``edition`` back from ``at`` on; the one before it, if any, is live again."""
    return Withdrawal.objects.create(edition=edition, by=by, at=at, reason=reason, advice=advice)


def _locked(draft: Draft) -> Draft:
    return type(draft)._default_manager.select_for_update().get(pk=draft.pk)


def _last_approved(document: Document) -> Edition | None:
    editions = Edition.objects.filter(kind=document["kind"], key=document["key"])
    return editions.filter(sha256__in=Approval.objects.values("sha256")).newest_first().first()


def _about(rows: list[models.Model]) -> models.Q:
    query = models.Q(pk=None)
    types = ContentType.objects.get_for_models(*{type(row) for row in rows})
    for model, content_type in types.items():
        pks = [str(row.pk) for row in rows if type(row) is model]
        query |= models.Q(content_type=content_type, object_id__in=pks)
    return query
