"""The page where an article from a text file becomes a draft."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from guides.admin.problem_list import problems_of
from guides.documents import BadDocument
from guides.documents.parsing import MOST_BYTES
from guides.intake import ARTICLES, DOCUMENTS, Imported, import_file

_PASTED = "pasted.md"


class ImportForm(forms.Form):
    """A file, or pasted text; ``imported`` is the draft made of it. A fault of the file is a fault of the form."""

    file = forms.FileField(
        required=False,
        validators=[FileExtensionValidator([ending.removeprefix(".") for ending in (*ARTICLES, *DOCUMENTS)])],
        widget=forms.FileInput(attrs={"accept": ",".join((*ARTICLES, *DOCUMENTS))}),
        help_text="An article in Markdown, or a guide exported from another site like this (YAML).",
    )
    text = forms.CharField(
        required=False,
        max_length=MOST_BYTES,
        label="Or paste the article",
        widget=admin.widgets.AdminTextareaWidget(attrs={"rows": 12}),
        help_text="In Markdown: “# Title”, then “## Section” and so on. Above the title may stand, between two lines of"
        " three dashes, what the text has no place for: “review_by: 2027-05-22”.",
    )
    slug = forms.SlugField(
        required=False, max_length=100, label="Address", help_text="Only if the one made of the title is taken."
    )

    imported: Imported

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors:
            try:
                self.imported = import_file(*_given(values), slug=values["slug"])
            except BadDocument as error:
                raise ValidationError(str(error)) from error
        return values


def _given(values: dict[str, Any]) -> tuple[str, bytes]:
    file: UploadedFile | None = values["file"]
    if bool(file) == bool(values["text"]):
        raise ValidationError("Choose a file or paste an article: one of the two.")
    return (str(file.name), file.read()) if file else (_PASTED, values["text"].encode())


def import_page(model_admin: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Ask for an article; on POST make a draft of it, and say what became of each part."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Import a guide",
        "form": form,
        "media": model_admin.media + form.media,
    }
    if not form.is_valid():
        return TemplateResponse(request, "admin/import.html", context, status=422 if form.is_bound else 200)
    guide = form.imported.guide
    for row in (guide, *form.imported.records):
        model_admin.log_addition(request, row, "Imported.")
    context |= {
        "title": "Imported as a draft",
        "imported": form.imported,
        "original": guide,
        "problem_list": problems_of(guide, at=timezone.now()),
    }
    return TemplateResponse(request, "admin/imported.html", context, status=201)
