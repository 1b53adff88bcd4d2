"""Devices: what is known of each, who says so, and what its own label forbids."""

from typing import Self

from django.db import models

from guides.models.area import AreasField
from guides.models.condition import Condition, Disposition, Modality
from guides.models.draft import Draft
from guides.models.evidence import Source


class Device(Draft):
    """One device model. A value that is not on file is said to be unknown, never left out in silence."""

    kind = "device"
    refers_as = "device"
    children = ("modalities", "facts", "label")

    class App(models.TextChoices):
        NEEDED = "needed", "needed"
        OPTIONAL = "optional", "can be used, not needed"
        NONE = "none", "none"

    maker = models.CharField(max_length=150)
    summary = models.TextField(blank=True, help_text="Two or three sentences: what it is, and for whom it was made.")
    is_reference = models.BooleanField(
        "for comparison only", default=False, help_text="Kept to compare with; the check never recommends it."
    )
    areas = AreasField("areas that the check considers")
    app = models.CharField(
        max_length=10, choices=App, blank=True, help_text="Empty: not known. The fact “App” says who says so."
    )
    label_source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The label or manual read. Empty: not on file; then the strictest label of its kind applies.",
    )
    label_read_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField("facts last checked", null=True, blank=True)
    review_by = models.DateField(
        "next review due",
        null=True,
        blank=True,
        help_text="By when somebody has to look whether it still holds. Readers see when it is overdue.",
    )
    unverified = models.TextField("what we could not verify", blank=True)

    class Meta:
        ordering = ["title"]


class DeviceModality(models.Model):
    """Something the device does; optional where it can be left switched off or unmounted."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="modalities")
    modality = models.CharField(max_length=20, choices=Modality)
    optional = models.BooleanField("can be left off", default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "device modalities"
        constraints = [
            models.UniqueConstraint("device", "modality", name="%(app_label)s_%(class)s_once"),
        ]

    def __str__(self) -> str:
        return self.get_modality_display()


class DeviceFactQuerySet(models.QuerySet["DeviceFact"]):
    def unverified(self) -> Self:
        return (
            self.filter(basis=DeviceFact.Basis.UNVERIFIED)
            .select_related("device")
            .order_by("device__title", "position", "pk")
        )


class DeviceFact(models.Model):
    """One value, with who says so and when. Unknown is a value of its own."""

    class Name(models.TextChoices):
        OUTPUT = "output", "Output"
        WAVEFORM = "waveform", "Waveform"
        LEVELS = "levels", "Levels"
        CONTACTS = "contacts", "Contacts"
        SESSION = "session", "Session"
        SCHEDULE = "schedule", "How often"
        AUTO_OFF = "auto-off", "Switches itself off"
        MEDIUM = "medium", "Conductor"
        APP = "app", "App"
        CLEARANCE = "clearance", "Regulator's record"
        ZONES = "zones", "Areas it is cleared or meant for"
        OTHER_MODES = "other-modes", "Other modes"
        PRICE = "price", "Price"

    class Basis(models.TextChoices):
        MAKER = "maker", "maker says"
        REGULATOR = "regulator", "regulator's record"
        MEASURED = "measured", "measured"
        REPORTED = "reported", "reported by others"
        NOT_DISCLOSED = "not-disclosed", "not disclosed by the maker"
        UNVERIFIED = "unverified", "we could not verify this"

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="facts")
    name = models.CharField(max_length=20, choices=Name)
    value = models.CharField(max_length=300, blank=True, help_text="Empty only where it is not known.")
    basis = models.CharField("who says so", max_length=20, choices=Basis)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    as_of = models.DateField("as of", null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = DeviceFactQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.get_name_display()}: {self.value or self.get_basis_display()}"


class LabelStatement(models.Model):
    """What the device's own label says of one condition: a floor under our rules."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="label")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="+")
    if_present = models.CharField("the label says", max_length=10, choices=Disposition)
    areas = AreasField("areas it forbids", help_text="For “limited”: where the label says not to use it.")
    where_told = models.BooleanField("forbidden where they say it is", default=False)
    words = models.CharField(max_length=300, help_text="The label's words, in a line.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    locator = models.CharField("where in it", max_length=100, blank=True, help_text="For instance: p. 6.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint("device", "condition", name="%(app_label)s_%(class)s_once"),
        ]

    def __str__(self) -> str:
        return f"{self.condition}: {self.get_if_present_display()}"
