"""Templates compile, and keep to the strict Content-Security-Policy (design.md, section 8)."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode, IncludeNode

from tests.architecture.modules import ROOT

FOLDER = ROOT / "templates"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*"))

FORBIDDEN = {
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a <style> element": re.compile(r"<style\b", re.IGNORECASE),
    # But for data of exactly this type, which no browser runs.
    "a script without src": re.compile(r'<script\b(?! type="application/ld\+json">)(?![^>]*\ssrc=)', re.IGNORECASE),
    "an event handler": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "something from another host": re.compile(
        r"(<link\b[^>]*\shref|\ssrc|\ssrcset|\sposter)\s*=\s*[\"']\s*(https?:)?//"
    ),
    "HTML trusted in a template": re.compile(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off"),
}


def test_there_are_templates():
    assert "base.html" in TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name):
    """So do the ones that it names: Django looks for those only when a page is asked for."""
    template = get_template(name).template
    for node in template.nodelist.get_nodes_by_type((ExtendsNode, IncludeNode)):
        named = (node.parent_name if isinstance(node, ExtendsNode) else node.template).var
        if isinstance(named, str):
            get_template(named)


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_keeps_to_the_strict_policy(name):
    text = Path(FOLDER, name).read_text(encoding="utf-8")
    found = [f"line {_line(text, match)}: {what}" for what, rule in FORBIDDEN.items() for match in rule.finditer(text)]
    assert found == [], "design.md 8: no inline style, no inline script, nothing from another host."


@pytest.mark.parametrize(
    ("script", "is_refused"),
    [
        ('<script type="application/ld+json">', False),
        ('<script src="a.js">', False),
        ("<script>", True),
        ('<script type="application/ld+json" async>', True),
        ('<script type="module">', True),
        ('<script type="importmap">', True),
    ],
)
def test_no_script_without_src_is_let_through_but_data_for_machines(script, is_refused):
    assert bool(FORBIDDEN["a script without src"].search(script)) == is_refused


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
