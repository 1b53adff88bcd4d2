"""The admin as one place to work in: its name, and an index ordered by what people come to do.

It stands outside ``guides.admin``, which registers with it: Django imports the site before anything is registered.
"""

from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from guides import review_calendar, second_factor
from guides.overview import overview

type View = Callable[..., HttpResponse]

_ACCOUNTS = ("auth_", "otp_")
"""How the names of their pages begin."""


class Group(StrEnum):
    """The headings of the index, in their order. An admin class names its own as ``group``; other packages' are put
    where they belong."""

    DRAFTS = "Write and publish"
    RECORDS = "Facts that drafts refer to"
    SEARCH = "How readers find things"
    PUBLISHED = "What was published"
    PEOPLE = "People, and how they sign in"


_OF_APPS = dict.fromkeys(("auth", "axes", "otp_static", "otp_totp"), Group.PEOPLE)


class EditorsSite(AdminSite):
    site_header = site_title = "Celliara"
    index_title = "What would you like to work on?"

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Ask for the second factor where accounts are changed: whoever does that could give themselves the rest."""
        return super().admin_view(_asking_first(view), cacheable)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """What people may work on, under what waits for them."""
        waiting: dict[str, Any] = {}
        if request.user.has_perm("guides.view_guide"):
            waiting["sections"] = overview(timezone.now())
            waiting["calendar"] = request.build_absolute_uri(review_calendar.address(request.user))
        return super().index(request, waiting | (extra_context or {}))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Our groups first, then the apps that have none, as Django lists them."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        groups: dict[Group, list[dict[str, Any]]] = defaultdict(list)
        for app in apps:
            for model in list(app["models"]):
                if group := getattr(self._registry[model["model"]], "group", _OF_APPS.get(app["app_label"])):
                    groups[group].append(model)
                    app["models"].remove(model)
        return [_listed(group, groups[group]) for group in Group if groups[group]] + [a for a in apps if a["models"]]


def _asking_first(view: View) -> View:
    @wraps(view)
    def ask_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_about_accounts = str(request.resolver_match.url_name).startswith(_ACCOUNTS)
        return (second_factor.missing(request) if is_about_accounts else None) or view(request, *args, **kwargs)

    return ask_first


def _listed(group: Group, models: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": group.value,
        "app_label": group.name.lower(),
        "app_url": f"#{group.name.lower()}",
        "has_module_perms": True,
        "models": sorted(models, key=lambda model: model["name"]),
    }
