"""The admin as one place to work in: its name, and an index ordered by what people come to do.

It stands outside ``guides.admin``, which registers with it: Django imports the site before anything is registered.
"""

from collections import defaultdict
from enum import StrEnum
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest


class Group(StrEnum):
    """The headings of the index, in their order. An admin class names its own as ``group``."""

    DRAFTS = "Write and publish"
    RECORDS = "Facts that drafts refer to"
    SEARCH = "How readers find things"
    PUBLISHED = "What was published"


class EditorsSite(AdminSite):
    site_header = site_title = "Celliara"
    index_title = "What would you like to work on?"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Our groups first, then the apps that have none, as Django lists them."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        groups: dict[Group, list[dict[str, Any]]] = defaultdict(list)
        for app in apps:
            for model in list(app["models"]):
                if group := getattr(self._registry[model["model"]], "group", None):
                    groups[group].append(model)
                    app["models"].remove(model)
        return [_listed(group, groups[group]) for group in Group if groups[group]] + [a for a in apps if a["models"]]


def _listed(group: Group, models: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": group.value,
        "app_label": group.name.lower(),
        "app_url": f"#{group.name.lower()}",
        "has_module_perms": True,
        "models": sorted(models, key=lambda model: model["name"]),
    }
