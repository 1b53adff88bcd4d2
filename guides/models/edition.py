"""Editions: documents as published."""

import datetime as dt
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower

from guides.models.append_only import AppendOnly, AppendOnlyQuerySet
from guides.models.approval import Approval, ApprovalQuerySet
from guides.models.withdrawal import Expiry


class EditionQuerySet(AppendOnlyQuerySet["Edition"]):
    def of(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def of_the_same(self) -> Self:
        """Of the same subject as the edition of the query around this one."""
        return self.filter(kind=OuterRef("kind"), key=OuterRef("key"))

    def started(self, at: dt.datetime) -> Self:
        """Editions whose time had come at ``at`` and that were not withdrawn by then."""
        return self.filter(live_from__lte=at).exclude(withdrawal__at__lte=at)

    def live(self, at: dt.datetime) -> Self:
        """The newest started edition of each subject, until its end: the only rule for what the public reads.

        Where its end has come nothing is live: what it superseded was outdated before, and nobody has looked since.
        """
        newer = Edition.objects.started(at).of_the_same().filter(number__gt=OuterRef("number"))
        ended = Expiry.objects.come(at).filter(edition=OuterRef("pk"))
        return self.started(at).exclude(Exists(newer)).exclude(Exists(ended))

    def with_end(self) -> Self:
        """With ``ends_at``: from when on they are no longer live, as decided last; None where no end is set."""
        decided = Expiry.objects.filter(edition=OuterRef("pk")).latest_first()
        return self.annotate(ends_at=Subquery(decided.values("ends_at")[:1]))

    def public(self, at: dt.datetime) -> Self:
        """What readers could read at ``at`` or earlier: started editions, and those that ended or were withdrawn since.

        An edition that was withdrawn or superseded before its time had come was never read by anybody.
        """
        begun = self.filter(live_from__lte=at).exclude(withdrawal__at__lt=F("live_from"))
        return begun.exclude(Exists(Edition.objects.overtaking(at)))

    def overtaking(self, at: dt.datetime) -> Self:
        """Newer ones than the edition of the query around it, published and due before it could go live: it is never
        live, unless they are withdrawn."""
        newer = self.of_the_same().filter(number__gt=OuterRef("number"))
        due = newer.filter(live_from__lte=OuterRef("live_from"), published_at__lt=OuterRef("live_from"))
        return due.exclude(withdrawal__at__lte=at)

    def waiting(self, at: dt.datetime) -> Self:
        """Those that will go live some time after ``at``, as far as that is decided."""
        ahead = self.filter(live_from__gt=at).exclude(withdrawal__at__lte=at)
        return ahead.exclude(Exists(Edition.objects.overtaking(at)))

    def following_public(self, at: dt.datetime) -> Self:
        """Those before which readers had an edition of the same subject."""
        earlier = Edition.objects.public(at).of_the_same().filter(number__lt=OuterRef("number"))
        return self.filter(Exists(earlier))

    def withdrawn(self, at: dt.datetime) -> Self:
        """Editions that readers could read and that were taken back by ``at``."""
        return self.public(at).filter(withdrawal__at__lte=at)

    def about(self, *subjects: tuple[str, str]) -> Self:
        """Editions of these subjects, each named by its kind and key."""
        return self.filter(reduce(or_, (Q(kind=kind, key=key) for kind, key in subjects), Q(pk=None)))

    def at_address(self, slug: str, at: dt.datetime) -> "Edition | None":
        """What a reader who follows this address, present or past, is looking for: the subject's live edition,
        or its newest one where all are withdrawn."""
        newest = ("-live_from", "-number")
        if edition := self.live(at).filter(slug=slug).order_by(*newest).first():
            return edition
        public = self.public(at)
        key = public.filter(slug=slug).order_by(*newest).values_list("key", flat=True).first()
        return self.live(at).filter(key=key).first() or public.filter(key=key).newest_first().first()

    def led_to(self, leads_to: str, at: dt.datetime) -> "Edition | None":
        """The live edition at the end of wherever a withdrawn page leads, in one step; None at a dead end."""
        seen: set[str] = set()
        while leads_to and leads_to not in seen:
            seen.add(leads_to)
            kind, _, key = leads_to.partition(":")
            named = self.about((kind, key))
            if live := named.live(at).first():
                return live
            newest = named.public(at).select_related("withdrawal").newest_first().first()
            leads_to = newest.withdrawal.leads_to if newest and hasattr(newest, "withdrawal") else ""
        return None

    def up_to(self, edition: "Edition") -> Self:
        """This edition and the earlier ones of its subject that nobody has withdrawn."""
        earlier = self.about((edition.kind, edition.key)).filter(number__lte=edition.number)
        return earlier.filter(withdrawal=None)

    def with_pages(self) -> Self:
        """Of the kinds whose editions readers meet on pages of their own."""
        return self.filter(kind__in=["guide", "device"])

    def holding_conditions(self) -> Self:
        """Guides and questionnaires that carry copies of conditions, and tell readers or judge answers by them."""
        return self.filter(kind__in=("guide", "questionnaire"), document__references__has_key="condition")

    def numbered(self, number: int) -> "Edition | None":
        return self.filter(number=number).first()

    def corrections(self, at: dt.datetime) -> Self:
        """Major changes of what readers had before."""
        return self.filter(is_major=True).following_public(at)

    def before(self, number: int) -> "Edition | None":
        """What readers had before it: the newest one with a lower number."""
        return self.filter(number__lt=number).newest_first().first()

    def newest_first(self) -> Self:
        return self.order_by("-number")

    def latest_first(self) -> Self:
        """Whatever they are about, what went live last comes first."""
        return self.order_by("-live_from", "kind", "key", "-number")

    def by_rank(self) -> Self:
        """In the order in which guides are listed."""
        return self.order_by("document__rank", "title")

    def by_title(self) -> Self:
        """In the order of the alphabet, whatever a database thinks of capitals."""
        return self.order_by(Lower("title"), "key")

    def naming_withdrawers(self) -> Self:
        """With who withdrew them, beside ``for_readers()``."""
        return self.select_related("withdrawal__by")

    def without_document(self, *values: str) -> Self:
        """Leave the document in the database, but for these of its values, which become attributes."""
        return self.defer("document").annotate(**{name: F(f"document__{name}") for name in values})

    def holding(self, kind: str, key: str) -> Self:
        """Editions with a frozen copy of this record."""
        return self.filter(**{f"document__references__{kind}__has_key": key})

    def on_topic(self, key: str) -> Self:
        """Those that hold this topic, as their documents say; told by rows of their own."""
        return self.filter(topic_rows__key=key)

    def with_topics(self) -> Self:
        """With ``topics``: the frozen copies of those that each holds, by their keys; None where it holds none."""
        return self.annotate(topics=F("document__references__topic"))

    def with_references(self) -> Self:
        """With ``references``, the frozen copies of records, in place of whole documents; the newest last."""
        return self.without_document("references").order_by("live_from", "key")

    def with_warnings(self, at: dt.datetime) -> Self:
        """With ``references`` and ``label``, and under ``…_before`` those of what readers had before each, in place of
        whole documents."""
        before = Edition.objects.public(at).of_the_same().filter(number__lt=OuterRef("number")).newest_first()
        names = ("references", "label")
        were = {f"{name}_before": Subquery(before.values(f"document__{name}")[:1]) for name in names}
        return self.without_document(*names).annotate(**were)

    def with_last_major(self, at: dt.datetime) -> Self:
        """With ``last_major_at``: since when the newest major change of what an edition says has been public."""
        major = Edition.objects.public(at).of_the_same().filter(number__lte=OuterRef("number"), is_major=True)
        newest = Subquery(major.newest_first().values("live_from")[:1])
        return self.annotate(last_major_at=Coalesce(newest, F("live_from")))

    def approved(self) -> Self:
        """Those to which, as a whole, a second person has said yes."""
        return self.filter(sha256__in=Approval.objects.of_the_whole().values("sha256"))

    def approvals(self) -> ApprovalQuerySet:
        """Approvals of exactly these editions, told by the sha256, be they of the whole or of a part."""
        approvals = Approval.objects.filter(sha256__in=self.order_by().values("sha256"))
        return approvals.select_related("by").order_by("at").fetch_mode(models.FETCH_RAISE)

    def next_change(self, at: dt.datetime) -> dt.datetime | None:
        """When the next of these goes live, ends or is withdrawn, as far as that is already decided."""
        return self.changes(at).values_list("live_from", flat=True).first()

    def changes(self, at: dt.datetime) -> "models.QuerySet[Edition, tuple[dt.datetime]]":
        """Under the name ``live_from`` every moment after ``at`` at which one of these goes live, ends or is withdrawn,
        as far as that is already decided; the next one first."""
        every = self.order_by()
        lives = every.filter(live_from__gt=at).values_list("live_from")
        ended = every.filter(expiries__ends_at__gt=at).values_list("expiries__ends_at")
        withdrawn = every.filter(withdrawal__at__gt=at).values_list("withdrawal__at")
        return lives.union(ended, withdrawn).order_by("live_from")

    def for_readers(self) -> Self:
        """With what pages show beside the document; anything else asked of the rows is an error."""
        return self.select_related("published_by", "withdrawal").fetch_mode(models.FETCH_RAISE)


class Edition(AppendOnly):
    """A document as published. No column ever changes; what comes later stands in rows of its own."""

    kind = models.CharField(max_length=20)
    key = models.SlugField(max_length=100, db_index=False)
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    title = models.CharField(max_length=150)
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    is_major = models.BooleanField("major change")
    note = models.TextField("change note", blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    live_from = models.DateTimeField()
    unreviewed_because = models.TextField(
        "why it was published before anybody reviewed it", blank=True, help_text="Empty where it was approved before."
    )
    attested = models.JSONField(
        default=dict, blank=True, help_text="What our code made of the document then; not part of it, nor of its hash."
    )

    ends_at: dt.datetime | None
    """Only there on what comes from ``with_end()``, as everything ``live()`` does."""

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key", "-number"]
        constraints = [
            models.UniqueConstraint("kind", "key", "number", name="%(app_label)s_%(class)s_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="%(app_label)s_%(class)s_number_from_one"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="%(app_label)s_%(class)s_sha256_hex"
            ),
            models.CheckConstraint(
                condition=Q(is_major=False) | ~Q(note=""), name="%(app_label)s_%(class)s_major_has_note"
            ),
        ]
        indexes = [
            models.Index("kind", "slug", name="guides_edition_address"),
            models.Index("live_from", name="guides_edition_live_from"),
        ]
        permissions = [("force_publish_edition", "Can publish a guide or device before anybody has reviewed it")]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"
