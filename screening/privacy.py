"""What keeps the answers out of caches, histories, other sites' logs and error reports, on every page of the check."""

from collections.abc import Callable, ItemsView
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.debug import SafeExceptionReporterFilter

from screening.answers import PATH

PUBLIC = f"{PATH}editions/"
"""What stands below it is about the questionnaire and about nobody: the same for all, so that any cache may keep it."""

HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


class PrivateCheck:
    """Middleware, so that redirects and errors are covered too, whoever answers them.

    It stands outside of everything that could answer a request for a page of the check. Browsers send the answers to
    the public pages as well: those read none of it, and reports of errors there are as silent as everywhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        if not settings.DEBUG:
            request.exception_reporter_filter = _NothingPersonal()
        response = self.get_response(request)
        if not request.path_info.startswith(PUBLIC):
            for name, value in HEADERS.items():
                response[name] = value
        return response


class _NothingPersonal(SafeExceptionReporterFilter):
    """Error reports name the place of an error, and nothing that the browser sent or that was made of it."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest, tb_frame: Any) -> ItemsView[str, Any]:
        return {}.items()
