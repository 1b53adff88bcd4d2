"""What every kind of block has."""

import secrets
from typing import Any, ClassVar

from content_editor.models import create_plugin_base
from django.db import models
from django.utils.html import strip_tags
from django.utils.text import Truncator

from guides.models.guide import Guide

_WORDS = ("title", "question", "text", "alt", "html")
_LABEL = 60


def new_uid() -> str:
    return secrets.token_hex(4)


class Block(create_plugin_base(Guide)):
    """One block. ``uid`` names it in documents and differences, wherever it is moved to."""

    kind: ClassVar[str]
    region_key: ClassVar[str] = "main"

    uid = models.CharField(max_length=16, default=new_uid, editable=False)

    class Meta(create_plugin_base(Guide).Meta):
        abstract = True

    def __str__(self) -> str:
        """How its title or text begins; where it has none, what kind of block it is."""
        written = next(filter(None, (getattr(self, name, "") for name in _WORDS)), "")
        begins = strip_tags(written.replace("<", " <")).split()
        return Truncator(" ".join(begins)).chars(_LABEL) or str(self._meta.verbose_name)

    def computed(self) -> dict[str, Any]:
        """What a document says of this block beyond its own fields."""
        return {}
