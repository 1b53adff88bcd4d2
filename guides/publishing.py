"""Publishing, the same for guides, devices and the questionnaire: publish, approve, withdraw."""

import datetime as dt

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from guides.documents import Assembly, Document, assemble, sha256
from guides.materiality import is_major, softened
from guides.models import Approval, Draft, Edition, Withdrawal
from guides.models.edition import EditionQuerySet
from guides.problems import Level, Problem, blockers, problems
from guides.search.index import index_edition


class NotPublishable(Exception):
    """Publishing was refused; ``problems`` says why. Nothing was written."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = found


class NotApprovable(Exception):
    """This person cannot approve this draft; the message says why."""


def publish(
    draft: Draft, *, by: User, at: dt.datetime, note: str = "", live_from: dt.datetime | None = None
) -> Edition:
    """Freeze ``draft`` as its next edition, live from ``live_from`` (default, and earliest: ``at``).

    Raises NotPublishable with every blocker, and writes nothing then.
    """
    live_from = max(live_from or at, at)
    with transaction.atomic():
        draft = _locked(draft)
        document = assemble(draft).document
        newest = draft.editions.newest_first().first()
        live = draft.editions.live(live_from).first()
        refuse(blockers([*problems(document, at=at), *edition_problems(document, live, note)]))
        edition = Edition.objects.create(
            kind=draft.kind,
            key=draft.key,
            number=newest.number + 1 if newest else 1,
            slug=draft.slug,
            title=draft.title,
            document=document,
            sha256=sha256(document),
            is_major=is_major(live.document if live else None, document),
            note=note.strip() or ("" if newest else "First edition."),
            published_by=by,
            published_at=at,
            live_from=live_from,
        )
        index_edition(edition)
        return edition


def refuse(found: list[Problem]) -> None:
    if found:
        raise NotPublishable(found)


def edition_problems(document: Document, live: Edition | None, note: str) -> list[Problem]:
    """What stands between a document without problems of its own and its next edition.

    ``live`` is the edition that readers have until then: None where there is none, or all are withdrawn.
    """
    if live and live.sha256 == sha256(document):
        return [_nothing_changed(live)]
    found = [_softened(what) for what in softened(live.document, document)] if live else []
    is_first = live is None and not _editions(document).exists()
    if not is_first and not note.strip() and is_major(live.document if live else None, document):
        found.append(_note_missing())
    return found


def approve(
    assembly: Assembly,
    *,
    by: User,
    at: dt.datetime,
    credential: str,
    conflict_of_interest: str,
) -> Approval:
    """Record one person's yes to exactly this document.

    Raises NotApprovable where the person contributed to it since its last approved edition, has approved it already,
    or leaves credential or conflict of interest unsaid.
    """
    document = assembly.document
    approval = Approval(
        kind=document["kind"],
        key=document["key"],
        sha256=sha256(document),
        by=by,
        at=at,
        credential=credential.strip(),
        conflict_of_interest=conflict_of_interest.strip(),
    )
    if by.pk in contributors(assembly):
        raise NotApprovable("You have worked on this since it was last approved; a second person must approve it.")
    if Approval.objects.filter(sha256=approval.sha256, by=by).exists():
        raise NotApprovable("You have approved exactly this already.")
    if not (approval.credential and approval.conflict_of_interest):
        raise NotApprovable("Say what makes you fit to judge this, and what ties you to anybody who gains by it.")
    approval.save()
    return approval


def contributors(assembly: Assembly) -> set[int]:
    """Primary keys of the users who changed anything the document is made of, or published it, since its last
    approved edition.

    The admin's own log tells who changed what: rows edited inside another one are logged under it. What was
    imported is in no log, but whoever published it stands behind it.
    """
    changes = LogEntry.objects.filter(_about(assembly.rows))
    editions = _editions(assembly.document)
    if approved := editions.filter(sha256__in=Approval.objects.values("sha256")).newest_first().first():
        changes = changes.filter(action_time__gt=approved.published_at)
        editions = editions.filter(number__gt=approved.number)
    return {*changes.values_list("user_id", flat=True), *editions.values_list("published_by_id", flat=True)}


def withdraw(edition: Edition, *, by: User, at: dt.datetime, reason: str, advice: str) -> Withdrawal:
    """Take ``edition`` back from ``at`` on; the one before it, if any, is live again."""
    return Withdrawal.objects.create(edition=edition, by=by, at=at, reason=reason, advice=advice)


def _locked(draft: Draft) -> Draft:
    return type(draft)._default_manager.select_for_update().get(pk=draft.pk)


def _editions(document: Document) -> EditionQuerySet:
    return Edition.objects.about((document["kind"], document["key"]))


def _nothing_changed(live: Edition) -> Problem:
    return Problem(
        "nothing-changed",
        Level.BLOCKER,
        "",
        f"Nothing has changed since edition {live.number}.",
        "There is nothing to publish.",
    )


def _softened(what: str) -> Problem:
    return Problem("softened", Level.WARNING, "", f"Milder than before: {what}", "Justify it in the change note.")


def _note_missing() -> Problem:
    return Problem(
        "note-missing",
        Level.BLOCKER,
        "note",
        "This is a major change: a claim, verdict, grade, condition, dose, disclosure, label or question differs.",
        "Write a change note that tells readers what changed and why.",
    )


def _about(rows: list[models.Model]) -> models.Q:
    query = models.Q(pk=None)
    types = ContentType.objects.get_for_models(*{type(row) for row in rows})
    for model, content_type in types.items():
        pks = [str(row.pk) for row in rows if type(row) is model]
        query |= models.Q(content_type=content_type, object_id__in=pks)
    return query
