"""Evidence: sources, studies, and the claims they bear on."""

from typing import Any

from django.db import models

from guides.grading import METHOD, grade
from guides.models.prose import ProseField
from guides.models.record import Record


class Source(Record):
    """A page or paper that a fact was read on."""

    refers_as = "source"

    class Kind(models.TextChoices):
        MANUAL = "manual", "maker's manual"
        MAKER = "maker", "maker's page"
        REGULATOR = "regulator", "regulator's record"
        PAPER = "paper", "paper"
        GUIDANCE = "guidance", "professional guidance"
        PRESS = "press", "press, retailer or blog"

    class Read(models.TextChoices):
        FIRST_HAND = "first-hand", "read on the page itself"
        SECOND_HAND = "second-hand", "second-hand: whose claim it is must be said"

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind)
    read = models.CharField("how it was read", max_length=20, choices=Read, default=Read.FIRST_HAND)
    url = models.CharField("address", max_length=500, blank=True, help_text="Where the text was read.")
    read_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Study(Record):
    """A study as it was reported, with what limits it."""

    refers_as = "study"

    class Design(models.TextChoices):
        REVIEW = "review", "systematic review of trials"
        RCT = "rct", "randomised trial"
        CONTROLLED = "controlled", "controlled, not randomised"
        UNCONTROLLED = "uncontrolled", "before and after, no control group"
        NARRATIVE = "narrative", "narrative review or opinion"
        ANIMAL = "animal", "animals"
        CELLS = "cells", "cells or tissue in a dish"

    class Retraction(models.TextChoices):
        UNKNOWN = "unknown", "not checked"
        NOT_RETRACTED = "not-retracted", "not retracted when checked"
        RETRACTED = "retracted", "retracted"

    authors = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400)
    journal = models.CharField(max_length=200, blank=True)
    doi = models.CharField("DOI", max_length=100, blank=True)
    pmid = models.CharField("PMID", max_length=20, blank=True)
    url = models.CharField("address", max_length=500, blank=True)
    design = models.CharField(max_length=20, choices=Design)
    sham_controlled = models.BooleanField("compared with a sham", default=False)
    participants = models.PositiveIntegerField(null=True, blank=True, help_text="Number of people, if any.")
    subjects = models.CharField("who or what", max_length=200, help_text="For instance: 30 women under 45.")
    current = models.CharField(max_length=200, blank=True, help_text="Empty: not reported in what was read.")
    outcome = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    funding = models.CharField(max_length=300, blank=True, help_text="Empty: not known.")
    retraction = models.CharField(max_length=20, choices=Retraction, default=Retraction.UNKNOWN)
    retraction_checked_on = models.DateField(null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name_plural = "studies"

    def __str__(self) -> str:
        return f"{self.authors} ({self.year})"


class Claim(Record):
    """Something people are told, with our verdict. Its grade is computed, never chosen."""

    refers_as = "claim"
    children = ("evidence",)
    computed_names = ("grade", "grading_method")

    class Verdict(models.TextChoices):
        SUPPORTED = "supported", "supported"
        PARTLY = "partly", "partly supported"
        UNPROVEN = "unproven", "not shown"
        REFUTED = "refuted", "contradicted"

    statement = models.CharField(max_length=250)
    verdict = models.CharField(max_length=20, choices=Verdict, blank=True)
    explanation = ProseField(blank=True)

    def __str__(self) -> str:
        return self.statement

    def computed(self) -> dict[str, Any]:
        rows = [
            {
                "study": row.study.key,
                "stance": row.stance,
                "direct": row.direct,
                "design": row.study.design,
                "sham_controlled": row.study.sham_controlled,
                "participants": row.study.participants,
                "retracted": row.study.retraction == Study.Retraction.RETRACTED,
            }
            for row in self.evidence.all()
            if row.study
        ]
        return {"grade": grade(rows), "grading_method": METHOD}


class Evidence(models.Model):
    """What one study, or one source that is no study, says of one claim."""

    class Stance(models.TextChoices):
        FOR = "for", "for"
        AGAINST = "against", "against"
        NEITHER = "neither", "neither way"

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    study = models.ForeignKey(Study, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance)
    direct = models.BooleanField(
        default=False,
        help_text="Tick if it tested microcurrent on the skin or muscles that the claim is about, in people.",
    )
    finding = models.CharField(max_length=300, help_text="What it found, in one sentence.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(study=None) ^ models.Q(source=None),
                name="%(app_label)s_%(class)s_study_or_source",
                violation_error_message="Name either a study or a source.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study or self.source}: {self.get_stance_display()}"


class Chart(Record):
    """A picture with its data: what was reported between which values on one scale."""

    refers_as = "chart"
    children = ("ranges",)

    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=20)
    scale_from = models.PositiveIntegerField()
    scale_to = models.PositiveIntegerField()
    study = models.ForeignKey(Study, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title


class ChartRange(models.Model):
    """One bar: an effect between two values, or an effect reported without values."""

    chart = models.ForeignKey(Chart, on_delete=models.CASCADE, related_name="ranges")
    label = models.CharField(max_length=120)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    effect = models.CharField(max_length=120)
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the chart's study says so.",
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label
