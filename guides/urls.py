"""Addresses of the public pages. Slugs change; an old one leads to the present one."""

from django.urls import path

from guides.views.about import how_we_work, privacy
from guides.views.devices import device_compare, device_list
from guides.views.editions import edition_list, live_edition, numbered_edition
from guides.views.evidence import claim, claim_list, contraindications, evidence
from guides.views.lists import guide_list, home
from guides.views.machines import healthz, readyz, robots, sitemap
from guides.views.planner import plan_calendar, planner
from guides.views.previews import preview

app_name = "guides"

urlpatterns = [
    path("", home, name="home"),
    path("guides/", guide_list, name="guide_list"),
    path("guides/<slug:slug>/", live_edition, {"kind": "guide"}, name="guide"),
    path("guides/<slug:slug>/editions/", edition_list, {"kind": "guide"}, name="guide_edition_list"),
    path("guides/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "guide"}, name="guide_edition"),
    # Readers look for it here; it is the guide that lists all terms.
    path("glossary/", live_edition, {"kind": "guide", "slug": "glossary"}, name="glossary"),
    path("devices/", device_list, name="device_list"),
    path("devices/compare/", device_compare, name="device_compare"),
    path("devices/<slug:slug>/", live_edition, {"kind": "device"}, name="device"),
    path("devices/<slug:slug>/editions/", edition_list, {"kind": "device"}, name="device_edition_list"),
    path("devices/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "device"}, name="device_edition"),
    path("evidence/", evidence, name="evidence"),
    path("claims/", claim_list, name="claim_list"),
    path("claims/<slug:key>/", claim, name="claim"),
    path("contraindications/", contraindications, name="contraindications"),
    path("planner/", planner, name="planner"),
    path("planner/plan.ics", plan_calendar, name="plan_calendar"),
    path("how-we-work/", how_we_work, name="how_we_work"),
    path("privacy/", privacy, name="privacy"),
    path("preview/<str:token>/", preview, name="preview"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
