"""Template tags of the site's own pages."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

_ENDS_NO_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


@dataclass(frozen=True, slots=True)
class Json:
    """A value as HTML can hold it inside a ``<script>`` of data: nothing in it can end that, or begin anything."""

    value: Any

    def __html__(self) -> str:
        return json.dumps(self.value, ensure_ascii=False).translate(_ENDS_NO_SCRIPT)


@register.simple_tag
def as_json(value: Any) -> Json:
    return Json(value)


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """``address`` with scheme and host, without the query that the request came with."""
    return context["request"].build_absolute_uri(address)


@register.filter
def within(path: str, section: str) -> bool:
    """Whether the address ``path`` is ``section`` or lies below it."""
    return path.startswith(section)


@register.simple_tag
@cache
def stylesheets(*names: str) -> SafeString:
    """Links to these files of ``static/css/``. Their order is free: each says which layer it is in.

    Written once in each process: no file gets another address while it runs.
    """
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(f"css/{name}.css"),) for name in names))
