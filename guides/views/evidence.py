"""What is known, whatever guide says it: studies, claims and conditions.

They are records, which have no editions of their own. So these pages show them as the live editions hold them: the
union over all of those, and where copies differ, the one that went live last.
"""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from guides.models import Edition
from guides.pages.addresses import addresses, subjects_linked
from guides.pages.chart import chart
from guides.pages.claim import FACETS as CLAIM_FACETS
from guides.pages.claim import claim_entries, claim_page
from guides.pages.contraindications import contraindications as contraindications_page
from guides.pages.evidence import FACETS as STUDY_FACETS
from guides.pages.evidence import findings, study_entries
from guides.pages.facets import narrow
from guides.pages.records import held
from guides.pages.references import References
from guides.pages.staleness import RULE
from guides.pages.tally import tally
from guides.structured import claim_data
from guides.views.public import cacheable, part, site


@require_safe
@cacheable
def evidence(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    """Studies, narrowed by what was ticked: ``?design=rct``."""
    editions = _live_guides(at)
    studies, charts = held(editions, "study"), held(editions, "chart")
    entries = study_entries(studies, held(editions, "claim"))
    records = {"study": studies, "source": held(editions, "source")}
    references = References({kind: {key: row.record for key, row in rows.items()} for kind, rows in records.items()})
    narrowed = narrow(entries, STUDY_FACETS, dict(request.GET.lists()))
    context = {
        "narrowed": narrowed,
        "found": f"{len(narrowed.items)} of {len(entries)} studies",
        "tally": tally(findings(entries)),
        "charts": [
            chart(f"chart-{key}", row.record, references) for key, row in sorted(charts.items()) if row.record["study"]
        ],
        "references": list(references),
    }
    return part(request, "guides/evidence.html", "narrowed", context)


@require_safe
@cacheable
def claim_list(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    editions = _live_guides(at)
    entries = claim_entries(held(editions, "claim"), held(editions, "study"), today=at.date())
    narrowed = narrow(entries, CLAIM_FACETS, dict(request.GET.lists()))
    context = {"narrowed": narrowed, "found": f"{len(narrowed.items)} of {len(entries)} claims"}
    return part(request, "guides/claim_list.html", "narrowed", context)


@require_safe
@cacheable
def claim(request: HttpRequest, key: str, *, at: dt.datetime) -> TemplateResponse:
    """A claim as the guide that went live last states it, with the guides that show it."""
    guides = Edition.objects.of("guide").live(at).holding("claim", key).for_readers()
    newest = guides.order_by("live_from", "key").last()
    if newest is None:
        raise Http404
    linked = Edition.objects.about(*subjects_linked(newest.document)).live(at).for_readers().without_document()
    context = {
        "key": key,
        "page": claim_page(key, newest.document, addresses(linked), stated_on=newest.live_from.date(), today=at.date()),
        "newest": newest,
        "guides": guides.without_document().by_rank(),
        "rule": RULE,
        "structured": claim_data(key, newest.document, newest.live_from, site(request)),
    }
    return TemplateResponse(request, "guides/claim.html", context)


@require_safe
@cacheable
def contraindications(request: HttpRequest, *, at: dt.datetime) -> TemplateResponse:
    """Conditions of the live guides and of the check: where their copies differ, what the check judges by counts."""
    check = list(Edition.objects.of("questionnaire").live(at).for_readers().with_references())
    editions = [*_live_guides(at), *check]
    page = contraindications_page(held(editions, "condition"), held(editions, "source"), held(editions, "chart"))
    return TemplateResponse(request, "guides/contraindications.html", {"page": page})


def _live_guides(at: dt.datetime) -> list[Any]:
    return list(Edition.objects.of("guide").live(at).for_readers().with_references())
