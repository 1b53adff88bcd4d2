"""Conditions: facts about a person that can make a device unsuitable, and the rules that say how."""

from django.db import models
from django.db.models import Q

from guides.models.area import AreasField
from guides.models.evidence import Source
from guides.models.record import Record


class Disposition(models.TextChoices):
    """From mild to strict. ``suitable`` is what remains where no rule says otherwise, so no rule gives it."""

    LIMITED = "limited", "limited: some areas, or with care"
    WAIT = "wait", "wait"
    ASK = "ask", "ask a clinician first"
    STOP = "stop", "do not use"


class Modality(models.TextChoices):
    """What a device does to the skin; a rule is about one of them."""

    MICROCURRENT = "microcurrent", "microcurrent"
    EMS = "ems", "EMS (muscle stimulation)"
    LED = "led", "LED light"
    HEAT = "heat", "heat"
    VIBRATION = "vibration", "vibration"
    HAND_RETURN = "hand-return", "current that may return through the hand holding it"


class Condition(Record):
    """One condition, with what it is called in plain words."""

    refers_as = "condition"
    children = ("rules",)

    class Group(models.TextChoices):
        ELECTRONICS = "electronics", "Implanted or worn electronics"
        HEART = "heart", "Heart, vessels and blood"
        NERVES = "nerves", "Brain and nerves"
        CANCER = "cancer", "Cancer"
        PREGNANCY_AGE = "pregnancy-age", "Pregnancy and age"
        IMPLANTS = "implants", "Metal, dental and other implants"
        PROCEDURES = "procedures", "Injections, procedures and surgery"
        SKIN = "skin", "Skin"
        MEDICINES = "medicines", "Medicines and creams"
        WHOLE_BODY = "whole-body", "General health"

    name = models.CharField(max_length=150, help_text="In plain words, as it follows “if you have …”.")
    group = models.CharField(max_length=20, choices=Group)
    must_stop = models.BooleanField(
        "always a stop",
        default=False,
        help_text="Whoever has it is never recommended any device: proved each time something is published.",
    )
    what_to_do = models.TextField(blank=True)
    disagreement = models.TextField(blank=True, help_text="Where sources differ: who says what.")

    class Meta(Record.Meta):
        ordering = ["group", "key"]

    def __str__(self) -> str:
        return self.name


class Rule(models.Model):
    """(condition, areas, modality) → disposition if present, disposition if unknown. It never lowers one."""

    class Unknown(models.TextChoices):
        ASK = Disposition.ASK.value, Disposition.ASK.label
        STOP = Disposition.STOP.value, Disposition.STOP.label

    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="rules")
    modality = models.CharField(max_length=20, choices=Modality, default=Modality.MICROCURRENT)
    if_present = models.CharField("if they have it", max_length=10, choices=Disposition)
    if_unknown = models.CharField("if they are not sure", max_length=10, choices=Unknown, default=Unknown.ASK)
    areas = AreasField("areas to leave out", help_text="For “limited”: never use the device here.")
    where_told = models.BooleanField(
        "leave out where they say it is", default=False, help_text="Needs a question that asks where it is."
    )
    wait_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="For “wait”: days from the date they give. Empty: until it is over."
    )
    advice = models.TextField(blank=True, help_text="What to do, told to the person.")
    reason = models.TextField(blank=True, help_text="Why, told to the person.")
    sources = models.ManyToManyField(Source, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(if_unknown__in=["ask", "stop"]),
                name="%(app_label)s_%(class)s_unknown_at_least_ask",
                violation_error_message="“Not sure” is never milder than asking a clinician.",
            ),
            models.CheckConstraint(
                condition=Q(wait_days=None) | Q(if_present="wait"),
                name="%(app_label)s_%(class)s_days_only_with_wait",
                violation_error_message="Days belong to “wait” only.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_modality_display()}: {self.get_if_present_display()}"
