"""What waits for somebody: the first page of the admin. A fixed number of queries, however much there is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.options import Options

from guides.documents.records import copies_now
from guides.models import Condition, ConditionList, DeviceFact, Draft, Edition, ExternalLink, draft_models

SOON = dt.timedelta(days=30)

type Subject = tuple[str, str]
"""Kind and key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look at. ``row`` is what has a page in the admin, if anything has."""

    label: str
    note: str
    row: models.Model | None = None

    @property
    def opts(self) -> Options | None:
        return self.row._meta if self.row else None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    remark: str
    entries: list[Entry]


def overview(at: dt.datetime) -> list[Section]:
    """What waits, section by section; one without entries says that all is well."""
    drafts = _drafts()
    live: list[Any] = list(Edition.objects.live(at).without_document("review_by").order_by("kind", "title"))
    approved = set(Edition.objects.live(at).approved().values_list("sha256", flat=True))
    due = sorted((edition for edition in live if edition.review_by), key=lambda edition: edition.review_by)
    overdue = [edition for edition in due if edition.review_by < at.date().isoformat()]
    soon = [edition for edition in due if at.date().isoformat() <= edition.review_by <= _day(at + SOON)]
    unreviewed = [edition for edition in live if edition.sha256 not in approved]
    return [
        Section("Reviews overdue", "Readers are told so.", [_review(edition, drafts) for edition in overdue]),
        Section("Reviews due within 30 days", "", [_review(edition, drafts) for edition in soon]),
        Section(
            "Published, not yet independently reviewed",
            "Readers are told so. Where the draft is still what they have, a reviewer's approval is enough; where it"
            " has changed, it is approved and then published.",
            [_entry(edition, drafts, _unreviewed(edition)) for edition in unreviewed],
        ),
        Section(
            "Conditions have changed since they were published",
            "Readers have the earlier ones until it is published again.",
            list(_out_of_step(at, drafts)),
        ),
        Section("Device values that we could not verify", "", list(_unverified())),
        Section(
            "Broken links to other sites",
            "As manage.py check_links found them last.",
            [_broken(link, drafts) for link in ExternalLink.objects.broken()],
        ),
    ]


def changed_conditions(document: dict[str, Any], now: dict[str, dict[str, Any]]) -> set[str]:
    """Keys of the conditions that an edition holds otherwise than their records ``now`` are: changed, deleted, or
    listed by other rules. ``document`` needs its references and blocks only."""
    frozen = document["references"].get("condition", {})
    changed = {key for key, copy in frozen.items() if copy != {name: now.get(key, {}).get(name) for name in copy}}
    for block in document.get("blocks") or ():
        if block["kind"] == ConditionList.kind:
            changed |= set(block["conditions"]) ^ _listed_now(block["at_least"], now)
    return changed


def _listed_now(at_least: str, now: dict[str, dict[str, Any]]) -> set[str]:
    listed = ConditionList(at_least=at_least).listed()
    return {key for key, copy in now.items() if listed & {rule["if_present"] for rule in copy["rules"]}}


def _drafts() -> dict[Subject, Draft]:
    return {(row.kind, row.key): row for model in draft_models().values() for row in model._default_manager.all()}


def _entry(edition: Edition, drafts: dict[Subject, Draft], note: str) -> Entry:
    return Entry(edition.title, f"{edition.kind}, {note}", drafts.get((edition.kind, edition.key)))


def _review(edition: Any, drafts: dict[Subject, Draft]) -> Entry:
    return _entry(edition, drafts, f"by {edition.review_by}")


def _unreviewed(edition: Edition) -> str:
    why = edition.unreviewed_because
    return f"edition {edition.number}" + (f"; why it was published all the same: {why}" if why else "")


def _out_of_step(at: dt.datetime, drafts: dict[Subject, Draft]) -> Iterator[Entry]:
    now = copies_now(Condition)
    holding: Iterable[Any] = Edition.objects.holding_conditions().live(at).without_document("references", "blocks")
    for edition in holding:
        changed = changed_conditions({"references": edition.references, "blocks": edition.blocks}, now)
        if changed:
            names = ", ".join(sorted(now[key]["name"] if key in now else key for key in changed))
            yield _entry(edition, drafts, f"since edition {edition.number}: {names}")


def _unverified() -> Iterator[Entry]:
    named: dict[models.Model, list[str]] = defaultdict(list)
    for fact in DeviceFact.objects.unverified():
        named[fact.device].append(fact.get_name_display())
    for device, names in named.items():
        yield Entry(str(device), ", ".join(names), device)


def _broken(link: ExternalLink, drafts: dict[Subject, Draft]) -> Entry:
    rows = [drafts[kind, key] for kind, key in link.found_in if (kind, key) in drafts]
    seen = f"last seen well on {_day(link.last_seen_ok_at)}" if link.last_seen_ok_at else "never seen well"
    where = ", ".join(str(row) for row in rows) or "nothing that is left"
    return Entry(link.url, f"{link.fault}; {seen}; in {where}", rows[0] if rows else None)


def _day(moment: dt.datetime) -> str:
    return moment.date().isoformat()
