"""Publishing, the same for guides, devices and the questionnaire: publish, approve, set an end, correct, withdraw.

No edition has a blocker, whoever publishes it. What can be passed over, for guides and devices only, is the second
person's yes: who may do so has the permission ``force_publish_edition``, says why, and readers are told who it was,
why, and that nobody has reviewed it yet. The questionnaire has a blocker of its own where the yes is missing.
"""

import datetime as dt

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from guides.attesting import attest
from guides.documents import Assembly, Document, assemble, sha256
from guides.justifying import NOTHING_JUSTIFIED, Justified, justifying_note, softenings
from guides.materiality import is_major
from guides.models import Approval, Draft, Edition, Erratum, Expiry, Withdrawal
from guides.models.edition import WHOLE, EditionQuerySet
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
    draft: Draft,
    *,
    by: User,
    at: dt.datetime,
    note: str = "",
    live_from: dt.datetime | None = None,
    ends_at: dt.datetime | None = None,
    unreviewed_because: str = "",
    justified: Justified = NOTHING_JUSTIFIED,
) -> Edition:
    """Freeze ``draft`` as its next edition, live from ``live_from`` (default, and earliest: ``at``) to ``ends_at``.

    ``justified`` becomes part of the note. ``unreviewed_because`` is kept where nobody has approved exactly this.
    Raises NotPublishable with every blocker, and writes nothing then.
    """
    live_from = max(live_from or at, at)
    with transaction.atomic():
        document = assemble(_locked(draft), at=at).document
        newest = draft.editions.newest_first().first()
        live = draft.editions.live(live_from).first()
        refuse(blockers([*problems(document, at=live_from), *edition_problems(document, live, note, justified)]))
        refuse(time_problems(live_from, ends_at))
        edition = Edition.objects.create(
            **{name: document[name] for name in ("kind", "key", "slug", "title")},
            number=newest.number + 1 if newest else 1,
            document=document,
            sha256=sha256(document),
            is_major=is_major(live.document if live else None, document),
            note=justifying_note(note, justified) or ("" if newest else "First edition."),
            published_by=by,
            published_at=at,
            live_from=live_from,
            unreviewed_because="" if is_approved(document) else unreviewed_because.strip(),
            attested=attest(document, at=live_from),
        )
        if ends_at:
            set_end(edition, by=by, at=at, ends_at=ends_at)
        index_edition(edition)
        return edition


def is_approved(document: Document) -> bool:
    """Whether a second person has said yes to exactly this."""
    return Approval.objects.filter(sha256=sha256(document)).exists()


def refuse(found: list[Problem]) -> None:
    if found:
        raise NotPublishable(found)


def edition_problems(
    document: Document, live: Edition | None, note: str, justified: Justified = NOTHING_JUSTIFIED
) -> list[Problem]:
    """What stands between a document without problems of its own and its next edition.

    ``live`` is the edition that readers have until then: None where there is none, or all are withdrawn.
    """
    if live and live.sha256 == sha256(document):
        return [_nothing_changed(live)]
    found = list(softenings(live.document, document, justified)) if live else []
    is_first = live is None and not _editions(document).exists()
    if not is_first and not note.strip() and is_major(live.document if live else None, document):
        found.append(_note_missing())
    return found


def time_problems(live_from: dt.datetime, ends_at: dt.datetime | None) -> list[Problem]:
    if ends_at is None or ends_at > live_from:
        return []
    message = "It would end before it goes live."
    return [Problem("ends-too-early", Level.BLOCKER, "ends_at", message, "Choose a later end, or none.")]


def approve(
    assembly: Assembly,
    *,
    by: User,
    at: dt.datetime,
    credential: str,
    conflict_of_interest: str,
    scope: str = WHOLE,
) -> Approval:
    """Record one person's yes to exactly this document, or to the ``scope`` of it that they can judge.

    Raises NotApprovable where the person contributed to it since its last approved edition, has approved it already,
    or leaves credential, scope or conflict of interest unsaid.
    """
    document = assembly.document
    approval = Approval(
        kind=document["kind"],
        key=document["key"],
        sha256=sha256(document),
        by=by,
        at=at,
        credential=credential.strip(),
        scope=scope.strip(),
        conflict_of_interest=conflict_of_interest.strip(),
    )
    if by.pk in contributors(assembly):
        raise NotApprovable("You have worked on this since it was last approved; a second person must approve it.")
    if Approval.objects.filter(sha256=approval.sha256, by=by).exists():
        raise NotApprovable("You have approved exactly this already.")
    if not (approval.credential and approval.scope and approval.conflict_of_interest):
        raise NotApprovable("Say what makes you fit to judge what, and what ties you to anybody who gains by it.")
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


def set_end(edition: Edition, *, by: User, at: dt.datetime, ends_at: dt.datetime | None) -> Expiry:
    """From ``ends_at`` on (earliest: ``at``) ``edition`` is no longer live, and nothing takes its place.

    None takes an end back that was set before.
    """
    return Expiry.objects.create(edition=edition, by=by, at=at, ends_at=max(ends_at, at) if ends_at else None)


def correct(edition: Edition, *, by: User, at: dt.datetime, text: str) -> Erratum:
    """Put right what the note of ``edition`` says. The edition itself is corrected by publishing the next one."""
    return Erratum.objects.create(edition=edition, by=by, at=at, text=text)


def withdraw(
    edition: Edition,
    *,
    by: User,
    at: dt.datetime,
    reason: str,
    advice: str,
    way: str = Withdrawal.Way.BANNER,
    leads_to: str = "",
) -> Withdrawal:
    """Take ``edition`` back from ``at`` on; the one before it, if any, is live again.

    A page that is gone or leads elsewhere has nothing to come back to: the earlier editions are withdrawn with it.
    """
    said = {"by": by, "at": at, "reason": reason, "advice": advice, "way": way, "leads_to": leads_to}
    with transaction.atomic():
        if way != Withdrawal.Way.BANNER:
            for earlier in Edition.objects.up_to(edition).exclude(pk=edition.pk):
                Withdrawal.objects.create(edition=earlier, **said)
        return Withdrawal.objects.create(edition=edition, **said)


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
