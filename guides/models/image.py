"""The block with a picture."""

from typing import Any

from django.conf import settings
from django.db import models
from imagefield.fields import ImageField

from guides.models.block import Block


class Image(Block):
    """A picture. Its file is never overwritten, so that earlier editions keep showing what they showed."""

    kind = "image"
    computed_names = ("sizes",)

    WIDTHS = (480, 960, 1440)

    file = ImageField(
        "picture",
        upload_to="pictures",
        width_field="width",
        height_field="height",
        formats={f"w{width}": ["default", ("thumbnail", (width, width * 3))] for width in WIDTHS},
        help_text="JPEG, PNG or WebP. Smaller sizes for small screens are made by itself.",
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    alt = models.CharField(
        "in words", max_length=300, blank=True, help_text="What it shows, for those who do not see it."
    )
    decorative = models.BooleanField(
        "only decoration", default=False, help_text="Tick if it tells nothing: it is then passed over when read aloud."
    )
    caption = models.CharField(max_length=300, blank=True)
    credit = models.CharField("who made it", max_length=200, blank=True, help_text="And under which licence.")

    class Meta(Block.Meta):
        verbose_name = "picture"

    def computed(self) -> dict[str, Any]:
        """The files of all sizes by their width; a size wider than the picture is the picture itself."""
        own = {str(self.width): self.file.name} if self.width else {}
        made = {str(width): getattr(self.file, f"w{width}") for width in self.WIDTHS if width < (self.width or 0)}
        return {"sizes": {width: url.removeprefix(settings.MEDIA_URL) for width, url in made.items()} | own}
