"""The draft questionnaire as a check, with the devices that are live: what visitors would be judged by."""

import datetime as dt

from guides.documents import Document, assemble, sha256
from guides.models import Edition
from screening.checklist import Checklist, checklist
from screening.models import Questionnaire


def drafted(draft: Questionnaire, *, at: dt.datetime) -> Checklist:
    """As if it were published ``at``. Raises Undecodable."""
    return as_if_published(assemble(draft, at=at).document, at=at)


def as_if_published(document: Document, *, at: dt.datetime) -> Checklist:
    """An edition that is never saved. Raises Undecodable."""
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    return checklist(Edition(**named, number=0, document=document, sha256=sha256(document)), at)
