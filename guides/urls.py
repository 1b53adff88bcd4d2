"""Addresses of the public pages. Slugs change; an old one leads to the present one."""

from django.urls import path

from guides.admin.preview import preview
from guides.views.about import how_we_work, privacy
from guides.views.corrections import corrections, corrections_feed
from guides.views.editions import edition_changes, edition_json, edition_list, live_edition, numbered_edition
from guides.views.lists import device_list, guide_list, home
from guides.views.machines import healthz, readyz, robots, sitemap

app_name = "guides"

urlpatterns = [
    path("", home, name="home"),
    path("guides/", guide_list, name="guide_list"),
    path("guides/<slug:slug>/", live_edition, {"kind": "guide"}, name="guide"),
    path("guides/<slug:slug>/editions/", edition_list, {"kind": "guide"}, name="guide_edition_list"),
    path("guides/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "guide"}, name="guide_edition"),
    path("guides/<slug:slug>/editions/<int:number>.json", edition_json, {"kind": "guide"}, name="guide_edition_json"),
    path("guides/<slug:slug>/editions/<int:number>/changes/", edition_changes, {"kind": "guide"}, name="guide_changes"),
    path("devices/", device_list, name="device_list"),
    path("devices/<slug:slug>/", live_edition, {"kind": "device"}, name="device"),
    path("devices/<slug:slug>/editions/", edition_list, {"kind": "device"}, name="device_edition_list"),
    path("devices/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "device"}, name="device_edition"),
    path(
        "devices/<slug:slug>/editions/<int:number>.json", edition_json, {"kind": "device"}, name="device_edition_json"
    ),
    path(
        "devices/<slug:slug>/editions/<int:number>/changes/", edition_changes, {"kind": "device"}, name="device_changes"
    ),
    path("corrections/", corrections, name="corrections"),
    path("corrections/feed.xml", corrections_feed, name="corrections_feed"),
    path("how-we-work/", how_we_work, name="how_we_work"),
    path("privacy/", privacy, name="privacy"),
    path("preview/<str:token>/", preview, name="preview"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
