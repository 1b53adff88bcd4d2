"""The draft questionnaire as a check, with the devices that are live: what visitors would be judged by."""

import datetime as dt

from guides.documents import Document, assemble, sha256
from guides.models import Edition
from screening.checklist import Checklist
from screening.engine import decode
from screening.models import Questionnaire
from screening.problems import devices_live


def drafted(draft: Questionnaire, *, at: dt.datetime) -> Checklist:
    """As if it were published ``at``. Raises Undecodable."""
    return as_if_published(assemble(draft, at=at).document, at=at)


def as_if_published(document: Document, *, at: dt.datetime) -> Checklist:
    """In an edition that is never saved. Raises Undecodable."""
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    edition = Edition(**named, number=0, document=document, sha256=sha256(document))
    devices = {device["key"]: device for device in devices_live(at)}
    return Checklist(edition, decode(document, devices.values()), devices)
