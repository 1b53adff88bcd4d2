"""Publish: a draft becomes its next edition, or it is said why not.

No edition has a blocker, whoever publishes it. What can be passed over, for guides and devices only, is the second
person's yes: who may do so has the permission ``force_publish_edition``, says why, and readers are told who it was,
why, and that nobody has reviewed it yet. The questionnaire has a blocker of its own where the yes is missing.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User

from guides.attesting import attest
from guides.documents import Document, assemble, sha256
from guides.filing import file_edition
from guides.justifying import NOTHING_JUSTIFIED, Justified, justifying_note, read_last, softenings
from guides.materiality import MATERIAL, is_major
from guides.models import Approval, Draft, Edition
from guides.problems import Level, Problem, blockers, problems
from guides.publishing.afterwards import set_end
from guides.publishing.turn import turn
from guides.search.index import index_edition


class NotPublishable(Exception):
    """Publishing was refused; ``problems`` says why. Nothing was written."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = found


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
    seen: str = "",
    may_force: bool = True,
) -> Edition:
    """Freeze ``draft`` as its next edition, live from ``live_from`` (default, and earliest: ``at``) to ``ends_at``.

    ``justified`` becomes part of the note; ``unreviewed_because`` is kept where nobody has approved exactly this.
    ``seen``: the sha256 that ``by`` has read. Who may not force publishes only what was approved as a whole. Raises
    NotPublishable with every blocker, and writes nothing then.
    """
    with turn():
        newest, at = _newest(draft, at)
        live_from = max(live_from or at, at)
        document = assemble(draft, at=at).document
        live = draft.editions.live(live_from).first()
        is_approved = Approval.objects.of_the_whole().for_next_edition().filter(sha256=sha256(document)).exists()
        _refuse(_permission_problems(document, seen, may_force or is_approved))
        _refuse(blockers([*problems(document, at=live_from), *edition_problems(document, live_from, note, justified)]))
        _refuse(time_problems(live_from, ends_at))
        edition = Edition.objects.create(
            **_next(document, newest, live, justifying_note(note, justified)),
            published_by=by,
            published_at=at,
            live_from=live_from,
            unreviewed_because="" if is_approved else unreviewed_because.strip(),
            attested=attest(document, at=live_from),
        )
        if ends_at:
            set_end(edition, by=by, at=at, ends_at=ends_at)
        _make_findable(edition)
        return edition


def _next(document: Document, newest: Edition | None, live: Edition | None, note: str) -> dict[str, Any]:
    """The columns of the edition that follow from the document, and from those before it."""
    return {
        **{name: document[name] for name in ("kind", "key", "slug", "title")},
        "number": newest.number + 1 if newest else 1,
        "document": document,
        "sha256": sha256(document),
        "is_major": is_major(live.document if live else None, document),
        "note": note or ("" if newest else "First edition."),
    }


def _make_findable(edition: Edition) -> None:
    index_edition(edition)
    file_edition(edition)


def _refuse(found: list[Problem]) -> None:
    if found:
        raise NotPublishable(found)


def _permission_problems(document: Document, seen: str, may_publish: bool) -> list[Problem]:
    """Nobody publishes what they have not seen, nor, unless they may, what nobody has approved (rule 5.4)."""
    found = []
    if seen and seen != sha256(document):
        message = "The draft has changed since you opened this page."
        found.append(Problem("not-seen", Level.BLOCKER, "", message, "Look at it again first."))
    if not may_publish:
        message = "Nobody has approved exactly this, and you may publish only what somebody has."
        found.append(Problem("not-approved", Level.BLOCKER, "", message, "Ask a reviewer to approve it."))
    return found


def edition_problems(
    document: Document, live_from: dt.datetime, note: str, justified: Justified = NOTHING_JUSTIFIED
) -> list[Problem]:
    """What stands between a document without problems of its own and its next edition, which goes live then.

    It is a change of what readers have until then, but milder than what they had last, live or not.
    """
    editions = Edition.objects.about((document["kind"], document["key"]))
    live, before = editions.live(live_from).first(), read_last(editions, live_from)
    if live and live.sha256 == sha256(document):
        return [_nothing_changed(live)]
    found = list(softenings(before.document, document, justified)) if before else []
    is_first = live is None and not editions.exists()
    if not is_first and not note.strip() and is_major(live.document if live else None, document):
        found.append(_note_missing())
    return found


def time_problems(live_from: dt.datetime, ends_at: dt.datetime | None) -> list[Problem]:
    if ends_at is None or ends_at > live_from:
        return []
    message = "It would end before it goes live."
    return [Problem("ends-too-early", Level.BLOCKER, "ends_at", message, "Choose a later end, or none.")]


def _newest(draft: Draft, at: dt.datetime) -> tuple[Edition | None, dt.datetime]:
    """The edition to follow, with the draft locked; and ``at``, never before it: who asked first may come second."""
    locked = type(draft)._default_manager.select_for_update().get(pk=draft.pk)
    newest = locked.editions.newest_first().first()
    return newest, max(at, newest.published_at) if newest else at


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
        f"This is a major change: a {MATERIAL} differs.",
        "Write a change note that tells readers what changed and why.",
    )
