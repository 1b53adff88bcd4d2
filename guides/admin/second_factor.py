"""The pages on which people set up their second factor, get recovery codes, and show that they have it."""

from typing import Any

import django_otp
import segno
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from guides import second_factor
from guides.second_factor import WrongCode

_KEY = "second_factor_key"
"""Holds the key in the session until the app that has it is known to work: looking at the page again keeps it."""


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=20,
        widget=AdminTextInputWidget(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Show a key for the person's app; on POST take the code it makes of it, and give recovery codes."""
    if second_factor.device(request.user) and not request.user.is_verified():
        return second_factor.way_to("verify", back_to=request.path)
    key = request.session.setdefault(_KEY, default_key())
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            app = second_factor.set_up(request.user, key, form.cleaned_data["code"], at=timezone.now())
        except WrongCode as wrong:
            form.add_error("code", str(wrong))
        else:
            del request.session[_KEY]
            django_otp.login(request, app)
            return _recovery_codes(request)
    context = {"form": form, "left": second_factor.recovery_codes_left(request.user), **_shown(request.user, key)}
    context["present"] = second_factor.device(request.user)
    return _page(request, "set_up", "Second factor", context)


@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    if not request.user.is_verified():
        return second_factor.way_to("verify", back_to=reverse("guides:second_factor"))
    return _recovery_codes(request)


@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a code; on POST remember for this session that it was right, and lead on."""
    if second_factor.device(request.user) is None:
        return second_factor.way_to("second_factor", back_to=_next(request))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            django_otp.login(request, second_factor.verified(request.user, form.cleaned_data["code"]))
        except WrongCode as wrong:
            form.add_error("code", str(wrong))
        else:
            return HttpResponseRedirect(_next(request))
    return _page(request, "verify", "Your second factor, please", {"form": form})


def _recovery_codes(request: HttpRequest) -> HttpResponse:
    codes = second_factor.new_recovery_codes(request.user)
    return _page(request, "recovery_codes", "Your recovery codes", {"codes": codes}, status=200)


def _shown(user: User, key: str) -> dict[str, str]:
    """The key as a picture for the app, and in letters for who cannot scan it."""
    address = TOTPDevice(user=user, key=key).config_url
    picture = segno.make(address, error="m").svg_data_uri(scale=5, light="white")
    secret = address.partition("secret=")[2].partition("&")[0]
    return {"picture": picture, "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}


def _next(request: HttpRequest) -> str:
    """Where the person was going: a page of this site, whatever the address says."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else reverse("admin:index")


def _page(
    request: HttpRequest, name: str, title: str, context: dict[str, Any], status: int | None = None
) -> HttpResponse:
    shared = {**admin.site.each_context(request), "title": title, "next": _next(request)}
    status = status or (422 if request.method == "POST" else 200)
    return TemplateResponse(request, f"admin/second_factor/{name}.html", shared | context, status=status)
