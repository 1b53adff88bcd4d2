"""Addresses of the public pages. Slugs change; an old one leads to the present one."""

from django.urls import path

from guides.views.about import how_we_work, privacy
from guides.views.editions import edition_list, live_edition, numbered_edition
from guides.views.lists import device_list, guide_list, home
from guides.views.machines import healthz, readyz, robots, sitemap
from guides.views.previews import preview
from guides.views.search import search

app_name = "guides"

urlpatterns = [
    path("", home, name="home"),
    path("guides/", guide_list, name="guide_list"),
    path("guides/<slug:slug>/", live_edition, {"kind": "guide"}, name="guide"),
    path("guides/<slug:slug>/editions/", edition_list, {"kind": "guide"}, name="guide_edition_list"),
    path("guides/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "guide"}, name="guide_edition"),
    path("devices/", device_list, name="device_list"),
    path("devices/<slug:slug>/", live_edition, {"kind": "device"}, name="device"),
    path("devices/<slug:slug>/editions/", edition_list, {"kind": "device"}, name="device_edition_list"),
    path("devices/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "device"}, name="device_edition"),
    path("search/", search, name="search"),
    path("how-we-work/", how_we_work, name="how_we_work"),
    path("privacy/", privacy, name="privacy"),
    path("preview/<str:token>/", preview, name="preview"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
