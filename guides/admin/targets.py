"""What rich text can link to by identity, for editors to choose from."""

from collections.abc import Iterator

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from guides.documents import REFERABLE
from guides.models.prose import LINK_SCHEMES


@require_safe
@permission_required("guides.view_guide", raise_exception=True)
def link_targets(request: HttpRequest) -> JsonResponse:
    """Every guide, device and record, by the link that leads to it: ``[{"value": "guide:gel", "label": …}]``."""
    return JsonResponse([{"value": value, "label": label} for value, label in _targets()], safe=False)


def _targets() -> Iterator[tuple[str, str]]:
    for scheme in LINK_SCHEMES:
        model = REFERABLE[scheme]
        for row in model._default_manager.order_by("key"):
            yield f"{scheme}:{row.key}", f"{row} ({model._meta.verbose_name})"
