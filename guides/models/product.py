"""Accessories that a guide may recommend. Devices are recommended after the check only."""

from django.db import models

from guides.models.evidence import Source
from guides.models.prose import ProseField
from guides.models.record import Record


class Product(Record):
    """An accessory, why we name it, and what we gain by naming it."""

    refers_as = "product"

    name = models.CharField(max_length=150)
    what_it_is = models.TextField(blank=True)
    reason = ProseField(blank=True, help_text="Why this one, and who does not need it.")
    disclosure = models.TextField(
        blank=True, help_text="What we earn or received. “Nothing” is an answer, and must be written too."
    )
    url = models.URLField("address", blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.name
