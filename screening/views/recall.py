"""What every page says to those whose last result must not be relied on: asked for by script, kept by no cache."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from screening.recall import recall


@require_safe
@never_cache
def recall_notice(request: HttpRequest) -> HttpResponse:
    """204 for everybody else."""
    found = recall(request.COOKIES, at=timezone.now())
    response = (
        TemplateResponse(request, "components/recall.html", {"recall": found}) if found else HttpResponse(status=204)
    )
    response["X-Robots-Tag"] = "noindex"
    return response
