"""What can be done about a published edition, which itself never changes: each act a page with a form."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from guides.admin.publishing import moment
from guides.documents import BadDocument
from guides.importing import restore
from guides.models import Draft, Edition, Erratum, Expiry, Withdrawal, draft_model
from guides.pages.addresses import has_pages
from guides.publishing import Refused, correct, set_end, withdraw


class _EditionForm(forms.ModelForm):
    """A form about one edition; what it asks for may depend on which."""

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition


class WithdrawalForm(_EditionForm):
    leads_to = forms.ChoiceField(label="Where it leads to", required=False)

    class Meta:
        model = Withdrawal
        fields = ("reason", "advice", "way", "leads_to")
        widgets = {name: AdminTextareaWidget(attrs={"rows": 4}) for name in ("reason", "advice")}
        help_texts = {
            "reason": "Why, told to readers.",
            "advice": "For instance: do not rely on it; read the guide on … instead.",
            "way": "Where it is gone or leads elsewhere, its earlier editions are withdrawn with it.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_pages(self.edition.kind):
            self._ask_what_becomes_of_its_page()
        else:
            del self.fields["way"], self.fields["leads_to"]
        waiting = Edition.objects.about((self.edition.kind, self.edition.key)).waiting(timezone.now())
        self.waiting = {f"also-{each.number}": each for each in waiting.exclude(pk=self.edition.pk).order_by("number")}
        self.fields |= {name: _withdrawn_too(each) for name, each in self.waiting.items()}

    def _ask_what_becomes_of_its_page(self) -> None:
        own = (self.edition.kind, self.edition.key)
        live = Edition.objects.live(timezone.now()).with_pages().without_document().by_title()
        choices = [(f"{row.kind}:{row.key}", f"{row.title} ({row.kind})") for row in live if (row.kind, row.key) != own]
        self.fields["leads_to"].choices = [("", "Nowhere"), *choices]
        self.fields["way"].required = False

    def clean_way(self) -> str:
        return self.cleaned_data["way"] or Withdrawal.Way.BANNER

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["also"] = [each for name, each in self.waiting.items() if cleaned.pop(name)]
        leads_elsewhere = cleaned.get("way") == Withdrawal.Way.REDIRECT
        if leads_elsewhere != bool(cleaned.get("leads_to")):
            self.add_error("leads_to", "Choose where it leads to, for a page that leads elsewhere, and for no other.")
        return cleaned


def _withdrawn_too(edition: Edition) -> forms.BooleanField:
    label = f"Withdraw edition {edition.number} too"
    return forms.BooleanField(label=label, required=False, help_text="For the same reason, with the same advice.")


class EndForm(_EditionForm):
    ends_at = moment("Ends at (UTC)", "From then on it is no longer live, and nothing takes its place. Empty: no end.")

    class Meta:
        model = Expiry
        fields = ("ends_at",)


class ErratumForm(_EditionForm):
    class Meta:
        model = Erratum
        fields = ("text",)
        widgets = {"text": AdminTextareaWidget(attrs={"rows": 4})}


class RestoringForm(_EditionForm):
    class Meta:
        model = Edition
        fields = ()


@dataclass(frozen=True, slots=True)
class Act:
    """``verb`` names its address and its template. ``perform`` does it, and returns the row that tells of it."""

    verb: str
    label: str
    doing: str
    done: str
    form: type[_EditionForm]
    perform: Callable[..., models.Model]
    permission: Callable[[Edition], str]
    is_of_what_stands: bool = False
    is_public: bool = True
    """Readers see it. One that changes the draft is writing, which asks for no second factor."""

    def is_allowed(self, user: User, edition: Edition) -> bool:
        return user.has_perm(self.permission(edition))

    def is_too_late(self, edition: Edition) -> bool:
        return self.is_of_what_stands and hasattr(edition, "withdrawal")


def offered(user: User, edition: Edition) -> list[Act]:
    return [act for act in ACTS if act.is_allowed(user, edition) and not act.is_too_late(edition)]


def _bring_back(edition: Edition, *, by: User, at: dt.datetime) -> Draft:
    """The draft says what the edition said. Whoever brings it back changes the draft, and so cannot approve it."""
    draft = draft_model(edition.kind)._default_manager.filter(key=edition.key).first()
    if draft is None:
        raise Refused("Its draft is gone.")
    try:
        restore(draft, edition.document, where=str(edition))
    except BadDocument as error:
        raise Refused(f"It cannot be brought back as it was. {error}") from error
    return draft


def _to_add(model: type[models.Model]) -> Callable[[Edition], str]:
    return lambda edition: f"guides.add_{model._meta.model_name}"


def _to_change_its_draft(edition: Edition) -> str:
    draft = draft_model(edition.kind)
    return f"{draft._meta.app_label}.change_{draft._meta.model_name}"


ACTS: tuple[Act, ...] = (
    Act("withdraw", "Withdraw", "withdrawing", "is withdrawn.", WithdrawalForm, withdraw, _to_add(Withdrawal), True),
    Act("end", "Set its end", "setting an end", "has the end that you set.", EndForm, set_end, _to_add(Expiry), True),
    Act("correct", "Add an erratum", "adding one", "has an erratum beside it.", ErratumForm, correct, _to_add(Erratum)),
    Act(
        "restore",
        "Bring it back",
        "bringing it back",
        "is the draft again. Look at it, then publish it.",
        RestoringForm,
        _bring_back,
        _to_change_its_draft,
        is_public=False,
    ),
)
