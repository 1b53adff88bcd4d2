"""Looks at the links that live editions have to other sites. Never when something is published or read: by command."""

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from django.utils.encoding import iri_to_uri

from guides.documents.elsewhere import elsewhere
from guides.models import Edition, ExternalLink

USER_AGENT = "Celliara check_links (looks whether a cited page is still there)"


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` is 0 where nothing answered; ``fault`` is empty where the page is there."""

    status: int
    fault: str


def check_links(
    *, at: dt.datetime, limit: int, timeout: float, pause: float, say: Callable[[str], object]
) -> list[ExternalLink]:
    """Look at no more than ``limit`` links, those first that have waited longest; return them.

    One request at a time, with ``pause`` seconds between two to the same site.
    """
    take_stock(at)
    links = list(ExternalLink.objects.longest_unchecked_first()[:limit])
    host_before = None
    for link in links:
        host = urlsplit(link.url).netloc
        if host == host_before:
            time.sleep(pause)
        host_before = host
        answer = look(link.url, timeout=timeout)
        _keep(link, answer, at)
        say(f"{answer.fault or 'ok'}: {link.url}")
    return links


def take_stock(at: dt.datetime) -> None:
    """Note every link of a live edition, and forget those that no edition has any more."""
    found = _found(Edition.objects.live(at).order_by("kind", "key"))
    ExternalLink.objects.exclude(url__in=found).delete()
    ExternalLink.objects.bulk_create(
        [ExternalLink(url=url, found_in=where) for url, where in found.items()],
        update_conflicts=True,
        unique_fields=["url"],
        update_fields=["found_in"],
    )


def look(url: str, *, timeout: float) -> Answer:
    """Ask for the head of the page, and for the page where the site says no to that. The page itself is not read."""
    answer = _ask("HEAD", url, timeout)
    return _ask("GET", url, timeout) if answer.fault and answer.status else answer


def _found(editions: Iterable[Edition]) -> dict[str, list[tuple[str, str]]]:
    found = defaultdict(list)
    for edition in editions:
        for url in elsewhere(edition.document):
            if len(url) <= ExternalLink.LONGEST:
                found[url].append((edition.kind, edition.key))
    return dict(found)


def _ask(method: str, url: str, timeout: float) -> Answer:
    try:
        request = Request(iri_to_uri(url), method=method, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})
        with _opener().open(request, timeout=timeout) as response:
            return Answer(response.status, "")
    except HTTPError as error:
        error.close()
        return Answer(error.code, f"answers {error.code}")
    except (OSError, HTTPException, ValueError) as error:
        return Answer(0, f"no answer ({getattr(error, 'reason', error) or type(error).__name__})"[:200])


def _opener() -> OpenerDirector:
    """Knows http and https only: no address leads to a file of ours, not even after a redirect."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    return opener


def _keep(link: ExternalLink, answer: Answer, at: dt.datetime) -> None:
    link.last_checked_at, link.last_status, link.fault = at, answer.status, answer.fault
    if not answer.fault:
        link.last_seen_ok_at = at
    link.save()
