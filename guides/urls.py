"""Addresses of the public pages, and of the admin's pages that are about no model."""

from django.contrib.admin import site
from django.urls import path

from guides.admin import second_factor
from guides.admin.overview import draft_problems, drafts_ahead
from guides.admin.preview import preview
from guides.views.about import how_we_work, privacy
from guides.views.corrections import corrections, corrections_feed
from guides.views.devices import device_compare, device_list
from guides.views.editions import (
    edition_changes,
    edition_json,
    edition_list,
    guide_picture,
    live_edition,
    numbered_edition,
)
from guides.views.evidence import claim, claim_list, contraindications, evidence
from guides.views.feeds import editions_feed, safety_feed
from guides.views.lists import guide_list, home
from guides.views.machines import healthz, readyz, robots, sitemap
from guides.views.planner import plan_calendar, planner
from guides.views.review_calendar import review_calendar
from guides.views.search import search
from guides.views.topics import topic, topic_feed

app_name = "guides"

urlpatterns = [
    path("", home, name="home"),
    path("feed.xml", editions_feed, {"name": "edition"}, name="edition_feed"),
    path("guides/", guide_list, name="guide_list"),
    path("guides/feed.xml", editions_feed, {"name": "guide"}, name="guide_feed"),
    path("guides/<slug:slug>/", live_edition, {"kind": "guide"}, name="guide"),
    path("guides/<slug:slug>/editions/", edition_list, {"kind": "guide"}, name="guide_edition_list"),
    path("guides/<slug:slug>/editions/<int:number>/", numbered_edition, {"kind": "guide"}, name="guide_edition"),
    path("guides/<slug:slug>/editions/<int:number>.json", edition_json, {"kind": "guide"}, name="guide_edition_json"),
    path("guides/<slug:slug>/editions/<int:number>/changes/", edition_changes, {"kind": "guide"}, name="guide_changes"),
    path("guides/<slug:slug>/picture.png", guide_picture, {"kind": "guide"}, name="guide_picture"),
    path("topics/<slug:key>/", topic, name="topic"),
    path("topics/<slug:key>/feed.xml", topic_feed, name="topic_feed"),
    # Readers look for it here; it is the guide that lists all terms.
    path("glossary/", live_edition, {"kind": "guide", "slug": "glossary"}, name="glossary"),
    path("devices/", device_list, name="device_list"),
    path("devices/feed.xml", editions_feed, {"name": "device"}, name="device_feed"),
    path("devices/compare/", device_compare, name="device_compare"),
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
    path("evidence/", evidence, name="evidence"),
    path("claims/", claim_list, name="claim_list"),
    path("claims/<slug:key>/", claim, name="claim"),
    path("contraindications/", contraindications, name="contraindications"),
    path("contraindications/feed.xml", safety_feed, name="safety_feed"),
    path("planner/", planner, name="planner"),
    path("planner/plan.ics", plan_calendar, name="plan_calendar"),
    path("search/", search, name="search"),
    path("how-we-work/", how_we_work, name="how_we_work"),
    path("privacy/", privacy, name="privacy"),
    path("preview/<str:token>/", preview, name="preview"),
    path("calendar/<str:token>/reviews.ics", review_calendar, name="review_calendar"),
    path("admin/drafts-ahead/", site.admin_view(drafts_ahead), name="drafts_ahead"),
    path("admin/drafts-ahead/<slug:kind>/<slug:key>/", site.admin_view(draft_problems), name="draft_problems"),
    path("admin/second-factor/", site.admin_view(second_factor.set_up), name="second_factor"),
    path("admin/second-factor/recovery-codes/", site.admin_view(second_factor.recovery_codes), name="recovery_codes"),
    path("admin/second-factor/verify/", site.admin_view(second_factor.verify), name="verify"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
