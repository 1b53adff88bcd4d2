"""Editions that can be searched, without the whole of publishing."""

import datetime as dt

from guides.documents import Document
from guides.models import Edition
from guides.search.index import index_edition
from tests.guides.views.editions import publish


def searchable(document: Document, *, at: dt.datetime, **fields) -> Edition:
    edition = publish(document, at=at, **fields)
    index_edition(edition)
    return edition
