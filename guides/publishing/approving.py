"""A second person's yes to exactly one document, and who cannot give it because they worked on it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models

from guides.documents import REFERABLE, Assembly, sha256
from guides.models import Approval, Edition, Record
from guides.models.approval import WHOLE
from guides.models.edition import EditionQuerySet
from guides.publishing.turn import turn


class NotApprovable(Exception):
    """This person cannot approve this draft; the message says why."""


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
    if not (approval.credential and approval.scope and approval.conflict_of_interest):
        raise NotApprovable("Say what makes you fit to judge what, and what ties you to anybody who gains by it.")
    with turn():
        if by.pk in contributors(assembly):
            raise NotApprovable("You have worked on this since it was last approved; a second person must approve it.")
        if Approval.objects.for_next_edition().filter(sha256=approval.sha256, by=by).exists():
            raise NotApprovable("You have approved exactly this already.")
        approval.save()
    return approval


def contributors(assembly: Assembly) -> set[int]:
    """Primary keys of the users who changed anything the document is made of, or was made of in its last approved
    edition and since, or published it since.

    The admin's own log tells who changed what: rows edited inside another one are logged under it. What was imported
    on the server is in no log, but whoever published it stands behind it.
    """
    editions = Edition.objects.about((assembly.document["kind"], assembly.document["key"]))
    approved = editions.approved().newest_first().first()
    since = editions.filter(number__gte=approved.number) if approved else editions
    changes = LogEntry.objects.filter(_about([*assembly.rows, *_rows_behind(since)]) | _removals(since))
    if approved:
        changes = changes.filter(action_time__gt=approved.published_at)
        since = since.exclude(pk=approved.pk)
    return {*changes.values_list("user_id", flat=True), *since.values_list("published_by_id", flat=True)}


def _rows_behind(editions: EditionQuerySet) -> Iterator[Record]:
    """The records of which these editions hold copies: a change of one may be why the document no longer does."""
    for model, keys in _copied(editions):
        yield from model._default_manager.filter(key__in=keys)


def _removals(editions: EditionQuerySet) -> models.Q:
    """What the log has on records of which these editions hold copies and that are gone. It no longer tells which was
    which: whoever removed any of that kind counts."""
    query = models.Q(pk=None)
    for model, keys in _copied(editions):
        if model._default_manager.filter(key__in=keys).count() < len(keys):
            query |= models.Q(content_type=ContentType.objects.get_for_model(model), action_flag=DELETION)
    return query


def _copied(editions: EditionQuerySet) -> Iterator[tuple[type[Record], set[str]]]:
    held = list(editions.values_list("document__references", flat=True))
    for kind, model in REFERABLE.items():
        keys = {key for references in held for key in references.get(kind, {})}
        if keys and issubclass(model, Record):
            yield model, keys


def _about(rows: Iterable[models.Model]) -> models.Q:
    named: dict[type[models.Model], set[str]] = {}
    for row in rows:
        named.setdefault(type(row), set()).add(str(row.pk))
    query = models.Q(pk=None)
    for model, content_type in ContentType.objects.get_for_models(*named).items():
        query |= models.Q(content_type=content_type, object_id__in=named[model])
    return query
