"""Links in rich text: by identity in documents, whatever editors paste."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from guides.models import Device, Edition, Guide
from guides.models.prose import LINK_SCHEMES

type Address = tuple[str, str]
"""Kind and slug."""

LINK = re.compile(r'<a(?:(?: [^>]*?)? href="([^"]*)")?[^>]*>(.*?)</a>', re.DOTALL)
"""A link with where it leads, if anywhere, and what stands in it."""

_HREF = re.compile(r'(<a (?:[^>]*? )?href=")([^"]*)')
_IDENTITY = re.compile(rf"({'|'.join(LINK_SCHEMES)}):([\w-]+)(#[\w-]+)?")
_PATH_OF_DRAFT = re.compile(r"/(guides|devices)/([\w-]+)/?(#[\w-]+)?")
_PATH_OF_TERM = re.compile(r"/glossary/?#term-([\w-]+)")
_DRAFTS = {"guides": Guide, "devices": Device}
_HOSTS_OF_DEVELOPMENT = [".localhost", "127.0.0.1", "[::1]"]


def by_identity(html: str, key_of: Callable[[Address], str | None]) -> str:
    """Turn addresses of our own guides, devices and terms, as editors paste them, into links by identity.

    ``key_of`` knows who has or had an address. One that nobody has stays as it is: the checks name it.
    """
    return _HREF.sub(lambda match: match[1] + _identity(match[2], key_of), html)


def links(html: str) -> Iterator[tuple[str, str]]:
    """Every link by identity in ``html``, as (scheme, key)."""
    for href in hrefs(html):
        if identity := identified(href):
            yield identity[0], identity[1]


def hrefs(html: str) -> Iterator[str]:
    """Where every link in ``html`` leads, as it is written there."""
    return (match[2] for match in _HREF.finditer(html))


def identified(href: str) -> tuple[str, str, str] | None:
    """Scheme, key and anchor (without its ``#``) of a link by identity; None for any other."""
    match = _IDENTITY.fullmatch(href)
    return (match[1], match[2], (match[3] or "").removeprefix("#")) if match else None


def own_path(href: str) -> str | None:
    """Where on this site ``href`` leads, with its anchor; None where it leads elsewhere."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.netloc:
        hosts = [host for host in settings.ALLOWED_HOSTS if host != "*"] or _HOSTS_OF_DEVELOPMENT
        ours = parts.scheme in ("http", "https") and validate_host(parts.hostname or "", hosts)
    else:
        ours = not parts.scheme and parts.path.startswith("/")
    return parts._replace(scheme="", netloc="").geturl() if ours else None


def keys_by_address() -> dict[Address, str]:
    """The key of everybody who has an address, or who was the last to have it."""
    past = Edition.objects.order_by("live_from", "number").values_list("kind", "slug", "key")
    keys = {(kind, slug): key for kind, slug, key in past}
    for model in _DRAFTS.values():
        keys |= {(model.kind, slug): key for slug, key in model.objects.values_list("slug", "key")}
    return keys


def _identity(href: str, key_of: Callable[[Address], str | None]) -> str:
    path = own_path(href) or ""
    if match := _PATH_OF_TERM.fullmatch(path):
        return f"term:{match[1]}"
    match = _PATH_OF_DRAFT.fullmatch(path)
    if match is None:
        return href
    kind = _DRAFTS[match[1]].kind
    key = key_of((kind, match[2]))
    return f"{kind}:{key}{match[3] or ''}" if key else href
