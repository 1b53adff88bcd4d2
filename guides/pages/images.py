"""Pictures of a guide, in the sizes that screens need."""

from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage


@dataclass(frozen=True, slots=True)
class Image:
    """``srcset`` names every size by its width. An empty ``alt`` says that it is only decoration."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


def image(block: dict[str, Any]) -> Image:
    sizes = {int(width): default_storage.url(name) for width, name in block["sizes"].items()}
    return Image(
        src=sizes[min(sizes, key=lambda width: abs(width - _ON_A_DESK))],
        srcset=", ".join(f"{url} {width}w" for width, url in sorted(sizes.items())),
        width=block["width"],
        height=block["height"],
        alt="" if block["decorative"] else block["alt"],
        caption=block["caption"],
        credit=block["credit"],
    )


_ON_A_DESK = 960
"""Pixels: for browsers that choose no size themselves."""
