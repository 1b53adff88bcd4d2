"""Links in rich text: by identity in documents, by address on pages."""

import re
from collections.abc import Callable, Iterator

from guides.models import Device, Edition, Guide
from guides.models.prose import LINK_SCHEMES

_BY_IDENTITY = re.compile(rf'href="({"|".join(LINK_SCHEMES)}):([\w-]+)(#[\w-]+)?"')
_BY_ADDRESS = re.compile(r'href="/(guides|devices)/([\w-]+)/(#[\w-]+)?"')
_DRAFTS = {"guides": Guide, "devices": Device}


def by_identity(html: str) -> str:
    """Turn addresses of our own guides and devices, as editors paste them, into links by identity.

    An address nobody has or had stays as it is: the checks name it.
    """
    return _BY_ADDRESS.sub(_identified, html)


def links(html: str) -> Iterator[tuple[str, str]]:
    """Every link by identity in ``html``, as (scheme, key)."""
    for match in _BY_IDENTITY.finditer(html):
        yield match[1], match[2]


def replace_links(html: str, address: Callable[[str, str], str]) -> str:
    """``html`` with every link by identity replaced by ``address(scheme, key)``; the fragment stays."""
    return _BY_IDENTITY.sub(lambda match: f'href="{address(match[1], match[2])}{match[3] or ""}"', html)


def _identified(match: re.Match[str]) -> str:
    model = _DRAFTS[match[1]]
    key = model.objects.filter(slug=match[2]).values_list("key", flat=True).first() or _past_key(model.kind, match[2])
    return f'href="{model.kind}:{key}{match[3] or ""}"' if key else match[0]


def _past_key(kind: str, slug: str) -> str | None:
    return Edition.objects.of(kind).filter(slug=slug).newest_first().values_list("key", flat=True).first()
