"""The glossary: words that a text explains where they are first used."""

from django.db import models

from guides.models.evidence import Source
from guides.models.prose import ProseField
from guides.models.record import Record


class Term(Record):
    """A word that readers may not know. A text links it (``term:KEY``), and its page explains it there."""

    refers_as = "term"

    name = models.CharField(max_length=80, help_text="As it stands in a text, in the singular.")
    also = models.CharField(
        "also called", max_length=200, blank=True, help_text="Other names and spellings, separated by commas."
    )
    definition = models.CharField(
        max_length=300, blank=True, help_text="One or two plain sentences, which need no other term to be understood."
    )
    explanation = ProseField(blank=True, help_text="What the glossary adds to that, if anything.")
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.name
