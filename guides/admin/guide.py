"""Guides: their blocks, of all kinds, in one column."""

from dataclasses import dataclass
from typing import Any

from content_editor.admin import ContentEditor, ContentEditorInline, allow_regions
from django.contrib import admin
from django.db import models
from django.forms import BaseFormSet, CheckboxSelectMultiple, Form, Media
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from guides.admin.draft import DraftAdmin
from guides.admin.intake import import_page
from guides.admin.rows import SharedChoices
from guides.admin.targets import link_targets
from guides.models import (
    BLOCKS,
    AnswerItem,
    Authorship,
    Block,
    ChartBlock,
    ClaimRow,
    Comparison,
    ConditionList,
    Consideration,
    Guide,
    Image,
    Mechanism,
    Phase,
    ProductBlock,
    Prose,
    QuestionAnswer,
    RelatedGuide,
    TermList,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """How a kind of block looks to editors: a symbol (of Material Icons), its fields, and what it is for."""

    icon: str
    fields: tuple[str | tuple[str, ...], ...]
    purpose: str


SHOWN: dict[type[Block], Shown] = {
    AnswerItem: Shown(
        "checklist",
        ("list", "text", "claim"),
        "One line of the quick answer. Name the claim it rests on, if any: readers can then see the evidence.",
    ),
    Prose: Shown("subject", ("html",), "Text of the guide. A heading of the first level starts a section."),
    Image: Shown(
        "image",
        ("file", ("alt", "decorative"), "caption", "credit"),
        "A picture that tells something. Say in words what it shows, or tick that it is only decoration.",
    ),
    ClaimRow: Shown(
        "balance",
        ("claim",),
        "What people are told, our verdict, and the studies behind it. Claims that follow each other form one table."
        " Wording, verdict and evidence are changed on the claim's own page.",
    ),
    Mechanism: Shown("biotech", ("title", "certainty", "html"), "A way in which it might work, and how sure we are."),
    ChartBlock: Shown(
        "bar_chart", ("chart",), "Reported values as a picture. Its data are changed on the chart's own page."
    ),
    Phase: Shown(
        "timeline",
        ("title", ("starts_week", "ends_week"), "sessions", "text"),
        "A stretch of time. Phases that follow each other form one timeline.",
    ),
    Consideration: Shown("search", ("title", "html"), "Something to look for in a device."),
    ConditionList: Shown(
        "health_and_safety",
        ("at_least",),
        "Who should not use it: listed from the conditions' own pages, with a way into the check.",
    ),
    Comparison: Shown(
        "compare_arrows",
        ("devices",),
        "Two to four devices side by side, as their live editions describe them. To show newer ones, publish again.",
    ),
    QuestionAnswer: Shown(
        "help", ("question", "html"), "A question people ask, with its answer. Neighbours form one list."
    ),
    RelatedGuide: Shown("link", ("guide", "reason"), "A way on to another guide."),
    ProductBlock: Shown(
        "shopping_bag", ("product",), "An accessory we name, with reason and disclosure. Devices are never named here."
    ),
    TermList: Shown(
        "menu_book", (), "Every term, with its definition: for the glossary. Terms are changed on their own pages."
    ),
    Authorship: Shown(
        "person",
        ("html",),
        "How the guide was made. Who reviewed it and what was corrected is added by itself, and cannot be typed.",
    ),
}


class BlockInline(SharedChoices, ContentEditorInline):
    """One kind of block; ``region`` and ``ordering`` are kept by the page."""

    formfield_overrides = {models.ManyToManyField: {"widget": CheckboxSelectMultiple}}


def _inline(model: type[Block]) -> type[ContentEditorInline]:
    shown = SHOWN[model]
    fieldset = {"fields": (*shown.fields, "region", "ordering"), "description": shown.purpose}
    return BlockInline.create(
        model, icon=shown.icon, regions=allow_regions({model.region_key}), fieldsets=[(None, fieldset)]
    )


@admin.register(Guide)
class GuideAdmin(SharedChoices, DraftAdmin, ContentEditor):
    fieldsets = [
        (None, {"fields": ("title", "slug", "standfirst", "answer", "review_by")}),
        ("Where it is listed", {"fields": ("topics", "rank"), "classes": ("collapse",)}),
    ]
    list_filter = ("topics",)
    list_display = (*DraftAdmin.list_display, "rank")
    change_list_template = "admin/guide_change_list.html"
    inlines = [_inline(model) for model in BLOCKS]

    def get_urls(self) -> list[URLPattern]:
        ours = [
            path("import/", self.admin_site.admin_view(self.import_view), name="guides_guide_import"),
            path("link-targets/", self.admin_site.admin_view(link_targets), name="guides_guide_link_targets"),
        ]
        return [*ours, *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        return import_page(self, request)

    def get_inlines(self, request: HttpRequest, obj: Guide | None) -> Any:
        """Who may not change the blocks reads them in the preview: as rows they would be raw HTML."""
        return super().get_inlines(request, obj) if self.has_change_permission(request, obj) else ()

    def _content_editor_media(self, request: HttpRequest, context: dict[str, Any]) -> Media:
        """The editor's scripts fail where there is nothing to edit."""
        return super()._content_editor_media(request, context) if self.has_change_permission(request) else Media()

    def save_related(self, request: HttpRequest, form: Form, formsets: list[BaseFormSet], change: Any) -> None:
        """Save the blocks. The content editor's cloning is passed over: a copy would have its original's ``uid``."""
        super(ContentEditor, self).save_related(request, form, formsets, change)
