"""Devices: all of them, and some of them side by side."""

import datetime as dt
import re

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.documents.compared import frozen, sources_of
from guides.models import Comparison as ComparisonBlock
from guides.models import Edition
from guides.pages.addresses import addresses
from guides.pages.comparison import Comparison, comparison
from guides.pages.device import device_summary
from guides.pages.editions import withdrawn
from guides.pages.facets import narrow
from guides.pages.finder import FACETS
from guides.pages.references import References
from guides.views.public import cacheable, part

_LOOKED_UP = ComparisonBlock.most + 1
"""So many past addresses: each costs queries, and more than can be compared lead nowhere."""


@require_safe
@cacheable
def device_list(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    """Which devices there are, narrowed by what was ticked: ``?area=neck&label=on-file``."""
    live = [edition.document for edition in _live(at)]
    narrowed = narrow(live, FACETS, dict(request.GET.lists()))
    devices = [device_summary(document) for document in narrowed.items]
    context = {
        "narrowed": narrowed,
        "devices": [device for device in devices if not device.is_reference],
        "for_comparison": [device for device in devices if device.is_reference],
        "found": f"{len(devices)} device{'' if len(devices) == 1 else 's'} found",
        "least": ComparisonBlock.least,
        "most": ComparisonBlock.most,
    }
    return part(request, "guides/device_list.html", "narrowed", context)


@require_safe
@cacheable
def device_compare(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    """Devices are asked for by slug, present or past: ``?device=a&device=b``. Whatever is wrong is said beside the
    list to choose from; it is an error only where nothing that was asked for can be compared."""
    live = _live(at)
    present = {edition.slug: edition for edition in live}
    asked = dict.fromkeys(request.GET.getlist("device"))
    others = [slug for slug in asked if slug not in present]
    found = present | {slug: edition for slug in others[:_LOOKED_UP] if (edition := renamed(slug, at))}
    picked = {found[slug].key: found[slug] for slug in asked if slug in found}
    references = References({"source": sources_of(picked.values())})
    context = {
        "comparison": _comparison(picked, references),
        "references": list(references),
        "choices": [(edition, edition.key in picked) for edition in live],
        "missing": [slug for slug in others[:_LOOKED_UP] if slug not in found],
        "not_looked_up": len(others[_LOOKED_UP:]),
        "picked": len(picked),
        "least": ComparisonBlock.least,
        "most": ComparisonBlock.most,
    }
    status = 404 if context["missing"] and len(picked) < ComparisonBlock.least else 200
    return TemplateResponse(request, "guides/device_compare.html", context, status=status)


def renamed(slug: str, at: dt.datetime) -> Edition | None:
    """The live edition of the device that had this address in the past."""
    if not re.fullmatch(r"[a-zA-Z0-9_-]{1,100}", slug):
        return None
    past = Edition.objects.of("device").for_readers().naming_withdrawers().at_address(slug, at)
    return past if past and withdrawn(past, at) is None else None


def _live(at: dt.datetime) -> list[Edition]:
    return list(Edition.objects.of("device").live(at).for_readers().by_title())


def _comparison(picked: dict[str, Edition], references: References) -> Comparison | None:
    """None where there are too few or too many of them."""
    if not ComparisonBlock.least <= len(picked) <= ComparisonBlock.most:
        return None
    compared = {key: frozen(edition) for key, edition in picked.items()}
    return comparison(compared, references, addresses(picked.values()))
