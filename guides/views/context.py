"""What the pages of one guide or device show, read in a fixed number of queries."""

import datetime as dt
from typing import Any

from guides.models import Edition, Erratum
from guides.pages.addresses import address, addresses, editions_address, subjects_linked
from guides.pages.device import DevicePage, device_page
from guides.pages.due import due
from guides.pages.editions import history
from guides.pages.guide import GuidePage, guide_page


def edition_context(present: Edition, shown: Edition, at: dt.datetime) -> dict[str, Any]:
    """``shown`` is the edition on the page; ``present`` is what the subject's own address leads to."""
    context = history_context(present, at)
    past = context["history"]
    return context | {
        "page": _page(shown, at),
        "edition": past.numbered(shown.number),
        "last_major": past.last_major(shown.number),
        "due": due(shown.document, shown.number, past, at),
    }


def history_context(present: Edition, at: dt.datetime) -> dict[str, Any]:
    public = Edition.objects.about((present.kind, present.key)).public(at)
    editions = public.for_readers().naming_withdrawers().with_end().without_document().newest_first()
    errata = Erratum.objects.about(public).newest_first()
    return {
        "kind": present.kind,
        "title": present.title,
        "address": address(present.kind, present.slug),
        "editions_address": editions_address(present.kind, present.slug),
        "history": history(editions, public.approvals(), errata, present=present, at=at),
    }


def _page(shown: Edition, at: dt.datetime) -> GuidePage | DevicePage:
    if shown.kind == "device":
        return device_page(shown.document)
    live = Edition.objects.about(*subjects_linked(shown.document)).live(at).for_readers().without_document()
    return guide_page(shown.document, addresses(live))
